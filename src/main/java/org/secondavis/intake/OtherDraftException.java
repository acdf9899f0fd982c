package org.secondavis.intake;

/** A page that was opened for one draft is sent while this device fills in another. */
class OtherDraftException extends RuntimeException {

	OtherDraftException() {
		super("The page belongs to another draft");
	}

}
