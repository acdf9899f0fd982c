package org.secondavis.request;

import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * How the clinic reaches the patient; at least one of phone and e-mail is there.
 *
 * @param phone the patient's number, if given
 * @param email the patient's address, if given
 * @param times when a call suits; none means always
 * @param voicemail whether a message may be left, if answered
 * @param first who is to be called first, where a helper asks
 */
@Embeddable
public record Contact(@Nullable Phone phone, @Nullable EmailAddress email, @Column(
		name = "contact_times") @JdbcTypeCode(SqlTypes.ARRAY) @Enumerated(EnumType.STRING) List<TimeOfDay> times,
		@Nullable Boolean voicemail,
		@Column(name = "contact_first") @Enumerated(EnumType.STRING) @Nullable Person first) {

	/** Whether the patient's mail arrives there; capitals make no difference. */
	public boolean isReachedAt(EmailAddress address) {
		return this.email != null && this.email.value().equalsIgnoreCase(address.value());
	}

	/** The same, where the patient alone is called. */
	Contact ofPatientOnly() {
		return new Contact(this.phone, this.email, this.times, this.voicemail, null);
	}

	@Override
	public String toString() {
		return "Contact[…]";
	}

	/** A part of the day. */
	public enum TimeOfDay {

		MORNING, NOON, AFTERNOON, EVENING

	}

	/** Who is called, and who fills in the form. */
	public enum Person {

		PATIENT, HELPER

	}

}
