package org.secondavis.opinion;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Understands what staff type. A browser that knows fields for dates sends
 * {@code 2026-11-30}; where it does not, people type as they write.
 */
final class Typed {

	/** How long a text may be, in signs. */
	static final int LONGEST = 6000;

	private static final Pattern DATE = Pattern.compile("(\\d{1,2})[/. ](\\d{1,2})[/. ](\\d{4})");

	private Typed() {
	}

	static String line(@Nullable String text) {
		return (text != null) ? text.replaceAll("\\p{Cntrl}+", " ").strip() : "";
	}

	static String area(@Nullable String text) {
		return (text != null) ? text.replace("\r\n", "\n").strip() : "";
	}

	static Optional<LocalDate> date(String text) {
		try {
			Matcher written = DATE.matcher(text);
			return Optional
				.of(written.matches() ? LocalDate.of(Integer.parseInt(written.group(3)),
						Integer.parseInt(written.group(2)), Integer.parseInt(written.group(1))) : LocalDate.parse(text))
				.filter((date) -> date.getYear() > 1950 && date.getYear() < 3000);
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	static <E extends Enum<E>> Optional<E> code(Class<E> type, String code) {
		return Arrays.stream(type.getEnumConstants()).filter((one) -> one.name().equals(code)).findFirst();
	}

	static Optional<UUID> id(String text) {
		try {
			return Optional.of(UUID.fromString(text));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
