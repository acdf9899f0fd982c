package org.secondavis.intake;

import java.time.LocalDate;
import java.util.List;

import org.springframework.validation.FieldError;

/** What is wrong with a form, for tests: {@code birthDay:future}. */
final class Problems {

	static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

	private Problems() {
	}

	static List<String> of(Step step, TypedForm typed) {
		return of(step, TypedAnswers.none(), typed);
	}

	static List<String> of(Step step, TypedAnswers others, TypedForm typed) {
		return others.with(typed.as(step.form()))
			.problems(step, TODAY)
			.getFieldErrors()
			.stream()
			.map(Problems::inShort)
			.toList();
	}

	private static String inShort(FieldError error) {
		return error.getField() + ":" + error.getCode();
	}

}
