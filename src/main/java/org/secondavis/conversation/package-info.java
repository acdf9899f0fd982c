/**
 * What is said about a request: messages both ways, calls, the staff's internal notes,
 * and the texts that are prepared for messages.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "clinic", "encryption", "request", "settings", "staff" })
package org.secondavis.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
