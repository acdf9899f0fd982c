package org.secondavis.review;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A decision of which the patient is told, as staff type it. What a sender leaves out
 * altogether is none, what is left blank is blank.
 *
 * @param version the revision of the request that was seen
 * @param reason the code of why it ends
 * @param papers codes of the papers that are asked for
 * @param place the place to turn to, from the directory
 * @param elsewhere where to turn to, in words
 * @param told how the patient is told, as a code
 * @param note the message, or what was said on the telephone
 * @param page names the page on which it was typed
 */
record TellingForm(String version, @Nullable String reason, @Nullable List<String> papers, @Nullable String place,
		@Nullable String elsewhere, String told, @Nullable String note, String page) {

	TellingForm(@Nullable String version, @Nullable String reason, @Nullable List<String> papers,
			@Nullable String place, @Nullable String elsewhere, @Nullable String told, @Nullable String note,
			@Nullable String page) {
		this.version = Objects.requireNonNullElse(text(version), "");
		this.reason = text(reason);
		this.papers = (papers != null) ? List.copyOf(papers) : null;
		this.place = text(place);
		this.elsewhere = text(elsewhere);
		this.told = Objects.requireNonNullElse(text(told), "");
		this.note = text(note);
		this.page = Objects.requireNonNullElse(text(page), "");
	}

	/** The revision that was seen, or none that ever was. */
	int revision() {
		return this.version.matches("\\d{1,9}") ? Integer.parseInt(this.version) : -1;
	}

	/** The same with other words. */
	TellingForm saying(String words) {
		return new TellingForm(this.version, this.reason, this.papers, this.place, this.elsewhere, this.told, words,
				this.page);
	}

	/** Whether its sender left all to what the page proposes. */
	boolean leavesAllOpen() {
		return this.papers == null && this.note == null && this.told.isEmpty();
	}

	/** The words, if any. */
	String words() {
		return Objects.requireNonNullElse(this.note, "");
	}

	/**
	 * Where to turn to in words. A sender that knows of no place tells it in the message.
	 */
	String elsewhereInWords() {
		boolean inTheMessage = this.elsewhere == null && this.place == null && this.told.isEmpty();
		return Objects.requireNonNullElse(inTheMessage ? this.note : this.elsewhere, "");
	}

	private static @Nullable String text(@Nullable String value) {
		return (value != null) ? value.strip().replace("\r\n", "\n") : null;
	}

	@Override
	public String toString() {
		return "TellingForm[…]";
	}

}
