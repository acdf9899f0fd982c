package org.secondavis.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import org.secondavis.appointment.Appointment;
import org.secondavis.appointment.Appointment.State;
import org.secondavis.appointment.Appointments;
import org.secondavis.appointment.CalendarFiles;
import org.secondavis.clinic.Dates;
import org.secondavis.request.SecondOpinionRequest;

/**
 * What letters say of an appointment as it stands when they leave: when it takes place,
 * never with whom or why.
 */
@Component
class AppointmentLetters {

	private final Appointments appointments;

	private final CalendarFiles calendars;

	private final Dates dates;

	private final Clock clock;

	AppointmentLetters(Appointments appointments, CalendarFiles calendars, Dates dates, Clock clock) {
		this.appointments = appointments;
		this.calendars = calendars;
		this.dates = dates;
		this.clock = clock;
	}

	/** The mail's appointment; none if what the mail is to say holds no more. */
	Optional<Appointment> find(OutgoingMail mail) {
		UUID id = mail.getAppointmentId();
		return (id != null) ? this.appointments.findById(id).filter((found) -> holds(mail.getTemplate(), found))
				: Optional.empty();
	}

	private boolean holds(String template, Appointment appointment) {
		Instant now = this.clock.instant();
		return switch (template) {
			case "appointment-proposed" -> appointment.isOffered(now);
			case "appointment-booked", "appointment-moved", "appointment-reminder" ->
				appointment.getState() == State.BOOKED && !appointment.hasBegun(now);
			case "appointment-cancelled" -> appointment.getState() == State.CANCELLED;
			default -> true;
		};
	}

	/** The patient's letter, with a file for the calendar where a time was fixed. */
	Letter write(Letter letter, Appointment appointment, SecondOpinionRequest request) {
		Letter written = letter.with("link", letter.content().get("link") + "/rendez-vous")
			.with("visit", appointment.getVisit());
		Instant until = appointment.getHeldUntil();
		Letter complete = (until != null) ? written.with("until", this.dates.appointment(until, letter.language()))
				: written;
		return appointment.span()
			.map((span) -> complete.with("at", this.dates.appointment(span.begins(), letter.language()))
				.with(this.calendars.of(appointment, request.getReference(), letter.language())))
			.orElse(complete);
	}

}
