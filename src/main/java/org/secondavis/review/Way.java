package org.secondavis.review;

import org.secondavis.request.Told;

/** How staff tell a patient of a decision. */
enum Way {

	/** By a message that goes with the decision. */
	MESSAGE(Told.MESSAGE),
	/** By a call that is noted with the decision. */
	CALL(Told.CALL),
	/** By a call that was noted before. */
	CALLED(Told.CALL),
	/** Not at all: nobody answered the calls that were noted. */
	ATTEMPT(Told.ATTEMPT);

	private final Told told;

	Way(Told told) {
		this.told = told;
	}

	Told told() {
		return this.told;
	}

	/** Whether there are words to it. */
	boolean hasWords() {
		return this == MESSAGE || this == CALL;
	}

}
