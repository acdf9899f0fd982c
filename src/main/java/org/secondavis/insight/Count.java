package org.secondavis.insight;

import java.time.LocalDate;

/**
 * How often something is there.
 *
 * @param figure which figure it belongs to
 * @param item what was counted: a code, or the Monday of a week
 * @param number how often
 */
record Count(Figure figure, String item, long number) {

	/** The Monday of a week that was counted. */
	public LocalDate week() {
		return LocalDate.parse(this.item);
	}

}
