package org.secondavis.mail;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a mail says, and to whom; it lives only while the mail leaves.
 *
 * @param to the addresses
 * @param language the reader's language
 * @param about what the subject names: a reference or a number
 * @param content what the template needs
 */
record Letter(List<String> to, Locale language, Object about, Map<String, Object> content) {

	Letter(List<String> to, Locale language, Object about) {
		this(to, language, about, Map.of());
	}

	Letter with(String name, Object value) {
		Map<String, Object> more = new HashMap<>(this.content);
		more.put(name, value);
		return new Letter(this.to, this.language, this.about, more);
	}

	@Override
	public String toString() {
		return "Letter[…]";
	}

}
