package org.secondavis.appointment;

import java.nio.charset.StandardCharsets;

/**
 * A file for a calendar program (RFC 5545).
 *
 * @param method what the program is to do with it, as RFC 5546 calls it
 * @param content the file
 */
public record CalendarFile(String method, byte[] content) {

	static CalendarFile of(String method, String text) {
		return new CalendarFile(method, text.getBytes(StandardCharsets.UTF_8));
	}

	/** Its type, which repeats the method (RFC 6047). */
	public String mediaType() {
		return "text/calendar; charset=UTF-8; method=" + this.method;
	}

	/** What it is called where it is kept; it says nothing of health. */
	public String name() {
		return "rendez-vous.ics";
	}

	@Override
	public String toString() {
		return "CalendarFile[%s]".formatted(this.method);
	}

}
