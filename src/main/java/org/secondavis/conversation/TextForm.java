package org.secondavis.conversation;

import java.text.Normalizer;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * A prepared text as staff type it.
 *
 * @param version the revision that was seen; blank where ours has never been replaced
 * @param topicVersion the revisions that were seen in all languages of a topic of the
 * clinic's own
 * @param name what the clinic calls a topic of its own
 * @param text the words
 */
record TextForm(String version, String topicVersion, String name, String text) {

	private static final int LONGEST_NAME = 80;

	/** Leaves room for what is filled in. */
	private static final int LONGEST = 3000;

	TextForm(@Nullable String version, @Nullable String topicVersion, @Nullable String name, @Nullable String text) {
		this.version = clean(version);
		this.topicVersion = clean(topicVersion);
		this.name = clean(name).replaceAll("\\s+", " ");
		this.text = clean(text);
	}

	/** The revision that was seen; -1 if nothing was stored then. */
	int revision() {
		return this.version.matches("\\d{1,9}") ? Integer.parseInt(this.version) : -1;
	}

	void checkName(Errors errors) {
		if (this.name.isEmpty() || this.name.length() > LONGEST_NAME) {
			errors.rejectValue("name", "texts.name.wrong", new Object[] { LONGEST_NAME }, null);
		}
	}

	void checkText(Errors errors) {
		if (this.text.isEmpty()) {
			errors.rejectValue("text", "texts.text.missing");
		}
		else if (this.text.length() > LONGEST) {
			errors.rejectValue("text", "texts.text.long", new Object[] { LONGEST }, null);
		}
		else if (!Placeholder.unknown(this.text).isEmpty()) {
			errors.rejectValue("text", "texts.text.unknown",
					new Object[] { String.join(", ", Placeholder.unknown(this.text)) }, null);
		}
	}

	// a pasted accent may be two signs; no control sign but the end of a line is meant
	private static String clean(@Nullable String typed) {
		return (typed != null) ? Normalizer.normalize(
				typed.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n]]+", " ").strip(), Normalizer.Form.NFC) : "";
	}

}
