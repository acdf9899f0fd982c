package org.secondavis.insight;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The days that figures are about, first and last included.
 */
record Period(LocalDate first, LocalDate last) {

	/** More weeks than this fit into no chart. */
	static final int YEARS = 5;

	/** The months offered for a click. */
	static final List<Integer> MONTHS = List.of(1, 3, 6, 12);

	/** The months up to a day. */
	static Period months(int months, LocalDate last) {
		return new Period(last.minusMonths(months).plusDays(1), last);
	}

	/** What was typed; empty if these are no days, or in the wrong order, or too many. */
	static Optional<Period> of(String first, String last) {
		try {
			Period period = new Period(LocalDate.parse(first.strip()), LocalDate.parse(last.strip()));
			return Optional.of(period).filter(Period::isSensible);
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

	private boolean isSensible() {
		return !this.first.isAfter(this.last) && this.first.getYear() >= 2000 && this.last.getYear() < 3000
				&& !this.first.plusYears(YEARS).isBefore(this.last);
	}

	OffsetDateTime begins(ZoneId zone) {
		return utc(this.first, zone);
	}

	/** The first moment after it. */
	OffsetDateTime ends(ZoneId zone) {
		return utc(this.last.plusDays(1), zone);
	}

	private static OffsetDateTime utc(LocalDate day, ZoneId zone) {
		return day.atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC);
	}

	/** The Mondays of its weeks, oldest first. */
	Stream<LocalDate> weeks() {
		LocalDate monday = this.first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
		return Stream.iterate(monday, (day) -> !day.isAfter(this.last), (day) -> day.plusWeeks(1));
	}

	/** The address of the page that shows it. */
	public String url() {
		return "/admin/tableau?" + query();
	}

	/** The part of an address that names it. */
	public String query() {
		return "du=%s&au=%s".formatted(this.first, this.last);
	}

}
