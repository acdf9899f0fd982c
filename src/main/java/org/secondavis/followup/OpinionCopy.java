package org.secondavis.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.secondavis.opinion.OpinionWords;

/**
 * An opinion in the copy of a patient's data.
 *
 * @param deliveredAt when the patient got it
 * @param way how, as a code
 * @param readAt when the patient first opened it
 * @param firstRcp what is known of the first meeting, as a code
 * @param firstRcpOn when that was held
 * @param outcome how it stands to the first one, as a code
 * @param changesPlan whether it changes diagnosis or plan
 * @param words what it says; none if it cannot be opened
 * @param meetings the clinic's own meetings
 * @param questions what the patient has asked since
 * @param addenda what has followed
 * @param treatingDoctor whether the treating doctor may have it, if answered
 * @param doctorSentAt when the treating doctor was sent it
 */
record OpinionCopy(@Nullable Instant deliveredAt, @Nullable String way, @Nullable Instant readAt,
		@Nullable String firstRcp, @Nullable LocalDate firstRcpOn, @Nullable String outcome, boolean changesPlan,
		@Nullable OpinionWords words, List<Meeting> meetings, List<Asked> questions, List<Added> addenda,
		@Nullable Said treatingDoctor, @Nullable Instant doctorSentAt) {

	@Override
	public String toString() {
		return "OpinionCopy[…]";
	}

	/** What the patient said, and how the clinic heard it, if not on the page. */
	record Said(boolean agreed, Instant at, @Nullable String heard) {
	}

	/** A meeting, with who took part by what they are. */
	record Meeting(LocalDate day, List<String> roles, @Nullable String advice) {

		@Override
		public String toString() {
			return "Meeting[…]";
		}

	}

	/** A question of the patient. */
	record Asked(int number, Instant at, @Nullable String text) {

		@Override
		public String toString() {
			return "Asked[%s]".formatted(this.number);
		}

	}

	/** What followed, with the number of the question that it answers, if it does. */
	record Added(@Nullable Integer answers, @Nullable Instant at, @Nullable Instant readAt, @Nullable String text) {

		@Override
		public String toString() {
			return "Added[…]";
		}

	}

}
