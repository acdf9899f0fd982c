package org.secondavis.intake;

/** The form has been sent and cannot be changed any more. */
class AlreadySentException extends RuntimeException {

	AlreadySentException() {
		super("The draft has been sent");
	}

}
