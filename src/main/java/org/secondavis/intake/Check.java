package org.secondavis.intake;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import org.secondavis.request.EmailAddress;
import org.secondavis.request.Phone;

/**
 * Looks at the fields of one form and notes what has to be put right. A field gets one
 * sentence at most; it stands under {@code code.field} in the messages.
 */
public final class Check {

	/** The longest name. */
	static final int NAME = 100;

	/** The longest text in a field of one line. */
	static final int LINE = 200;

	/** The longest text in a small area. */
	static final int AREA = 1000;

	/** The longest story. */
	static final int STORY = 4000;

	private final Errors errors;

	/** Notes what is wrong with the form to which these errors belong. */
	public Check(Errors errors) {
		this.errors = errors;
	}

	/** Notes what is wrong with a field, unless something is already. */
	public void wrong(String field, String code, Object... arguments) {
		if (!this.errors.hasFieldErrors(field)) {
			this.errors.rejectValue(field, code, arguments, null);
		}
	}

	boolean isRight(String field) {
		return !this.errors.hasFieldErrors(field);
	}

	/** None of these fields may be blank. */
	public Check required(String... fields) {
		for (String field : fields) {
			if (text(field).isEmpty()) {
				wrong(field, "required");
			}
		}
		return this;
	}

	/** None of these fields may hold more signs. */
	public Check atMost(int signs, String... fields) {
		for (String field : fields) {
			int tooMany = Text.signs(text(field)) - signs;
			if (tooMany > 0) {
				wrong(field, "tooLong", tooMany, signs);
			}
		}
		return this;
	}

	Check name(String... fields) {
		for (String field : fields) {
			String name = text(field);
			if (!name.isEmpty() && name.codePoints().noneMatch(Character::isLetter)) {
				wrong(field, "noName");
			}
		}
		return atMost(NAME, fields);
	}

	Check phone(String field) {
		if (!text(field).isEmpty() && Phone.parse(text(field)).isEmpty()) {
			wrong(field, "noPhone");
		}
		return this;
	}

	/** What stands in the field, if anything, must be an e-mail address. */
	public Check email(String field) {
		if (!text(field).isEmpty() && EmailAddress.parse(text(field)).isEmpty()) {
			wrong(field, "noEmail");
		}
		return this;
	}

	<E extends Enum<E>> Check choice(String field, Class<E> type) {
		if (!text(field).isEmpty() && Codes.find(type, text(field)).isEmpty()) {
			wrong(field, "noChoice");
		}
		return this;
	}

	<E extends Enum<E>> Check choices(String field, Class<E> type) {
		if (this.errors.getFieldValue(field) instanceof List<?> codes
				&& codes.stream().anyMatch((code) -> Codes.find(type, code.toString()).isEmpty())) {
			wrong(field, "noChoice");
		}
		return this;
	}

	private String text(String field) {
		@Nullable Object value = this.errors.getFieldValue(field);
		return (value != null) ? value.toString() : "";
	}

}
