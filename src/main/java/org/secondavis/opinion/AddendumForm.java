package org.secondavis.opinion;

import org.jspecify.annotations.Nullable;

/**
 * What a doctor types to follow an opinion.
 *
 * @param seen the draft that was on the page; empty if there was none
 * @param question the question that it answers; empty if nobody asked
 * @param addition what it says
 */
record AddendumForm(String seen, String question, String addition) {

	AddendumForm(@Nullable String seen, @Nullable String question, @Nullable String addition) {
		this.seen = Typed.line(seen);
		this.question = Typed.line(question);
		this.addition = Typed.area(addition);
	}

	/** What a form about this draft carries; empty if there was none. */
	static String seen(@Nullable Addendum draft) {
		return (draft != null) ? draft.getId() + "/" + draft.revision() : "";
	}

	/** What it says. */
	String words() {
		String words = Typed.words(this.addition, "addition");
		if (words == null) {
			throw new WrongInputException("addition", "opinions.addendum.missing");
		}
		return words;
	}

	@Override
	public String toString() {
		return "AddendumForm[…]";
	}

}
