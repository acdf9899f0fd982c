package org.secondavis.browser;

import com.microsoft.playwright.Page;

/** Somebody who uses the form with Tab, Space, the arrows and Enter only. */
final class KeyboardJourney {

	private static final int MORE_THAN_ANY_PAGE_HAS = 300;

	private final Page page;

	KeyboardJourney(Page page) {
		this.page = page;
	}

	Page page() {
		return this.page;
	}

	KeyboardJourney write(String name, String text) {
		tabTo("[name='%s']".formatted(name));
		this.page.keyboard().insertText(text);
		return this;
	}

	/**
	 * Reaches a group of radio buttons and moves by arrow until the wanted one is chosen.
	 */
	KeyboardJourney pick(String name, String code) {
		tabTo("input[name='%s']".formatted(name));
		this.page.keyboard().press("Space");
		String wanted = "input[name='%s'][value='%s']".formatted(name, code);
		for (int i = 0; i < 20 && !this.page.locator(wanted).isChecked(); i++) {
			this.page.keyboard().press("ArrowDown");
		}
		return this;
	}

	KeyboardJourney select(String name) {
		tabTo("select[name='%s']".formatted(name));
		this.page.keyboard().press("ArrowDown");
		return this;
	}

	KeyboardJourney goOn() {
		return press("button[name=action][value=continue]");
	}

	KeyboardJourney press(String button) {
		tabTo(button);
		String here = this.page.url();
		this.page.keyboard().press("Enter");
		this.page.waitForURL((url) -> !url.equals(here));
		return this;
	}

	private void tabTo(String selector) {
		for (int i = 0; i < MORE_THAN_ANY_PAGE_HAS; i++) {
			this.page.keyboard().press("Tab");
			if ((Boolean) this.page.evaluate("(selector) => document.activeElement.matches(selector)", selector)) {
				return;
			}
		}
		throw new AssertionError("Tab does not reach " + selector + " on " + this.page.url());
	}

}
