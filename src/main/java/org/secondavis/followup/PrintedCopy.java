package org.secondavis.followup;

import java.util.List;

/**
 * The copy of a patient's data in words, in the order in which it matters to a person.
 *
 * @param about whose data it is, and of when
 * @param facts where the request stands
 * @param readable whether the patient's own words can be shown
 * @param answers what the patient told
 * @param opinion the opinion and what followed it, if it was delivered
 * @param asked the papers that were asked for or have come
 * @param messages the conversation with the clinic
 * @param files the files that were sent
 * @param notes the notes of the team
 * @param appointments what was proposed and fixed
 * @param history what was done
 * @param mails which mails were sent
 */
record PrintedCopy(String about, List<Fact> facts, boolean readable, List<AnswerGroup> answers, List<Entry> opinion,
		List<Entry> asked, List<Entry> messages, List<Entry> files, List<Entry> notes, List<Entry> appointments,
		List<Entry> history, List<Entry> mails) {

	@Override
	public String toString() {
		return "PrintedCopy[…]";
	}

	/** Something in a word or two, such as a date. */
	record Fact(String label, String value) {

		@Override
		public String toString() {
			return "Fact[%s]".formatted(this.label);
		}

	}

	/** Something that happened or was written, with what more is known of it. */
	record Entry(String head, List<String> lines) {

		@Override
		public String toString() {
			return "Entry[%s]".formatted(this.lines.size());
		}

	}

}
