/** All that happened to a request, in one line of time. */
@NullMarked
@ApplicationModule(allowedDependencies = { "appointment", "clinic", "conversation", "doctor", "document", "encryption",
		"mail", "opinion", "request", "staff" })
package org.secondavis.journal;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
