package org.secondavis.mail;

import java.time.Clock;
import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.secondavis.appointment.AppointmentChanged;
import org.secondavis.appointment.AppointmentNear;
import org.secondavis.mail.OutgoingMail.Recipient;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;

/**
 * Decides which mails an event about an appointment causes, and queues them in the
 * transaction that published it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AppointmentMails {

	private final Outbox outbox;

	private final Requests requests;

	private final Clock clock;

	AppointmentMails(Outbox outbox, Requests requests, Clock clock) {
		this.outbox = outbox;
		this.requests = requests;
		this.clock = clock;
	}

	@EventListener
	void on(AppointmentChanged event) {
		switch (event.act()) {
			case PROPOSED -> tellPatient(event.appointmentId(), event.requestId(), "appointment-proposed");
			case BOOKED, ACCEPTED -> tellPatient(event.appointmentId(), event.requestId(), "appointment-booked");
			case MOVED -> tellPatient(event.appointmentId(), event.requestId(), "appointment-moved");
			case WITHDRAWN, CANCELLED, ENDED ->
				tellPatient(event.appointmentId(), event.requestId(), "appointment-cancelled");
			case LAPSED, OTHERS_WANTED, REFUSED, ARRIVED, MISSED, LINK_SET -> {
			}
		}
		if (event.byPatient()) {
			queue(event.appointmentId(), event.requestId(), "appointment-answered", Recipient.CLINIC);
		}
	}

	@EventListener
	void on(AppointmentNear event) {
		tellPatient(event.appointmentId(), event.requestId(), "appointment-reminder");
	}

	private void tellPatient(UUID appointment, UUID request, String template) {
		if (this.requests.findById(request).filter(SecondOpinionRequest::mayBeMailed).isPresent()) {
			queue(appointment, request, template, Recipient.PATIENT);
		}
	}

	private void queue(UUID appointment, UUID request, String template, Recipient recipient) {
		this.outbox
			.save(OutgoingMail.aboutAppointment(appointment, request, template, recipient, this.clock.instant()));
	}

}
