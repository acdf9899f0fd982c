package org.secondavis.opinion;

/** Something that staff filled in does not fit; a sentence says how to put it right. */
class WrongInputException extends RuntimeException {

	private final String field;

	private final String code;

	WrongInputException(String field, String code) {
		super(code);
		this.field = field;
		this.code = code;
	}

	static void require(boolean fits, String field, String code) {
		if (!fits) {
			throw new WrongInputException(field, code);
		}
	}

	String field() {
		return this.field;
	}

	String code() {
		return this.code;
	}

}
