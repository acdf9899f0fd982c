package org.secondavis.opinion;

import org.jspecify.annotations.Nullable;

/** What somebody saw of an opinion who fills in a form. */
final class Revision {

	/** There was none yet. */
	static final int NONE = -1;

	private static final int UNKNOWN = -2;

	private Revision() {
	}

	static int of(@Nullable Opinion opinion) {
		return (opinion != null) ? opinion.revision() : NONE;
	}

	/** As it stands in a form; what is none never fits. */
	static int of(@Nullable String typed) {
		if (typed == null || typed.isBlank()) {
			return NONE;
		}
		return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : UNKNOWN;
	}

}
