package org.secondavis.followup;

import org.jspecify.annotations.Nullable;
import org.secondavis.intake.Check;
import org.secondavis.intake.Text;
import org.secondavis.opinion.DoctorAnswer;
import org.secondavis.opinion.PatientOpinions;

/**
 * What patients answer on the page of their opinion: a question, or whether the treating
 * doctor may have it.
 *
 * @param question the question
 * @param number which of the patient's questions the page showed it to be
 * @param doctorMay {@code YES} or {@code NO}
 * @param revision of the opinion that the page showed
 */
record OpinionForm(String question, String number, String doctorMay, String revision) {

	static final String YES = "YES";

	static final String NO = "NO";

	OpinionForm(@Nullable String question, @Nullable String number, @Nullable String doctorMay,
			@Nullable String revision) {
		this.question = Text.area(question);
		this.number = Text.line(number);
		this.doctorMay = Text.line(doctorMay);
		this.revision = Text.line(revision);
	}

	/** With what was answered before about the treating doctor. */
	static OpinionForm showing(@Nullable DoctorAnswer answer) {
		return new OpinionForm(null, null, (answer == null) ? null : (answer.agreed() ? YES : NO), null);
	}

	/** Whether there is a question in it. */
	boolean alsoAsks() {
		return !this.question.isEmpty();
	}

	/** Whether there is an answer in it that is not known yet. */
	boolean alsoAnswers(@Nullable DoctorAnswer known) {
		return !this.doctorMay.isEmpty() && (known == null || known.agreed() != this.doctorMay.equals(YES));
	}

	OpinionForm withoutQuestion() {
		return new OpinionForm(null, null, this.doctorMay, null);
	}

	void checkQuestion(Check check) {
		check.required("question").atMost(PatientOpinions.LONGEST, "question");
	}

	void checkDoctor(Check check) {
		if (!this.doctorMay.equals(YES) && !this.doctorMay.equals(NO)) {
			check.wrong("doctorMay", "required");
		}
	}

	/** The number, or one that no question has. */
	int asNumber() {
		return number(this.number);
	}

	/** The revision, or one that no opinion has. */
	int asRevision() {
		return number(this.revision);
	}

	private static int number(String typed) {
		return typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : -1;
	}

	@Override
	public String toString() {
		return "OpinionForm[…]";
	}

}
