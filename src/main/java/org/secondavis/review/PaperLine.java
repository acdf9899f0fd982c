package org.secondavis.review;

import org.jspecify.annotations.Nullable;

import org.secondavis.document.Availability;
import org.secondavis.document.EssentialPapers;
import org.secondavis.document.PaperType;

/**
 * A paper of the checklist.
 *
 * @param type which
 * @param availability whether the patient has it, if answered
 */
record PaperLine(PaperType type, @Nullable Availability availability) {

	/** Whether a doctor can hardly do without it and the patient has it not at hand. */
	public boolean missing() {
		return EssentialPapers.TYPES.contains(this.type) && this.availability != Availability.HAVE;
	}

}
