package org.secondavis.appointment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.secondavis.appointment.Bookings.Meeting;
import org.secondavis.clinic.CurrentClinic;
import org.secondavis.encryption.Vault;
import org.secondavis.request.Reference;
import org.secondavis.request.StaffId;
import org.secondavis.staff.WrongInputException;

import org.springframework.stereotype.Component;

import static org.secondavis.staff.WrongInputException.require;

/** Reads what staff fill in and has it carried out. */
@Component
class AppointmentActions {

	private final Bookings bookings;

	private final AppointmentAnswers answers;

	private final Doctors doctors;

	private final Slots slots;

	private final Vault vault;

	private final CurrentClinic clinic;

	private final Clock clock;

	AppointmentActions(Bookings bookings, AppointmentAnswers answers, Doctors doctors, Slots slots, Vault vault,
			CurrentClinic clinic, Clock clock) {
		this.bookings = bookings;
		this.answers = answers;
		this.doctors = doctors;
		this.slots = slots;
		this.vault = vault;
		this.clinic = clinic;
		this.clock = clock;
	}

	/**
	 * Carries an action out.
	 * @throws WrongInputException if the form does not hold what the action needs
	 * @throws AppointmentOvertakenException if the request is not as it was seen
	 * @throws TimeTakenException if somebody else has the time
	 */
	void carryOut(Action action, Reference reference, AppointmentForm form, StaffId by) {
		Seen seen = form.proposal();
		switch (action) {
			case PROPOSE -> {
				Meeting meeting = meeting(form);
				this.bookings.propose(reference, seen, meeting, times(form, meeting, AppointmentForm.MOST_TIMES), by);
			}
			case BOOK -> {
				Meeting meeting = meeting(form);
				this.bookings.book(reference, seen, meeting, times(form, meeting, 1).get(0), by);
			}
			case MOVE -> {
				Meeting meeting = meeting(form);
				this.bookings.move(reference, seen, meeting, times(form, meeting, 1).get(0), by);
			}
			case CANCEL -> this.bookings.act(reference, seen, (one, now) -> one.cancel(by, now));
			case ARRIVED -> this.bookings.act(reference, seen, (one, now) -> one.arrive(by, now));
			case MISSED -> this.bookings.act(reference, seen, (one, now) -> one.miss(by, now));
			case LINK -> {
				String link = form.videoLink();
				this.bookings.act(reference, seen, (one, now) -> one.meetAt(link, this.vault, by, now));
			}
			case UNLINK -> this.bookings.act(reference, seen, (one, now) -> one.meetAt("", this.vault, by, now));
			case ANSWER -> note(reference, form, by);
		}
	}

	/** What the patient said by telephone. */
	private void note(Reference reference, AppointmentForm form, StaffId by) {
		String words = form.answerWords();
		switch (form.answer()) {
			case "OTHERS" -> this.answers.wantOthers(reference, form.proposal(), words, by);
			case "NONE" -> this.answers.refuse(reference, form.proposal(), words, by);
			default -> {
				UUID time = Typed.id(form.answer())
					.orElseThrow(() -> new WrongInputException("answer", "appointments.answer.choose"));
				this.answers.accept(reference, form.proposal(), time, words, by);
			}
		}
	}

	private Meeting meeting(AppointmentForm form) {
		return new Meeting(form.doctorId(this.doctors.all()), form.visitMode());
	}

	private List<Span> times(AppointmentForm form, Meeting meeting, int most) {
		List<Span> times = form.chosen(most, this.clinic.now().timeZone(), this.clock.instant());
		require(times.stream()
			.map(Span::begins)
			.map(this::dayOf)
			.distinct()
			.noneMatch((day) -> this.slots.isAway(meeting.doctor(), day)), "times", "appointments.times.away");
		return times;
	}

	private LocalDate dayOf(Instant instant) {
		return LocalDate.ofInstant(instant, this.clinic.now().timeZone());
	}

	/** What staff can do. */
	enum Action {

		PROPOSE, BOOK, MOVE, CANCEL, ARRIVED, MISSED, LINK, UNLINK, ANSWER;

		/** By the value of the button. */
		static Optional<Action> of(String button) {
			return Arrays.stream(values())
				.filter((one) -> one.name().toLowerCase(Locale.ROOT).equals(button))
				.findFirst();
		}

	}

}
