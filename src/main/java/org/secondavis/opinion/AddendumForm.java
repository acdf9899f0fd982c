package org.secondavis.opinion;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What a doctor types to follow an opinion.
 *
 * @param seen what had followed the opinion when the page was made
 * @param question the question that it answers; empty if nobody asked
 * @param addition what it says
 */
record AddendumForm(String seen, String question, String addition) {

	AddendumForm(@Nullable String seen, @Nullable String question, @Nullable String addition) {
		this.seen = Typed.line(seen);
		this.question = Typed.line(question);
		this.addition = Typed.area(addition);
	}

	/**
	 * What a form carries that was made from these: the last of them, be it a draft or
	 * not, so that nothing is sent twice; empty if there was none.
	 */
	static String seen(List<Addendum> all) {
		return all.isEmpty() ? "" : all.get(all.size() - 1).getId() + "/" + all.get(all.size() - 1).revision();
	}

	/**
	 * What it says.
	 * @throws WrongFormException if it has to be put right
	 */
	String words() {
		Faults faults = new Faults();
		String words = Objects.requireNonNullElse(faults.words(this.addition, "addition"), "");
		faults.require(!words.isEmpty(), "addition", "opinions.addendum.missing");
		faults.throwIfAny();
		return words;
	}

	@Override
	public String toString() {
		return "AddendumForm[…]";
	}

}
