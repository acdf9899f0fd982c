package org.secondavis.request;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * The person who asks on the patient's behalf and with the patient's agreement.
 *
 * @param name how the helper is called
 * @param relation what the helper is to the patient
 * @param phone the helper's number, if given
 * @param email the helper's address, if given
 */
@Embeddable
public record Helper(@Column(name = "helper_name") String name,
		@Column(name = "helper_relation") @Enumerated(EnumType.STRING) Relation relation,
		@Column(name = "helper_phone") @Nullable Phone phone,
		@Column(name = "helper_email") @Nullable EmailAddress email) {

	@Override
	public String toString() {
		return "Helper[…]";
	}

	/** What a helper can be to the patient. */
	public enum Relation {

		SPOUSE, CHILD, PARENT, OTHER_RELATIVE, FRIEND, CARER, DOCTOR, GUARDIAN

	}

}
