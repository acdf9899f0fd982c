package org.secondavis.appointment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.secondavis.appointment.Appointment.Offer;
import org.secondavis.appointment.Appointment.State;
import org.secondavis.request.SecondOpinionRequest;

/**
 * What staff see who look for an appointment.
 *
 * @param request the request
 * @param appointment the one that is under way, or the last that was; none if none was
 * @param doctors who can be chosen
 * @param doctor who is chosen, if anybody
 * @param visit how they are to meet
 * @param first the first day whose free times are shown
 * @param days the days that have free times
 */
record AppointmentSheet(SecondOpinionRequest request, @Nullable Line appointment, List<Doctors.Doctor> doctors,
		@Nullable UUID doctor, Visit visit, LocalDate first, List<Day> days) {

	/** How many days are shown at once. */
	static final int DAYS = 14;

	public LocalDate earlier() {
		return this.first.minusDays(DAYS);
	}

	public LocalDate later() {
		return this.first.plusDays(DAYS);
	}

	public LocalDate last() {
		return this.first.plusDays(DAYS - 1);
	}

	/** Whether an appointment can be made. */
	public boolean open() {
		return this.request.getStatus().isOpen() && !erasureAsked();
	}

	/** Whether the patient wants the request to be erased. */
	public boolean erasureAsked() {
		return this.request.getEraseAt() != null;
	}

	/** Whether a time is fixed that lies ahead or is still to be marked. */
	public boolean booked() {
		return this.appointment != null && this.appointment.state() == State.BOOKED;
	}

	/** Where the video takes place, if that is known. */
	@Nullable String videoLink() {
		return (this.appointment != null) ? this.appointment.videoLink() : null;
	}

	/** Whether the patient is to be called, since no mail arrives. */
	public boolean byTelephone() {
		return !this.request.mayBeMailed();
	}

	@Override
	public String toString() {
		return "AppointmentSheet[%s]".formatted(this.request.getReference());
	}

	/**
	 * The appointment as it stands.
	 *
	 * @param id the appointment
	 * @param seen what a form about it has to carry
	 * @param unseen whether the patient has answered and nobody has seen it
	 * @param state how far it has come
	 * @param visit how they meet
	 * @param doctor the doctor's name
	 * @param begins when it takes place, once that is fixed
	 * @param minutes how long it takes, or 0
	 * @param begun whether it can be said that the patient came or did not
	 * @param offers the times that the patient can still choose from
	 * @param heldUntil until when they are held
	 * @param videoLink where the video takes place, if that is known
	 * @param words what the patient answered in words
	 */
	record Line(UUID id, Seen seen, boolean unseen, State state, Visit visit, String doctor, @Nullable Instant begins,
			int minutes, boolean begun, List<Offer> offers, @Nullable Instant heldUntil, @Nullable String videoLink,
			@Nullable String words) {

		/** Whether staff can note what the patient says to it. */
		public boolean asks() {
			return this.state == State.PROPOSED || this.state == State.LAPSED;
		}

		@Override
		public String toString() {
			return "Line[%s]".formatted(this.state);
		}

	}

	/**
	 * A day with free times.
	 *
	 * @param date the day
	 * @param times its free times
	 */
	record Day(LocalDate date, List<Time> times) {
	}

	/**
	 * A free time.
	 *
	 * @param value what stands for it in the form
	 * @param begins when it begins
	 */
	record Time(String value, Instant begins) {
	}

}
