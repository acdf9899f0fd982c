package org.secondavis.intake;

import java.util.List;

import org.secondavis.request.Expectations.Question;

/** What the questions are about that patients put to the doctor. */
enum Theme {

	DISEASE(Question.DIAGNOSIS_SURE, Question.OTHER_DISEASE),

	TREATMENTS(Question.OTHER_THAN_SURGERY, Question.PROS_AND_CONS, Question.WHAT_RELIEF, Question.HOW_LONG_WAIT),

	OPERATION(Question.SUCCESS_RATE, Question.HOW_OPERATION, Question.ANAESTHESIA),

	LIFE(Question.HOSPITAL_STAY, Question.DAILY_LIFE, Question.PAIN, Question.COST);

	private final List<Question> questions;

	Theme(Question... questions) {
		this.questions = List.of(questions);
	}

	public List<Question> questions() {
		return this.questions;
	}

}
