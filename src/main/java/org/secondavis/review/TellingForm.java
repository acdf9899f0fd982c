package org.secondavis.review;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A decision of which the patient is told, as staff type it.
 *
 * @param version the revision of the request that was seen
 * @param reason the code of why it ends
 * @param papers codes of the papers that are asked for
 * @param place the place to turn to, from the directory
 * @param elsewhere where to turn to, in words
 * @param told how the patient is told, as a code
 * @param person who was on the telephone, as a code
 * @param note the message, or what was said on the telephone
 * @param page names the page on which it was typed
 */
record TellingForm(String version, String reason, List<String> papers, String place, String elsewhere, String told,
		String person, String note, String page) {

	TellingForm(@Nullable String version, @Nullable String reason, @Nullable List<String> papers,
			@Nullable String place, @Nullable String elsewhere, @Nullable String told, @Nullable String person,
			@Nullable String note, @Nullable String page) {
		this.version = text(version);
		this.reason = text(reason);
		this.papers = (papers != null) ? List.copyOf(papers) : List.of();
		this.place = text(place);
		this.elsewhere = text(elsewhere);
		this.told = text(told);
		this.person = text(person);
		this.note = text(note);
		this.page = text(page);
	}

	/** The revision that was seen, or none that ever was. */
	int revision() {
		return DecisionForm.revision(this.version);
	}

	/** The same with other words. */
	TellingForm saying(String words) {
		return new TellingForm(this.version, this.reason, this.papers, this.place, this.elsewhere, this.told,
				this.person, words, this.page);
	}

	/** All that was typed in words. */
	String typed() {
		return (this.elsewhere + "\n\n" + this.note).strip();
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value.strip().replace("\r\n", "\n") : "";
	}

	@Override
	public String toString() {
		return "TellingForm[…]";
	}

}
