package org.secondavis.followup;

import java.util.List;

/**
 * What the patient told in one step of the form.
 *
 * @param title the message code of its heading
 * @param answers the answers in their order
 */
record AnswerGroup(String title, List<Answer> answers) {

	@Override
	public String toString() {
		return "AnswerGroup[%s]".formatted(this.title);
	}

	/**
	 * One answer, in words.
	 *
	 * @param label the message code of the question
	 * @param values what was answered; none if nothing was
	 */
	record Answer(String label, List<String> values) {

		@Override
		public String toString() {
			return "Answer[%s]".formatted(this.label);
		}

	}

}
