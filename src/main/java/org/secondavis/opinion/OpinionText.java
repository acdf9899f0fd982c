package org.secondavis.opinion;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An opinion, or what follows it, in words, in the order in which it is read. Pages and
 * documents show the same.
 *
 * @param title what it is; it names nobody
 * @param facts whom it is about, of when and by whom it is
 * @param opening what is said before all else, if anything
 * @param sections what it says
 */
public record OpinionText(String title, List<Fact> facts, List<String> opening, List<Section> sections) {

	@Override
	public String toString() {
		return "OpinionText[…]";
	}

	/** Something in a word or two, such as a date. */
	public record Fact(String label, String value) {

		@Override
		public String toString() {
			return "Fact[%s]".formatted(this.label);
		}

	}

	/** What is said under one heading. */
	public record Section(String heading, List<Part> parts) {

		@Override
		public String toString() {
			return "Section[…]";
		}

	}

	/**
	 * One piece of text.
	 *
	 * @param heading what it answers, if it answers something
	 * @param text the text
	 * @param typed whether a person wrote it for this patient
	 */
	public record Part(@Nullable String heading, String text, boolean typed) {

		@Override
		public String toString() {
			return "Part[…]";
		}

	}

}
