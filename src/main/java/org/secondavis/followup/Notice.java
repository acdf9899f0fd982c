package org.secondavis.followup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the follow-up page says has been done, by a word in its address. */
enum Notice {

	CORRECTED, ADDRESS_CHANGED, WITHDRAWN, ERASURE_ASKED, ERASURE_CALLED_OFF, TAKEN_OVER;

	String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	String key() {
		return "followup.done." + name();
	}

	static Optional<Notice> at(String word) {
		return Arrays.stream(values()).filter((notice) -> notice.word().equals(word)).findFirst();
	}

	/** Where the page says so. */
	String on(String base) {
		return "redirect:%s?avis=%s".formatted(base, word());
	}

}
