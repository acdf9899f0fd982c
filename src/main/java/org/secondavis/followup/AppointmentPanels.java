package org.secondavis.followup;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import org.secondavis.appointment.Appointment;
import org.secondavis.appointment.Appointments;
import org.secondavis.appointment.Offers;
import org.secondavis.request.SecondOpinionRequest;

import org.springframework.stereotype.Component;

/** Puts together what patients see of their appointment. */
@Component
class AppointmentPanels {

	private final Appointments appointments;

	private final Offers offers;

	private final Clock clock;

	AppointmentPanels(Appointments appointments, Offers offers, Clock clock) {
		this.appointments = appointments;
		this.offers = offers;
		this.clock = clock;
	}

	/** Of the appointment that is under way, or the last that was; none if none was. */
	@Nullable AppointmentPanel of(SecondOpinionRequest request) {
		return this.appointments.findLatest(request.getId()).map((latest) -> of(request, latest)).orElse(null);
	}

	/** Of that appointment; none if there is nothing to say of it any more. */
	@Nullable AppointmentPanel of(SecondOpinionRequest request, Appointment appointment) {
		AppointmentPanel panel = AppointmentPanel.of(appointment, this.offers.of(appointment), this.clock.instant());
		return (request.getStatus().isOpen() || panel.outlastsTheRequest()) ? panel : null;
	}

}
