package org.secondavis.opinion;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * What a patient told staff about the treating doctor.
 *
 * @param revision of the opinion that the page showed
 * @param patientAgrees {@value #YES} or {@value #NO}
 * @param heard how the patient said so, as a code
 */
record DoctorAnswerForm(String revision, String patientAgrees, String heard) {

	static final String YES = "YES";

	static final String NO = "NO";

	/** What can be answered. */
	static final List<String> ANSWERS = List.of(YES, NO);

	DoctorAnswerForm(@Nullable String revision, @Nullable String patientAgrees, @Nullable String heard) {
		this.revision = Typed.line(revision);
		this.patientAgrees = Typed.line(patientAgrees);
		this.heard = Typed.line(heard);
	}

	/** With what is known already, which can be corrected. */
	static DoctorAnswerForm showing(@Nullable DoctorAnswer answer) {
		if (answer == null) {
			return new DoctorAnswerForm(null, null, null);
		}
		return new DoctorAnswerForm(null, answer.agreed() ? YES : NO,
				(answer.heard() != null) ? answer.heard().name() : null);
	}

	void check(Errors errors) {
		if (!ANSWERS.contains(this.patientAgrees)) {
			errors.rejectValue("patientAgrees", "required.doctorMay");
		}
		if (Typed.code(Heard.class, this.heard).isEmpty()) {
			errors.rejectValue("heard", "opinion.forDoctor.heard.missing");
		}
	}

	boolean agreed() {
		return this.patientAgrees.equals(YES);
	}

	/** How the patient said so, once it has been checked. */
	Heard how() {
		return Typed.code(Heard.class, this.heard).orElseThrow();
	}

}
