/** What is said about a request: the staff's internal notes. */
@NullMarked
@ApplicationModule(allowedDependencies = { "encryption", "request" })
package org.secondavis.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
