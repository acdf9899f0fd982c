package org.secondavis.mail;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.secondavis.appointment.CalendarFile;

/**
 * What a mail says, and to whom; it lives only while the mail leaves.
 *
 * @param to the addresses
 * @param language the reader's language
 * @param about what the subject names: a reference or a number
 * @param content what the template needs
 * @param calendar the calendar file that goes with it, if any
 */
record Letter(List<String> to, Locale language, Object about, Map<String, Object> content,
		@Nullable CalendarFile calendar) {

	Letter(List<String> to, Locale language, Object about) {
		this(to, language, about, Map.of(), null);
	}

	Letter with(String name, Object value) {
		Map<String, Object> more = new HashMap<>(this.content);
		more.put(name, value);
		return new Letter(this.to, this.language, this.about, more, this.calendar);
	}

	Letter with(CalendarFile calendar) {
		return new Letter(this.to, this.language, this.about, this.content, calendar);
	}

	@Override
	public String toString() {
		return "Letter[…]";
	}

}
