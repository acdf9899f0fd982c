package org.secondavis.clinic;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;

/**
 * Writes days and hours as people read them, in the clinic's time zone. Templates call it
 * as {@code ${@dates.date(day, #locale)}}; not among the arguments of a fragment, where
 * Thymeleaf forbids beans.
 */
@Component
public class Dates {

	private static final DateTimeFormatter FRENCH_DATE = new DateTimeFormatterBuilder().appendPattern("EEE ")
		.appendText(ChronoField.DAY_OF_MONTH, Map.of(1L, "1er"))
		.appendPattern(" MMM uuuu")
		.toFormatter(Locale.FRANCE);

	// no-break spaces keep the hour together
	private static final DateTimeFormatter FRENCH_TIME = DateTimeFormatter.ofPattern("H\u00A0'h'\u00A0mm",
			Locale.FRANCE);

	private static final DateTimeFormatter ENGLISH_DATE = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.UK);

	private static final DateTimeFormatter ENGLISH_TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

	private static final DateTimeFormatter FRENCH_DAY = DateTimeFormatter.ofPattern("d/M", Locale.FRANCE);

	private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);

	private static final DateTimeFormatter FRENCH_PLAIN = new DateTimeFormatterBuilder()
		.appendText(ChronoField.DAY_OF_MONTH, Map.of(1L, "1er"))
		.appendPattern(" MMMM uuuu")
		.toFormatter(Locale.FRANCE);

	private static final DateTimeFormatter ENGLISH_PLAIN = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

	private final Clinic clinic;

	Dates(Clinic clinic) {
		this.clinic = clinic;
	}

	/** {@code mar. 24 nov. 2026, 14 h 30}, or {@code Tue 24 Nov 2026, 14:30}. */
	public String dateTime(Instant instant, Locale locale) {
		DateTimeFormatter time = isFrench(locale) ? FRENCH_TIME : ENGLISH_TIME;
		return date(instant, locale) + ", " + time.format(instant.atZone(this.clinic.timeZone()));
	}

	/** {@code mar. 24 nov. 2026}, or {@code Tue 24 Nov 2026}. */
	public String date(LocalDate day, Locale locale) {
		return (isFrench(locale) ? FRENCH_DATE : ENGLISH_DATE).format(day);
	}

	/** {@code 24 novembre 2026}, or {@code 24 November 2026}. */
	public String plain(LocalDate day, Locale locale) {
		return (isFrench(locale) ? FRENCH_PLAIN : ENGLISH_PLAIN).format(day);
	}

	/** {@code 3/12}, or {@code 3 Dec}, where the year goes without saying. */
	public String dayAndMonth(LocalDate day, Locale locale) {
		return (isFrench(locale) ? FRENCH_DAY : ENGLISH_DAY).format(day);
	}

	/** The day on which the instant falls in the clinic. */
	public String date(Instant instant, Locale locale) {
		return date(LocalDate.ofInstant(instant, this.clinic.timeZone()), locale);
	}

	private static boolean isFrench(Locale locale) {
		return locale.getLanguage().equals(Locale.FRENCH.getLanguage());
	}

}
