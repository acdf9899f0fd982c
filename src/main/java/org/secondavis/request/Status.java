package org.secondavis.request;

/**
 * Where a request stands. Which move leads from one to the next is said by {@link Move}.
 */
public enum Status {

	/** Perhaps sent by a robot; a person has to look at it first. */
	SUSPECT,
	/** Received, not yet in anybody's hands. */
	NEW,
	/** In the hands of a member of staff. */
	IN_REVIEW,
	/** Waits for papers or answers of the patient. */
	TO_COMPLETE,
	/** The patient has the written opinion, and may still ask about it. */
	DELIVERED,
	/** Passed to another clinic or service. */
	REFERRED,
	/** The same as another request, where the work goes on. */
	DUPLICATE,
	/** Ended. */
	CLOSED;

	/** Whether the clinic still has something to do. */
	public boolean isOpen() {
		return this == NEW || this == IN_REVIEW || this == TO_COMPLETE;
	}

	/** Whether the work on it is over. */
	public boolean hasEnded() {
		return !isOpen() && this != SUSPECT;
	}

}
