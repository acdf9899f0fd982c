package org.secondavis.intake;

/** No form is being filled in on this device, or it has expired. */
class NoDraftException extends RuntimeException {

	NoDraftException() {
		super("There is no such draft");
	}

}
