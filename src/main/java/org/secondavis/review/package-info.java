/** What staff see of a request, and decide. */
@NullMarked
@ApplicationModule(allowedDependencies = { "appointment", "audit", "clinic", "conversation", "doctor", "document",
		"encryption", "journal", "mail", "opinion", "referral", "request", "retention", "staff" })
package org.secondavis.review;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
