/** The staff's workspace: queue, request page, decisions. */
@NullMarked
@ApplicationModule(allowedDependencies = { "appointment", "clinic", "conversation", "csv", "document", "doctor",
		"encryption", "mail", "referral", "request", "retention", "staff" })
package org.secondavis.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
