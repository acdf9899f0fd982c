package org.secondavis.opinion;

/**
 * What is answered to one of the patient's questions.
 *
 * @param question the code of a question of the list, or {@code own1} to {@code own3}
 * @param text the answer
 */
public record Answer(String question, String text) {

	@Override
	public String toString() {
		return "Answer[%s]".formatted(this.question);
	}

}
