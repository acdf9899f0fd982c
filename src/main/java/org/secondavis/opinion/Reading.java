package org.secondavis.opinion;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An opinion as its patient reads it.
 *
 * @param outcome how it stands to the first one, if said
 * @param firstRcp what is known of the first meeting, if said
 * @param firstRcpOn when that was held, if known
 * @param meetingOn when the clinic's own meeting was held, if one was
 * @param questions what the patient asked
 * @param words what it says
 */
record Reading(@Nullable Outcome outcome, @Nullable FirstRcp firstRcp, @Nullable LocalDate firstRcpOn,
		@Nullable LocalDate meetingOn, List<Asked> questions, OpinionWords words) {

	static Reading of(Opinion opinion, OpinionWords words, List<Asked> questions, List<Rcp> meetings) {
		return new Reading(opinion.getOutcome(), opinion.getFirstRcp(), opinion.getFirstRcpOn(),
				meetings.stream().filter(Rcp::isHeld).map(Rcp::getDay).reduce((one, last) -> last).orElse(null),
				questions, words);
	}

	/** The questions that are answered. */
	public List<Asked> answered() {
		return this.questions.stream().filter((asked) -> this.words.answerTo(asked.key()) != null).toList();
	}

	@Override
	public String toString() {
		return "Reading[…]";
	}

}
