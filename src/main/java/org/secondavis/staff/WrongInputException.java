package org.secondavis.staff;

import java.util.Arrays;

/** Something that staff filled in does not fit; a sentence says how to put it right. */
public class WrongInputException extends RuntimeException {

	private final String field;

	private final String code;

	/**
	 * Something is wrong.
	 * @param field the field that does not fit
	 * @param code the code of the sentence
	 */
	public WrongInputException(String field, String code) {
		super(code);
		this.field = field;
		this.code = code;
	}

	/** Goes on only if it fits. */
	public static void require(boolean fits, String field, String code) {
		if (!fits) {
			throw new WrongInputException(field, code);
		}
	}

	/** The constant that is written so. */
	public static <E extends Enum<E>> E code(Class<E> type, String written, String field, String code) {
		return Arrays.stream(type.getEnumConstants())
			.filter((one) -> one.name().equals(written))
			.findFirst()
			.orElseThrow(() -> new WrongInputException(field, code));
	}

	/** The field that does not fit. */
	public String field() {
		return this.field;
	}

	/** The code of the sentence. */
	public String code() {
		return this.code;
	}

}
