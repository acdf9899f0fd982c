package org.secondavis.browser;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** What people do on a page, with a mouse or without; words are those on the page. */
interface Hands {

	Page page();

	/** Uses a link or a button that leads to a page. */
	void press(Locator control);

	void write(Locator field, String text);

	/** Fills in a field for a day, with the first of this year. */
	void newYearsDay(Locator field);

	/** Ticks a box or takes one of several choices. */
	void choose(Locator choice);

	/** Uses a link to a file. */
	Download download(Locator link);

	default void follow(String words) {
		press(link(words));
	}

	default void press(String words) {
		press(page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words)).first());
	}

	default void write(String label, String text) {
		write(page().getByLabel(label), text);
	}

	default void choose(String label) {
		choose(page().getByLabel(label).first());
	}

	default Download download(String words) {
		return download(link(words));
	}

	private Locator link(String words) {
		return page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words)).first();
	}

}
