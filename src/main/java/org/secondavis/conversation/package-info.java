/** What is said about a request: messages both ways, and the staff's internal notes. */
@NullMarked
@ApplicationModule(allowedDependencies = { "encryption", "request" })
package org.secondavis.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
