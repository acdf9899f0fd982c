package org.secondavis.interop;

import java.util.Date;

import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.hl7.fhir.r4.model.Reference;

import org.secondavis.appointment.Appointment.State;

/** Writes the appointments of a request. */
class Visits {

	private final Codes codes;

	Visits(Codes codes) {
		this.codes = codes;
	}

	Appointment visit(org.secondavis.appointment.Appointment appointment, Reference request, Reference patient,
			Reference doctor) {
		Appointment visit = new Appointment().setStatus(status(appointment.getState()))
			.setDescription(this.codes.word(appointment.getVisit()))
			.addBasedOn(request);
		appointment.span().ifPresent((span) -> visit.setStart(Date.from(span.begins())).setEnd(Date.from(span.ends())));
		visit.addParticipant().setActor(patient).setStatus(answer(appointment.getState()));
		visit.addParticipant().setActor(doctor).setStatus(ParticipationStatus.ACCEPTED);
		return visit;
	}

	private static AppointmentStatus status(State state) {
		return switch (state) {
			case PROPOSED -> AppointmentStatus.PROPOSED;
			case BOOKED -> AppointmentStatus.BOOKED;
			case ARRIVED -> AppointmentStatus.ARRIVED;
			case MISSED -> AppointmentStatus.NOSHOW;
			case LAPSED, OTHERS_WANTED, REFUSED, CANCELLED -> AppointmentStatus.CANCELLED;
		};
	}

	private static ParticipationStatus answer(State state) {
		return switch (state) {
			case PROPOSED, LAPSED -> ParticipationStatus.NEEDSACTION;
			case OTHERS_WANTED, REFUSED -> ParticipationStatus.DECLINED;
			case BOOKED, ARRIVED, MISSED, CANCELLED -> ParticipationStatus.ACCEPTED;
		};
	}

}
