package org.secondavis.opinion;

import java.time.Instant;

/**
 * A document by which an opinion, or what follows it, was delivered.
 *
 * @param forDoctor whether it is for the treating doctor, and not for the patient
 * @param addendum whether it follows the opinion
 * @param madeAt when it was made
 * @param content the PDF document; empty if it cannot be opened
 */
public record DeliveredDocument(boolean forDoctor, boolean addendum, Instant madeAt, byte[] content) {

	/** Whether it can be opened. */
	public boolean isReadable() {
		return this.content.length > 0;
	}

	@Override
	public String toString() {
		return "DeliveredDocument[%s]".formatted(this.madeAt);
	}

}
