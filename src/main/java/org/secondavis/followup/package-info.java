/** The patient's own page behind a secret link. */
@NullMarked
@ApplicationModule(allowedDependencies = { "access", "appointment", "audit", "clinic", "conversation", "document",
		"encryption", "intake", "mail", "opinion", "pdf", "request", "retention", "throttle" })
package org.secondavis.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
