package org.secondavis.opinion;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

import org.secondavis.request.StaffId;

/**
 * Whether the treating doctor may have an opinion, as its patient said.
 *
 * @param agreed whether the doctor may
 * @param at when the patient said so, or staff noted it
 * @param heard how the clinic heard it; none if the patient said so on the follow-up page
 * @param notedBy who noted it; none if the patient did
 */
@Embeddable
public record DoctorAnswer(@Column(name = "doctor_agreed") boolean agreed,
		@Column(name = "doctor_agreed_at") Instant at,
		@Column(name = "doctor_heard") @Enumerated(EnumType.STRING) @Nullable Heard heard,
		@Column(name = "doctor_noted_by") @Nullable StaffId notedBy) {

	/** Said on the follow-up page. */
	static DoctorAnswer ofPatient(boolean agreed, Instant at) {
		return new DoctorAnswer(agreed, at, null, null);
	}

}
