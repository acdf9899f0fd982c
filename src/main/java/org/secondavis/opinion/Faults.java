package org.secondavis.opinion;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.validation.Errors;

/** Gathers what has to be put right in a form, so that all of it is named at once. */
final class Faults {

	private final List<Fault> all = new ArrayList<>();

	void add(String field, String code, Object... arguments) {
		this.all.add(new Fault(field, code, List.of(arguments)));
	}

	/** Notes what was typed into a field, unless it fits. */
	void require(boolean fits, String field, String code) {
		if (!fits) {
			add(field, code);
		}
	}

	/** What was typed into a long field, or none if nothing was. */
	@Nullable String words(String text, String field) {
		if (text.length() > Typed.LONGEST) {
			add(field, "opinions.long", Typed.LONGEST, nameOf(field));
		}
		return text.isEmpty() ? null : text;
	}

	// answers to the patient's own questions have no name of ours
	private static MessageSourceResolvable nameOf(String field) {
		return new DefaultMessageSourceResolvable(new String[] { "field." + field,
				field.replaceFirst("^answers\\[(.*)]$", "Question.$1"), "opinions.ownAnswer" });
	}

	/**
	 * Goes on only if all fits.
	 * @throws WrongFormException otherwise
	 */
	void throwIfAny() {
		if (!this.all.isEmpty()) {
			throw new WrongFormException(List.copyOf(this.all));
		}
	}

	/**
	 * Something that has to be put right.
	 *
	 * @param field the field that does not fit
	 * @param code the code of the sentence
	 * @param arguments what stands in it
	 */
	record Fault(String field, String code, List<Object> arguments) {

		MessageSourceResolvable sentence() {
			return new DefaultMessageSourceResolvable(new String[] { this.code }, this.arguments.toArray());
		}

		void nameIn(Errors errors) {
			errors.rejectValue(this.field, this.code, this.arguments.toArray(), null);
		}

	}

}
