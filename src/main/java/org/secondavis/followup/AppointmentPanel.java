package org.secondavis.followup;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.secondavis.appointment.Appointment;
import org.secondavis.appointment.Appointment.Offer;
import org.secondavis.appointment.Seen;
import org.secondavis.appointment.Span;
import org.secondavis.appointment.Visit;

/**
 * What the patient sees of the appointment.
 *
 * @param seen what an answer has to carry
 * @param kind how far it has come
 * @param visit how doctor and patient meet
 * @param begins when it takes place, once that is fixed
 * @param offers the times to choose from
 * @param heldUntil until when they are kept
 */
record AppointmentPanel(Seen seen, Kind kind, Visit visit, @Nullable Instant begins, List<Offer> offers,
		@Nullable Instant heldUntil) {

	static AppointmentPanel of(Appointment appointment, List<Offer> offers, Instant now) {
		return new AppointmentPanel(Seen.of(appointment), kind(appointment, offers, now), appointment.getVisit(),
				appointment.span().map(Span::begins).orElse(null), offers, appointment.getHeldUntil());
	}

	private static Kind kind(Appointment appointment, List<Offer> offers, Instant now) {
		return switch (appointment.getState()) {
			case PROPOSED, LAPSED -> offers.isEmpty() ? Kind.LAPSED : Kind.OFFERED;
			case OTHERS_WANTED -> Kind.OTHERS_WANTED;
			case REFUSED -> Kind.REFUSED;
			// whoever connects late still needs the address
			case BOOKED, ARRIVED -> appointment.isOver(now) ? Kind.PAST : Kind.FIXED;
			case MISSED -> Kind.PAST;
			case CANCELLED -> appointment.span().isPresent() ? Kind.CANCELLED : Kind.WITHDRAWN;
		};
	}

	/** Whether the patient can answer. */
	public boolean asks() {
		return this.kind == Kind.OFFERED || this.kind == Kind.LAPSED;
	}

	/** Whether it is still true once the request has ended: nothing is promised then. */
	boolean outlastsTheRequest() {
		return EnumSet.of(Kind.FIXED, Kind.PAST, Kind.CANCELLED).contains(this.kind);
	}

	/** Whether the patient has to know it before anything else. */
	public boolean pressing() {
		return this.kind == Kind.OFFERED || this.kind == Kind.FIXED;
	}

	/** What there is to say of it. */
	enum Kind {

		OFFERED, LAPSED, OTHERS_WANTED, REFUSED, FIXED, PAST, CANCELLED, WITHDRAWN

	}

}
