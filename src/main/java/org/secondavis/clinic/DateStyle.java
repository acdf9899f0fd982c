package org.secondavis.clinic;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * How a language writes days and hours. Ours are set here; any other language writes them
 * as the Unicode CLDR says.
 *
 * @param date a day with its weekday
 * @param time an hour
 * @param dayAndMonth a day whose year goes without saying
 * @param plain a day without its weekday
 * @param zone whose time it is
 */
record DateStyle(DateTimeFormatter date, DateTimeFormatter time, DateTimeFormatter dayAndMonth, DateTimeFormatter plain,
		Function<ZoneId, String> zone) {

	// no-break spaces keep the hour together
	private static final DateTimeFormatter FRENCH_TIME = pattern("H\u00A0'h'\u00A0mm", Locale.FRANCE);

	private static final DateTimeFormatter FRENCH_PLAIN = french("", " MMMM uuuu");

	private static final Function<ZoneId, String> FRENCH_ZONE = (zone) -> "heure de " + city(zone);

	private static final DateStyle FRENCH = new DateStyle(french("EEE ", " MMM uuuu"), FRENCH_TIME,
			pattern("d/M", Locale.FRANCE), FRENCH_PLAIN, FRENCH_ZONE);

	/** Easy to read, which allows of no abbreviation. */
	private static final DateStyle SIMPLE_FRENCH = new DateStyle(french("EEEE ", " MMMM uuuu"), FRENCH_TIME,
			french("", " MMMM"), FRENCH_PLAIN, FRENCH_ZONE);

	private static final DateStyle ENGLISH = new DateStyle(pattern("EEE d MMM uuuu", Locale.UK),
			pattern("HH:mm", Locale.UK), pattern("d MMM", Locale.UK), pattern("d MMMM uuuu", Locale.UK),
			(zone) -> city(zone) + " time");

	private static final Map<String, DateStyle> OURS = Map.of("fr", FRENCH, "fr-simple", SIMPLE_FRENCH, "en", ENGLISH);

	static DateStyle of(Locale language) {
		DateStyle ours = OURS.get(language.toLanguageTag());
		return (ours != null) ? ours : usual(language);
	}

	private static DateStyle usual(Locale language) {
		return new DateStyle(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(language),
				DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(language), pattern("d MMM", language),
				DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language),
				(zone) -> zone.getDisplayName(TextStyle.FULL, language));
	}

	/** The last part of {@code Europe/Paris}. */
	private static String city(ZoneId zone) {
		return zone.getId().substring(zone.getId().lastIndexOf('/') + 1).replace('_', ' ');
	}

	/** The first of a month is an ordinal. */
	private static DateTimeFormatter french(String before, String after) {
		return new DateTimeFormatterBuilder().appendPattern(before)
			.appendText(ChronoField.DAY_OF_MONTH, Map.of(1L, "1er"))
			.appendPattern(after)
			.toFormatter(Locale.FRANCE);
	}

	private static DateTimeFormatter pattern(String pattern, Locale language) {
		return DateTimeFormatter.ofPattern(pattern, language);
	}

}
