package org.secondavis.information;

/** A file that is no information page; the message says what it lacks. */
class BrokenPageException extends RuntimeException {

	BrokenPageException(String message) {
		super(message);
	}

}
