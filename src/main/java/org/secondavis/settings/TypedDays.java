package org.secondavis.settings;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * A first and a last day, as browsers send or people write them. It is a form, or a part
 * of one that has the same fields.
 *
 * @param firstDay the first day
 * @param lastDay the last day, included
 */
public record TypedDays(String firstDay, String lastDay) {

	/** Whoever means longer has mistyped a year. */
	private static final int LONGEST_YEARS = 2;

	private static final Pattern WRITTEN = Pattern.compile("(\\d{1,2})[/. ](\\d{1,2})[/. ](\\d{4})");

	public TypedDays(@Nullable String firstDay, @Nullable String lastDay) {
		this.firstDay = (firstDay != null) ? firstDay.strip() : "";
		this.lastDay = (lastDay != null) ? lastDay.strip() : "";
	}

	/** Looks whether they are days, in their order, and not over today. */
	public void check(LocalDate today, Errors errors) {
		LocalDate first = day(this.firstDay).orElse(null);
		LocalDate last = day(this.lastDay).orElse(null);
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
		return day(this.firstDay).orElseThrow();
	}

	/** The last day, once they were checked. */
	public LocalDate last() {
		return day(this.lastDay).orElseThrow();
	}

	/**
	 * Understands a day. A browser that knows fields for dates sends {@code 2026-11-30};
	 * where it does not, people type as they write: {@code 30/11/2026}.
	 */
	public static Optional<LocalDate> day(String typed) {
		try {
			Matcher written = WRITTEN.matcher(typed);
			return Optional.of(written.matches() ? LocalDate.of(Integer.parseInt(written.group(3)),
					Integer.parseInt(written.group(2)), Integer.parseInt(written.group(1))) : LocalDate.parse(typed))
				.filter((day) -> day.getYear() > 2000 && day.getYear() < 3000);
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

}
