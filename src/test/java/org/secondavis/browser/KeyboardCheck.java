package org.secondavis.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.microsoft.playwright.Page;

import org.springframework.core.io.ClassPathResource;

/**
 * Goes through a page with the Tab key alone: everything that can be used must be
 * reached, in the order of the page, with a focus that is seen and not covered, and the
 * first stop must lead past the header (WCAG 2.2, 2.1.1, 2.1.2, 2.4.1, 2.4.3, 2.4.7,
 * 2.4.11).
 */
final class KeyboardCheck {

	private static final String WATCH = watch();

	/** Pages on which Tab goes round in circles are given up. */
	private static final int ROUNDS = 3;

	/** Headers that have been gone through; on other pages they are skipped. */
	private static final Set<String> HEADERS = ConcurrentHashMap.newKeySet();

	private KeyboardCheck() {
	}

	/** What somebody without a mouse would miss on this page. */
	@SuppressWarnings("unchecked")
	static List<String> faultsOf(Page page) {
		page.evaluate(WATCH);
		boolean fromTop = HEADERS.add((String) page.evaluate("keyboardCheck.header"));
		page.keyboard().press("Tab");
		page.keyboard().press("Enter");
		int presses = (Integer) page.evaluate("(fromTop) => keyboardCheck.skip(fromTop)", fromTop);
		for (int round = 0; round < ROUNDS && !(Boolean) page.evaluate("keyboardCheck.isOver()"); round++) {
			Keyboard.hold(page, presses);
		}
		return (List<String>) page.evaluate("keyboardCheck.faults()");
	}

	private static String watch() {
		try {
			return new ClassPathResource("keyboard-check.js", KeyboardCheck.class)
				.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
