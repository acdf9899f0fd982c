package org.secondavis.request;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the patient wrote in words. It concerns health, so it is only ever stored sealed.
 *
 * @param cancerDetail which cancer, in the patient's words
 * @param hospital where the patient is treated
 * @param treatingDoctor who treats the patient
 * @param story the story of the illness, 4,000 signs at most
 * @param priorityDetail what matters most, in the patient's words
 * @param ownQuestions the patient's own questions, three at most
 * @param availability when the patient can come
 * @param accessNeeds what makes the clinic hard to reach for the patient (hearing,
 * moving, language)
 */
public record Narrative(@Nullable String cancerDetail, @Nullable String hospital, @Nullable String treatingDoctor,
		@Nullable String story, @Nullable String priorityDetail, List<String> ownQuestions,
		@Nullable String availability, @Nullable String accessNeeds) {

	@Override
	public String toString() {
		return "Narrative[…]";
	}

}
