package org.secondavis.information;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page that informs patients, ready to be shown.
 *
 * @param slug its name in addresses
 * @param language the language in which it is written
 * @param title the question that it answers
 * @param line what it holds, in one line
 * @param summary what it says, in short
 * @param order its place in the list
 * @param listed whether it answers a question of patients and stands in the list, unlike
 * a legal notice
 * @param reviewed when it was last reviewed, if told
 * @param headings its own headings
 * @param html its text
 */
record InformationPage(String slug, String language, String title, String line, String summary, int order,
		boolean listed, @Nullable LocalDate reviewed, List<Heading> headings, String html) {

	static final Comparator<InformationPage> IN_ORDER = Comparator.comparingInt(InformationPage::order)
		.thenComparing(InformationPage::title);

	private static final int HEADINGS_ON_TWO_SCREENS = 4;

	/** Whether the page is so long that a table of contents helps. */
	public boolean isLong() {
		return this.headings.size() > HEADINGS_ON_TWO_SCREENS;
	}

	/**
	 * A heading to which a link can lead.
	 *
	 * @param id the anchor
	 * @param text the heading in plain text
	 */
	record Heading(String id, String text) {
	}

}
