package org.secondavis.intake;

import java.time.LocalDate;

/** The answers of one step, as they were typed. */
sealed interface StepForm permits WhoForm, ContactForm, SituationForm, ExpectationsForm, PapersForm {

	/**
	 * Notes what has to be put right.
	 * @param check takes the notes
	 * @param all the answers of all steps, this one's included
	 * @param today the day in the clinic's zone
	 */
	void check(Check check, TypedAnswers all, LocalDate today);

}
