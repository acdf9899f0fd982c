package org.secondavis.clinic;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;

import org.springframework.stereotype.Component;

/**
 * Writes days and hours as people read them, in the clinic's time zone. Templates call it
 * as {@code ${@dates.date(day, #locale)}}; not among the arguments of a fragment, where
 * Thymeleaf forbids beans.
 */
@Component
public class Dates {

	private final CurrentClinic clinic;

	Dates(CurrentClinic clinic) {
		this.clinic = clinic;
	}

	/** {@code mar. 24 nov. 2026, 14 h 30}, or {@code Tue 24 Nov 2026, 14:30}. */
	public String dateTime(Instant instant, Locale locale) {
		return date(instant, locale) + ", "
				+ DateStyle.of(locale).time().format(instant.atZone(this.clinic.now().timeZone()));
	}

	/**
	 * {@code mar. 24 nov. 2026}, or {@code Tue 24 Nov 2026}; for a date of birth see
	 * {@link #plain}.
	 */
	public String date(LocalDate day, Locale locale) {
		return DateStyle.of(locale).date().format(day);
	}

	/**
	 * {@code mar. 24 nov. 2026, 14 h 30 (heure de Paris)}: when somebody has to be there.
	 */
	public String appointment(Instant instant, Locale locale) {
		return "%s (%s)".formatted(dateTime(instant, locale), zone(locale));
	}

	/** {@code 14 h 30}, or {@code 14:30}. */
	public String time(Instant instant, Locale locale) {
		return DateStyle.of(locale).time().format(instant.atZone(this.clinic.now().timeZone()));
	}

	/** The same of a time that is the clinic's already. */
	public String time(LocalTime time, Locale locale) {
		return DateStyle.of(locale).time().format(time);
	}

	/** Whose time the pages tell: {@code heure de Paris}, or {@code Paris time}. */
	public String zone(Locale locale) {
		return DateStyle.of(locale).zone().apply(this.clinic.now().timeZone());
	}

	/** {@code 24 novembre 2026}, or {@code 24 November 2026}. */
	public String plain(LocalDate day, Locale locale) {
		return DateStyle.of(locale).plain().format(day);
	}

	/** {@code 3/12}, or {@code 3 Dec}, where the year goes without saying. */
	public String dayAndMonth(LocalDate day, Locale locale) {
		return DateStyle.of(locale).dayAndMonth().format(day);
	}

	/** The day on which the instant falls in the clinic. */
	public String date(Instant instant, Locale locale) {
		return date(LocalDate.ofInstant(instant, this.clinic.now().timeZone()), locale);
	}

}
