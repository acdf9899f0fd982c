package org.secondavis.browser;

import java.time.Year;
import java.time.ZoneId;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Somebody who points and clicks. */
record Mouse(Page page) implements Hands {

	@Override
	public void press(Locator control) {
		control.click();
	}

	@Override
	public void write(Locator field, String text) {
		field.fill(text);
	}

	@Override
	public void newYearsDay(Locator field) {
		field.fill(Year.now(ZoneId.of("Europe/Paris")).atDay(1).toString());
	}

	@Override
	public void choose(Locator choice) {
		choice.check();
	}

	@Override
	public Download download(Locator link) {
		return this.page.waitForDownload(link::click);
	}

}
