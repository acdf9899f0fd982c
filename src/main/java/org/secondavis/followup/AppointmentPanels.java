package org.secondavis.followup;

import java.time.Clock;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.secondavis.appointment.Appointments;

import org.springframework.stereotype.Component;

/** Puts together what patients see of their appointment. */
@Component
class AppointmentPanels {

	private final Appointments appointments;

	private final Clock clock;

	AppointmentPanels(Appointments appointments, Clock clock) {
		this.appointments = appointments;
		this.clock = clock;
	}

	/** Of the appointment that is under way, or the last that was; none if none was. */
	@Nullable AppointmentPanel of(UUID request) {
		return this.appointments.findLatest(request)
			.map((appointment) -> AppointmentPanel.of(appointment, this.clock.instant()))
			.orElse(null);
	}

}
