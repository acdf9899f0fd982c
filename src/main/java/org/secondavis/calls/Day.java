package org.secondavis.calls;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Understands a day that staff type in three fields. */
final class Day {

	private Day() {
	}

	/** The day; empty if there is no such day. */
	static Optional<LocalDate> of(String day, String month, String year) {
		if (!(day + "/" + month + "/" + year).matches("\\d{1,2}/\\d{1,2}/\\d{4}")) {
			return Optional.empty();
		}
		try {
			return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

}
