package org.secondavis.appointment;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A line of the agenda.
 *
 * @param doctorId the account of the doctor
 * @param doctor the doctor's name
 * @param kind what the time is
 * @param begins when it begins
 * @param ends when it ends
 * @param visit how they meet; none of a free time
 * @param appointmentId the appointment; none of a free time
 * @param sequence how often it was changed
 * @param reference the request; none of a free time
 * @param patient the name by which the clinic calls the patient
 */
record AgendaEntry(UUID doctorId, String doctor, Kind kind, Instant begins, Instant ends, @Nullable Visit visit,
		@Nullable UUID appointmentId, int sequence, @Nullable String reference, @Nullable String patient) {

	static AgendaEntry free(Doctors.Doctor doctor, Span span) {
		return new AgendaEntry(doctor.id(), doctor.name(), Kind.FREE, span.begins(), span.ends(), null, null, 0, null,
				null);
	}

	@Override
	public String toString() {
		return "AgendaEntry[%s]".formatted(this.reference);
	}

	/** What a time is. */
	enum Kind {

		FREE, PROPOSED, BOOKED, ARRIVED, MISSED

	}

}
