package org.secondavis.request;

import java.time.LocalDate;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * The person who is ill. The identity traits are those of French health identification:
 * birth name, first name, birth date, and the name in daily use where it differs.
 *
 * @param birthName the family name at birth
 * @param usedName the family name in daily use, if another
 * @param firstName the first name
 * @param birthDate the birth date
 */
@Embeddable
public record Patient(String birthName, @Nullable String usedName, String firstName, LocalDate birthDate) {

	/** The name by which the clinic calls the person. */
	public String fullName() {
		return this.firstName + " " + ((this.usedName != null) ? this.usedName : this.birthName);
	}

	@Override
	public String toString() {
		return "Patient[…]";
	}

}
