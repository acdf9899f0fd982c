package org.secondavis.settings;

import org.springframework.dao.DataIntegrityViolationException;

/** Recognises which rule of the database a change would have broken. */
public final class Rule {

	private Rule() {
	}

	/**
	 * Returns if it was this rule, for which a page has a sentence.
	 * @param constraint the name of the rule in the database
	 * @throws DataIntegrityViolationException if it was another one, which is our mistake
	 */
	public static void require(String constraint, DataIntegrityViolationException broken) {
		if (!String.valueOf(broken.getMostSpecificCause().getMessage()).contains(constraint)) {
			throw broken;
		}
	}

}
