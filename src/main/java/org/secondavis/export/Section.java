package org.secondavis.export;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A part of a printed page, in words.
 *
 * @param title its heading
 * @param points what stands below one another, such as questions
 * @param facts what has a name each
 * @param text what is one text
 */
record Section(String title, List<String> points, List<Fact> facts, @Nullable String text) {

	static Section ofPoints(String title, List<String> points) {
		return new Section(title, points, List.of(), null);
	}

	static Section ofFacts(String title, List<Fact> facts) {
		return new Section(title, List.of(), facts, null);
	}

	boolean isEmpty() {
		return this.points.isEmpty() && this.facts.isEmpty() && this.text == null;
	}

	static Section ofText(String title, String text) {
		return new Section(title, List.of(), List.of(), text);
	}

	@Override
	public String toString() {
		return "Section[…]";
	}

	/** Something that has a name, with its values. */
	record Fact(String label, List<String> values) {

		@Override
		public String toString() {
			return "Fact[%s]".formatted(this.label);
		}

	}

}
