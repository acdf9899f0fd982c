/** The outbox: which event causes which mail, and its delivery. */
@NullMarked
@ApplicationModule(allowedDependencies = { "access", "appointment", "clinic", "conversation", "document", "encryption",
		"intake", "opinion", "request", "signin", "staff" })
package org.secondavis.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
