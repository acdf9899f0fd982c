package org.secondavis.doctor;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * The days typed as an absence, as browsers send days: {@code 2026-12-24}.
 *
 * @param firstDay the first day away
 * @param lastDay the last day away
 */
record AbsenceForm(String firstDay, String lastDay) {

	/** Who is away for longer has mistyped a year, or no longer works here. */
	private static final int LONGEST_YEARS = 2;

	AbsenceForm(@Nullable String firstDay, @Nullable String lastDay) {
		this.firstDay = (firstDay != null) ? firstDay.strip() : "";
		this.lastDay = (lastDay != null) ? lastDay.strip() : "";
	}

	void check(LocalDate today, Errors errors) {
		LocalDate first = read(this.firstDay);
		LocalDate last = read(this.lastDay);
		if (first == null) {
			errors.rejectValue("firstDay", "day.malformed");
		}
		if (last == null) {
			errors.rejectValue("lastDay", "day.malformed");
		}
		else if (first != null && last.isBefore(first)) {
			errors.rejectValue("lastDay", "day.beforeFirst");
		}
		else if (last.isBefore(today)) {
			errors.rejectValue("lastDay", "day.past");
		}
		else if (first != null && last.isAfter(first.plusYears(LONGEST_YEARS))) {
			errors.rejectValue("lastDay", "day.tooLong");
		}
	}

	LocalDate first() {
		return LocalDate.parse(this.firstDay);
	}

	LocalDate last() {
		return LocalDate.parse(this.lastDay);
	}

	private static @Nullable LocalDate read(String typed) {
		try {
			return LocalDate.parse(typed);
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

}
