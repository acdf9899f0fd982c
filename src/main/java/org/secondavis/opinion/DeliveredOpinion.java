package org.secondavis.opinion;

import java.util.List;
import java.util.Optional;

/**
 * An opinion that the patient has, with all that belongs to it and nothing that is still
 * being written.
 *
 * @param opinion the opinion
 * @param meetings the clinic's own meetings that were held
 * @param questions what the patient has asked since
 * @param addenda what has followed, oldest first
 */
public record DeliveredOpinion(Opinion opinion, List<Rcp> meetings, List<OpinionQuestion> questions,
		List<Addendum> addenda) {

	/** The question that it answers; none if nobody asked. */
	public Optional<OpinionQuestion> questionOf(Addendum addendum) {
		return this.questions.stream()
			.filter((question) -> question.getId().equals(addendum.getQuestionId()))
			.findFirst();
	}

	/** How many questions the patient may still ask. */
	public int questionsLeft() {
		return OpinionQuestion.MOST - this.questions.size();
	}

	@Override
	public String toString() {
		return "DeliveredOpinion[%s]".formatted(this.opinion.getId());
	}

}
