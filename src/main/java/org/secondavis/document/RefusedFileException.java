package org.secondavis.document;

/** A file is not accepted. */
class RefusedFileException extends RuntimeException {

	private final Objection objection;

	RefusedFileException(Objection objection) {
		super(objection.name());
		this.objection = objection;
	}

	Objection objection() {
		return this.objection;
	}

}
