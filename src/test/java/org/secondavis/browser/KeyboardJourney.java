package org.secondavis.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** A patient on the way through the form by keyboard alone. */
final class KeyboardJourney {

	private final Keyboard keyboard;

	KeyboardJourney(Page page) {
		this.keyboard = new Keyboard(page);
	}

	Page page() {
		return this.keyboard.page();
	}

	KeyboardJourney write(String name, String text) {
		this.keyboard.write(locate("[name='%s']".formatted(name)), text);
		return this;
	}

	KeyboardJourney pick(String name, String code) {
		this.keyboard.choose(locate("input[name='%s'][value='%s']".formatted(name, code)));
		return this;
	}

	KeyboardJourney select(String name) {
		this.keyboard.select(locate("select[name='%s']".formatted(name)), 1);
		return this;
	}

	KeyboardJourney goOn() {
		return press("button[name=action][value=continue]");
	}

	KeyboardJourney press(String button) {
		this.keyboard.press(locate(button));
		return this;
	}

	private Locator locate(String selector) {
		return page().locator(selector);
	}

}
