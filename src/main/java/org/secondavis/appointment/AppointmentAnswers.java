package org.secondavis.appointment;

import java.util.UUID;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.secondavis.encryption.Vault;
import org.secondavis.request.Reference;
import org.secondavis.request.StaffId;
import org.secondavis.staff.WrongInputException;

import org.springframework.stereotype.Service;

/**
 * Carries out what patients answer, on their own page or by telephone. Each answer holds
 * only for the proposal that was seen, and while the request is open.
 */
@Service
public class AppointmentAnswers {

	/** The longest words to an answer, in signs. */
	public static final int LONGEST = 1000;

	private final Bookings bookings;

	private final Appointments appointments;

	private final Offers offers;

	private final Vault vault;

	AppointmentAnswers(Bookings bookings, Appointments appointments, Offers offers, Vault vault) {
		this.bookings = bookings;
		this.appointments = appointments;
		this.offers = offers;
		this.vault = vault;
	}

	/**
	 * Takes one of the times, with a few words if the patient likes; a double click takes
	 * it once.
	 * @param time the id of the offer
	 * @throws AppointmentOvertakenException if it is not held for the patient any more
	 */
	public void accept(Reference reference, UUID requestId, Seen seen, UUID time, String words) {
		once(requestId, (found) -> found.isBookedAt(time) && found.isAnswered(Act.ACCEPTED, words, this.vault),
				() -> accept(reference, seen, time, words, null));
	}

	/** Asks for other times; as above. */
	public void wantOthers(Reference reference, UUID requestId, Seen seen, String words) {
		once(requestId, (found) -> found.isAnswered(Act.OTHERS_WANTED, words, this.vault),
				() -> wantOthers(reference, seen, words, null));
	}

	/** Wants no appointment; as above. */
	public void refuse(Reference reference, UUID requestId, Seen seen, String words) {
		once(requestId, (found) -> found.isAnswered(Act.REFUSED, words, this.vault),
				() -> refuse(reference, seen, words, null));
	}

	void accept(Reference reference, Seen seen, UUID time, String words, @Nullable StaffId by) {
		this.bookings.answer(reference, seen, (appointment, now) -> {
			if (this.offers.isLost(appointment, time)) {
				throw new WrongInputException("answer", "appointments.times.away");
			}
			appointment.accept(time, words, this.vault, by, now);
		});
	}

	void wantOthers(Reference reference, Seen seen, String words, @Nullable StaffId by) {
		this.bookings.answer(reference, seen, (appointment, now) -> appointment.wantOthers(words, this.vault, by, now));
	}

	void refuse(Reference reference, Seen seen, String words, @Nullable StaffId by) {
		this.bookings.answer(reference, seen, (appointment, now) -> appointment.refuse(words, this.vault, by, now));
	}

	// who sends the same answer again is not told that it came too late
	private void once(UUID requestId, Predicate<Appointment> done, Runnable answer) {
		try {
			answer.run();
		}
		catch (WrongInputException ex) {
			throw new AppointmentOvertakenException(); // the page then shows what is left
		}
		catch (AppointmentOvertakenException ex) {
			if (this.appointments.findLatest(requestId).filter(done).isEmpty()) {
				throw ex;
			}
		}
	}

}
