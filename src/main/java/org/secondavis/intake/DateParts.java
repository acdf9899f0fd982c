package org.secondavis.intake;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A date in the three fields in which people type it; {@code 1} and {@code 01} are the
 * same.
 *
 * @param day the day of the month
 * @param month the month, 1 to 12
 * @param year the year, in four digits
 */
record DateParts(String day, String month, String year) {

	private static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.ENGLISH);

	private static final Pattern MARKS = Pattern.compile("\\p{M}+");

	boolean isBlank() {
		return Stream.of(this.day, this.month, this.year).allMatch(String::isEmpty);
	}

	boolean isIncomplete() {
		return Stream.of(this.day, this.month, this.year).anyMatch(String::isEmpty);
	}

	/** The date, if there is such a day. */
	Optional<LocalDate> date() {
		try {
			return Optional
				.of(LocalDate.of(yearNumber(this.year).orElse(-1), monthNumber(this.month).orElse(0),
						number(this.day, 2).orElse(0)))
				.filter((date) -> date.getYear() > 0);
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	/**
	 * The date as people read it; a month or a year alone will do.
	 * @param writing how a whole date is written
	 * @param locale in which language
	 */
	String inWords(BiFunction<LocalDate, Locale, String> writing, Locale locale) {
		return date().map((date) -> writing.apply(date, locale)).orElseGet(() -> {
			String name = monthNumber(this.month).stream()
				.mapToObj((number) -> Month.of(number).getDisplayName(TextStyle.FULL, locale))
				.collect(Collectors.joining());
			return "%s %s".formatted(name, this.year).strip();
		});
	}

	/** The month, in figures or by its name, of which the beginning will do. */
	static OptionalInt monthNumber(String text) {
		OptionalInt month = number(text, 2);
		if (month.isPresent()) {
			return (month.getAsInt() >= 1 && month.getAsInt() <= 12) ? month : OptionalInt.empty();
		}
		String name = plain(text.replace(".", ""));
		List<Month> named = Stream.of(Month.values())
			.filter((one) -> name.length() >= 3 && LANGUAGES.stream()
				.anyMatch((language) -> plain(one.getDisplayName(TextStyle.FULL, language)).startsWith(name)))
			.toList();
		return (named.size() == 1) ? OptionalInt.of(named.get(0).getValue()) : OptionalInt.empty();
	}

	private static String plain(String text) {
		return MARKS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)).replaceAll("");
	}

	static OptionalInt yearNumber(String text) {
		return (text.length() == 4) ? number(text, 4) : OptionalInt.empty();
	}

	private static OptionalInt number(String text, int digits) {
		return (text.length() <= digits && !text.isEmpty() && text.chars().allMatch(Character::isDigit))
				? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
	}

}
