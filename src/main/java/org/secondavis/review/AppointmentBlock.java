package org.secondavis.review;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.secondavis.appointment.Appointment;
import org.secondavis.appointment.Appointment.State;
import org.secondavis.appointment.Span;

/**
 * What the request page says of the appointment.
 *
 * @param id the appointment
 * @param state how far it has come
 * @param unseen whether the patient has answered and nobody has seen it
 * @param begins when it takes place, once that is fixed
 * @param heldUntil until when the proposed times are held
 */
record AppointmentBlock(UUID id, State state, boolean unseen, @Nullable Instant begins, @Nullable Instant heldUntil) {

	/** Of the one that is under way, or the last that was; none if none was. */
	static @Nullable AppointmentBlock of(List<Appointment> all, Clock clock) {
		return Appointment.latest(all)
			.map((latest) -> new AppointmentBlock(latest.getId(), latest.stateAt(clock.instant()),
					latest.waitsForClinic(), latest.span().map(Span::begins).orElse(null), latest.getHeldUntil()))
			.orElse(null);
	}

}
