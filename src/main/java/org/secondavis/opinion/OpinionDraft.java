package org.secondavis.opinion;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What a doctor has written so far.
 *
 * @param firstRcp what is known of the first meeting, if said
 * @param firstRcpOn when it was held, if known
 * @param outcome how the opinion stands to the first one, if said
 * @param changesPlan whether it changes diagnosis or plan
 * @param words what it says
 */
public record OpinionDraft(@Nullable FirstRcp firstRcp, @Nullable LocalDate firstRcpOn, @Nullable Outcome outcome,
		boolean changesPlan, OpinionWords words) {

	/** Nothing yet. */
	public static final OpinionDraft NOTHING = new OpinionDraft(null, null, null, false, OpinionWords.NONE);

	@Override
	public String toString() {
		return "OpinionDraft[%s]".formatted(this.outcome);
	}

}
