package org.secondavis.opinion;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Where the treating doctor's version of an opinion stands, as staff see it.
 *
 * @param reference the request
 * @param progress how far it has come
 * @param answer what the patient said, if anything
 * @param notedBy who noted that, if staff did
 * @param byPost whether the patient has the opinion on paper, with nobody to ask
 * @param sentAt when it was sent on, if so
 * @param more whether something has followed since that is still to be sent
 * @param complements what has followed
 * @param revision what a note that it was sent has to carry
 */
record ForDoctor(String reference, Progress progress, @Nullable DoctorAnswer answer, @Nullable String notedBy,
		boolean byPost, @Nullable Instant sentAt, boolean more, List<Complement> complements, int revision) {

	static ForDoctor of(String reference, DeliveredOpinion delivered, @Nullable String notedBy) {
		Opinion opinion = delivered.opinion();
		return new ForDoctor(reference, progress(opinion), opinion.getDoctorAnswer(), notedBy,
				opinion.getWay() == Way.POST, opinion.getDoctorSentAt(), hasMore(delivered),
				delivered.addenda()
					.stream()
					.map((addendum) -> new Complement(addendum.getId(), addendum.getDeliveredAt()))
					.toList(),
				opinion.revision());
	}

	/**
	 * Whether something was delivered after the treating doctor was last sent something.
	 */
	static boolean hasMore(DeliveredOpinion delivered) {
		Instant sentAt = delivered.opinion().getDoctorSentAt();
		return sentAt != null && delivered.addenda()
			.stream()
			.map(Addendum::getDeliveredAt)
			.anyMatch((at) -> at != null && at.isAfter(sentAt));
	}

	private static Progress progress(Opinion opinion) {
		if (opinion.getDoctorSentAt() != null) {
			return Progress.SENT;
		}
		DoctorAnswer answer = opinion.getDoctorAnswer();
		return (answer == null) ? Progress.NOT_ANSWERED : (answer.agreed() ? Progress.AGREED : Progress.REFUSED);
	}

	/** When the patient said so, if anything was said. */
	public @Nullable Instant answeredAt() {
		return (this.answer != null) ? this.answer.at() : null;
	}

	/** Whether what the patient says can still be noted. */
	public boolean answerable() {
		return this.sentAt == null;
	}

	/** Whether there is something to hand out. */
	public boolean open() {
		return this.progress == Progress.AGREED || this.progress == Progress.SENT;
	}

	/** Whether something is still to be sent. */
	public boolean toBeSent() {
		return this.progress == Progress.AGREED || this.more;
	}

	@Override
	public String toString() {
		return "ForDoctor[%s, %s]".formatted(this.reference, this.progress);
	}

	/** How far it has come. */
	enum Progress {

		NOT_ANSWERED, REFUSED, AGREED, SENT

	}

	/**
	 * What has followed the opinion.
	 *
	 * @param id names its document
	 * @param at when it was delivered
	 */
	record Complement(UUID id, @Nullable Instant at) {
	}

}
