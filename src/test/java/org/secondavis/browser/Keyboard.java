package org.secondavis.browser;

import java.util.regex.Pattern;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Somebody who uses pages with Tab, Space, the arrows and Enter only. */
final class Keyboard implements Hands {

	private static final int MORE_THAN_ANY_PAGE_HAS = 300;

	private static final int AT_A_TIME = 20;

	/** To ask after each key takes long; so Tab does nothing more once it is there. */
	private static final String STAY = """
			(any) => {
				window.stay = (event) => {
					if (event.key === 'Tab' && any.includes(document.activeElement)) {
						event.preventDefault();
					}
				};
				document.addEventListener('keydown', window.stay, true);
			}""";

	private static final String ARRIVED = """
			(any) => {
				const arrived = any.includes(document.activeElement);
				if (arrived) {
					document.removeEventListener('keydown', window.stay, true);
				}
				return arrived;
			}""";

	private final Page page;

	private int pages;

	Keyboard(Page page) {
		this.page = page;
		page.onFrameNavigated((frame) -> this.pages++);
	}

	@Override
	public Page page() {
		return this.page;
	}

	@Override
	public void press(Locator control) {
		tabTo(control);
		int before = this.pages;
		press("Enter", 1);
		this.page.waitForCondition(() -> this.pages > before);
		this.page.waitForLoadState(LoadState.DOMCONTENTLOADED);
	}

	@Override
	public void write(Locator field, String text) {
		tabTo(field);
		this.page.keyboard().insertText(text);
	}

	// Each part of a day is a stop, in the order of the browser's language; one step up
	// is the first day, the first month and this year.
	@Override
	public void newYearsDay(Locator field) {
		tabTo(field);
		for (int part = 0; part < 3; part++) {
			press("ArrowUp", 1);
			press("Tab", 1);
		}
		assertThat(field).hasValue(Pattern.compile("\\d{4}-01-01"));
	}

	@Override
	public void choose(Locator choice) {
		if ("radio".equals(choice.getAttribute("type"))) {
			chooseByArrows(choice);
		}
		else {
			tabTo(choice);
			press("Space", 1);
		}
	}

	private void chooseByArrows(Locator choice) {
		Locator group = this.page.locator("input[name='%s']".formatted(choice.getAttribute("name")));
		tabTo(group);
		press("Space", 1);
		for (int i = group.count(); i > 0 && !choice.isChecked(); i--) {
			press("ArrowDown", 1);
		}
	}

	@Override
	public Download download(Locator link) {
		tabTo(link);
		return this.page.waitForDownload(() -> press("Enter", 1));
	}

	/** Steps down through what a field offers. */
	void select(Locator field, int steps) {
		tabTo(field);
		press("ArrowDown", steps);
	}

	private void press(String key, int times) {
		for (int i = 0; i < times; i++) {
			this.page.keyboard().press(key);
		}
	}

	/** Goes on until one of these has the focus. */
	private void tabTo(Locator wanted) {
		wanted.first().waitFor();
		Object any = wanted.elementHandles();
		this.page.evaluate(STAY, any);
		for (int i = 0; i < MORE_THAN_ANY_PAGE_HAS / AT_A_TIME; i++) {
			hold(this.page, AT_A_TIME);
			if ((Boolean) this.page.evaluate(ARRIVED, any)) {
				return;
			}
		}
		throw new AssertionError("Tab does not reach " + wanted + " on " + this.page.url());
	}

	/**
	 * Tab so many times: a key that is held is told again and again, at half the price of
	 * one that is let go each time.
	 */
	static void hold(Page page, int times) {
		for (int i = 0; i < times; i++) {
			page.keyboard().down("Tab");
		}
		page.keyboard().up("Tab");
	}

}
