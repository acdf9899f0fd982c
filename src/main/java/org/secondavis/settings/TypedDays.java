package org.secondavis.settings;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * A first and a last day, as browsers send days: {@code 2026-12-24}. It is a form, or a
 * part of one that has the same fields.
 *
 * @param firstDay the first day
 * @param lastDay the last day, included
 */
public record TypedDays(String firstDay, String lastDay) {

	/** Whoever means longer has mistyped a year. */
	private static final int LONGEST_YEARS = 2;

	/** A day could also be written with a year that is beyond all reckoning. */
	private static final Pattern YEAR_MONTH_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

	public TypedDays(@Nullable String firstDay, @Nullable String lastDay) {
		this.firstDay = (firstDay != null) ? firstDay.strip() : "";
		this.lastDay = (lastDay != null) ? lastDay.strip() : "";
	}

	/** Looks whether they are days, in their order, and not over today. */
	public void check(LocalDate today, Errors errors) {
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

	/** The first day, once they were checked. */
	public LocalDate first() {
		return LocalDate.parse(this.firstDay);
	}

	/** The last day, once they were checked. */
	public LocalDate last() {
		return LocalDate.parse(this.lastDay);
	}

	private static @Nullable LocalDate read(String typed) {
		try {
			return YEAR_MONTH_DAY.matcher(typed).matches() ? LocalDate.parse(typed) : null;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

}
