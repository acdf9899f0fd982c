package org.secondavis.followup;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.secondavis.opinion.DoctorAnswer;
import org.secondavis.opinion.OpinionText;

/**
 * An opinion as its patient reads it.
 *
 * @param text what it says; none if it cannot be opened
 * @param byPost whether it comes by post, too
 * @param questions what the patient has asked since, with the answers
 * @param complements what else has followed
 * @param left how many questions the patient may still ask
 * @param doctorAnswer whether the treating doctor may have it, if answered
 * @param doctorSentAt when the treating doctor was sent it, if so
 * @param revision what an answer about the treating doctor has to carry
 */
record OpinionView(@Nullable OpinionText text, boolean byPost, List<Question> questions, List<Reply> complements,
		int left, @Nullable DoctorAnswer doctorAnswer, @Nullable Instant doctorSentAt, int revision) {

	/** What a question has to carry. */
	public int nextNumber() {
		return this.questions.size() + 1;
	}

	@Override
	public String toString() {
		return "OpinionView[…]";
	}

	/**
	 * What the patient asked.
	 *
	 * @param askedAt when
	 * @param text the question; none if it cannot be opened
	 * @param replies what was answered
	 */
	record Question(Instant askedAt, @Nullable String text, List<Reply> replies) {

		@Override
		public String toString() {
			return "Question[…]";
		}

	}

	/**
	 * What a doctor has added.
	 *
	 * @param id names its document
	 * @param at when it was delivered
	 * @param doctor who answers for it
	 * @param text what it says; none if it cannot be opened
	 * @param fresh whether the patient sees it for the first time
	 */
	record Reply(UUID id, Instant at, String doctor, @Nullable String text, boolean fresh) {

		@Override
		public String toString() {
			return "Reply[…]";
		}

	}

}
