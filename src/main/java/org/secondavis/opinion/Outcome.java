package org.secondavis.opinion;

/** How an opinion stands to what the patient was told elsewhere. */
public enum Outcome {

	/** The same diagnosis and the same plan. */
	CONFIRMED,
	/** The same plan, with something added. */
	COMPLETED,
	/** Another diagnosis or another plan. */
	REVISED,
	/** What is at hand does not allow an opinion. */
	NOT_CONCLUDED;

	/** Whether it means of itself that diagnosis or plan change. */
	public boolean changesPlan() {
		return this == REVISED;
	}

}
