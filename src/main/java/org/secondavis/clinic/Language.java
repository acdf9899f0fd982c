package org.secondavis.clinic;

import java.util.Locale;

/**
 * A language in which people can read the pages.
 *
 * @param locale under which its texts are found
 * @param name what it calls itself
 */
public record Language(Locale locale, String name) {

	/** As HTML, addresses and folders of pages write it, such as {@code en}. */
	public String tag() {
		return this.locale.toLanguageTag();
	}

	/** Whether it is a language in other words, such as easy to read. */
	public boolean isVariant() {
		return !this.locale.getVariant().isEmpty();
	}

}
