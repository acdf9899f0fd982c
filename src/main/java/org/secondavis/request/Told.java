package org.secondavis.request;

/** How a patient heard of a decision. */
public enum Told {

	/** By a message on the follow-up page, of which a mail tells. */
	MESSAGE,
	/** By telephone. */
	CALL,
	/** The clinic called, and nobody could be reached. */
	ATTEMPT

}
