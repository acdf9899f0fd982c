package org.secondavis.request;

import org.jspecify.annotations.Nullable;

/**
 * All that a patient tells in the form, papers excepted.
 *
 * @param patient who is ill
 * @param helper who asks in the patient's place, if anybody
 * @param contact how to reach the patient
 * @param situation the medical situation
 * @param expectations what is hoped for
 * @param narrative what was written in words
 */
public record Answers(Patient patient, @Nullable Helper helper, Contact contact, Situation situation,
		Expectations expectations, Narrative narrative) {

	@Override
	public String toString() {
		return "Answers[…]";
	}

}
