package org.secondavis.appointment;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.secondavis.settings.TypedDays;

/**
 * Understands what staff type. A browser that knows fields for dates and hours sends
 * {@code 2026-11-30} and {@code 14:30}; where it does not, people type as they write.
 */
final class Typed {

	private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:\\s*[:hH.]\\s*(\\d{2})?)?(?::\\d{2})?");

	private Typed() {
	}

	static String line(@Nullable String text) {
		return (text != null) ? text.replaceAll("\\p{Cntrl}+", " ").strip() : "";
	}

	static String area(@Nullable String text) {
		return (text != null) ? text.replace("\r\n", "\n").strip() : "";
	}

	static Optional<LocalDate> date(String text) {
		return TypedDays.day(text);
	}

	static Optional<LocalTime> time(String text) {
		try {
			Matcher written = TIME.matcher(text);
			if (!written.matches()) {
				return Optional.empty();
			}
			String minutes = written.group(2);
			return Optional.of(LocalTime.of(Integer.parseInt(written.group(1)),
					(minutes != null) ? Integer.parseInt(minutes) : 0));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	/** How long a visit takes, between five minutes and four hours. */
	static Optional<Integer> minutes(String text) {
		return text.matches("\\d{1,3}") ? Optional.of(Integer.parseInt(text)).filter((all) -> all >= 5 && all <= 240)
				: Optional.empty();
	}

	static Optional<UUID> id(String text) {
		try {
			return Optional.of(UUID.fromString(text));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	static Optional<Visit> visit(String text) {
		for (Visit visit : Visit.values()) {
			if (visit.name().equals(text)) {
				return Optional.of(visit);
			}
		}
		return Optional.empty();
	}

}
