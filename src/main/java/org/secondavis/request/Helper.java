package org.secondavis.request;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * The person who asks on the patient's behalf and with the patient's agreement. The
 * patient is told, and can take the request over.
 *
 * @param name how the helper is called
 * @param relation what the helper is to the patient
 * @param phone the helper's number, if given
 * @param email the helper's address, if given
 * @param patientToldAt when it was noted that a patient without an address has been told
 * @param relievedAt since when the patient acts alone, if so
 */
@Embeddable
public record Helper(@Column(name = "helper_name") String name,
		@Column(name = "helper_relation") @Enumerated(EnumType.STRING) Relation relation,
		@Column(name = "helper_phone") @Nullable Phone phone,
		@Column(name = "helper_email") @Nullable EmailAddress email,
		@Column(name = "helper_patient_told_at") @Nullable Instant patientToldAt,
		@Column(name = "helper_relieved_at") @Nullable Instant relievedAt) {

	/** A helper who has just asked. */
	public static Helper asking(String name, Relation relation, @Nullable Phone phone, @Nullable EmailAddress email) {
		return new Helper(name, relation, phone, email, null, null);
	}

	Helper patientTold(Instant at) {
		return new Helper(this.name, this.relation, this.phone, this.email, at, this.relievedAt);
	}

	Helper relieved(Instant at) {
		return new Helper(this.name, this.relation, this.phone, this.email, this.patientToldAt, at);
	}

	/** Whether the clinic may still turn to the helper. */
	public boolean acts() {
		return this.relievedAt == null;
	}

	/**
	 * Whether the helper decides in the patient's place, as a guardian or as the parent
	 * of a minor does (Code de la santé publique, L.1111-2 and L.1111-4).
	 */
	public boolean decides() {
		return this.relation == Relation.GUARDIAN;
	}

	@Override
	public String toString() {
		return "Helper[…]";
	}

	/** What a helper can be to the patient. */
	public enum Relation {

		SPOUSE, CHILD, PARENT, OTHER_RELATIVE, FRIEND, CARER, DOCTOR, GUARDIAN

	}

}
