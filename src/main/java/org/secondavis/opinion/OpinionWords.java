package org.secondavis.opinion;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an opinion says in words. It concerns health, so it is only ever stored sealed.
 *
 * @param firstConclusion what the first meeting concluded, or why there is none
 * @param answers answers to the patient's questions, one by one, in their order
 * @param diagnosis what is thought of the diagnosis
 * @param treatment what is thought of the treatment
 * @param furtherTests which tests would help
 * @param localTreatment whether metastases can be treated where they are
 * @param trial whether a trial comes into question
 * @param whatMatters how the opinion meets what matters to the patient
 * @param notConcluded why there is no conclusion, where there is none
 */
public record OpinionWords(@Nullable String firstConclusion, List<Answer> answers, @Nullable String diagnosis,
		@Nullable String treatment, @Nullable String furtherTests, @Nullable String localTreatment,
		@Nullable String trial, @Nullable String whatMatters, @Nullable String notConcluded) {

	/** Nothing said yet. */
	public static final OpinionWords NONE = new OpinionWords(null, List.of(), null, null, null, null, null, null, null);

	/** What is answered to a question; none if nothing is. */
	public @Nullable String answerTo(String question) {
		return this.answers.stream()
			.filter((answer) -> answer.question().equals(question) && !answer.text().isBlank())
			.map(Answer::text)
			.findFirst()
			.orElse(null);
	}

	@Override
	public String toString() {
		return "OpinionWords[…]";
	}

}
