package org.secondavis.request;

/** Why a request ends without an opinion of this clinic. */
public enum ClosingReason {

	OUT_OF_SCOPE, WITHDRAWN, NO_ANSWER, TREATED_ELSEWHERE, DONE, OTHER;

	/** Whether it refuses the patient, who then needs somewhere else to turn to. */
	public boolean needsPlace() {
		return this == OUT_OF_SCOPE;
	}

	/** Whether the clinic has to tell; a patient who has withdrawn knows. */
	public boolean needsTelling() {
		return this != WITHDRAWN;
	}

	/**
	 * Whether the patient has been told well enough: calls that nobody answered will do
	 * for somebody who cannot be reached.
	 */
	public boolean isToldBy(Told told) {
		return told != Told.ATTEMPT || this == NO_ANSWER;
	}

}
