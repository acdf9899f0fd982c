package org.secondavis.appointment;

/** What can be done about an appointment. */
public enum Act {

	/** Times were offered to the patient. */
	PROPOSED,
	/** The clinic took its offer back. */
	WITHDRAWN,
	/** Nobody answered in time. */
	LAPSED,
	/** The patient took one of the times. */
	ACCEPTED,
	/** The patient asked for other times. */
	OTHERS_WANTED,
	/** The patient wants no appointment. */
	REFUSED,
	/** The clinic fixed a time. */
	BOOKED,
	/** It takes place at another time, elsewhere or with another doctor. */
	MOVED,
	/** The clinic called it off. */
	CANCELLED,
	/** It fell with the request, which ended or is to be erased. */
	ENDED,
	/** The patient came. */
	ARRIVED,
	/** The patient did not come. */
	MISSED,
	/** The address of the video was written down, or taken out. */
	LINK_SET;

	/** Whether it is the patient who does it, perhaps by telephone. */
	public boolean isAnswer() {
		return this == ACCEPTED || this == OTHERS_WANTED || this == REFUSED;
	}

	boolean fixesATime() {
		return this == ACCEPTED || this == BOOKED || this == MOVED;
	}

}
