package org.secondavis.appointment;

import java.util.UUID;

import org.secondavis.encryption.Vault;
import org.secondavis.request.Reference;

import org.springframework.stereotype.Service;

/**
 * Carries out what patients answer on their own page. Each answer holds only for the
 * proposal that the patient saw.
 */
@Service
public class AppointmentAnswers {

	/** The longest words to an answer, in signs. */
	public static final int LONGEST = 1000;

	private final Bookings bookings;

	private final Appointments appointments;

	private final Vault vault;

	AppointmentAnswers(Bookings bookings, Appointments appointments, Vault vault) {
		this.bookings = bookings;
		this.appointments = appointments;
		this.vault = vault;
	}

	/**
	 * Takes one of the times; a double click takes it once.
	 * @param time the id of the offer
	 * @throws AppointmentOvertakenException if it is not held for the patient any more
	 */
	public void accept(Reference reference, UUID requestId, Seen seen, UUID time) {
		try {
			this.bookings.act(reference, seen, (appointment, now) -> appointment.accept(time, null, now));
		}
		catch (AppointmentOvertakenException ex) {
			if (this.appointments.findLatest(requestId).filter((found) -> found.isBookedAt(time)).isEmpty()) {
				throw ex;
			}
		}
	}

	/** Asks for other times, with a few words if the patient likes; as above. */
	public void wantOthers(Reference reference, Seen seen, String words) {
		this.bookings.act(reference, seen, (appointment, now) -> appointment.wantOthers(words, this.vault, null, now));
	}

	/** Wants no appointment; as above. */
	public void refuse(Reference reference, Seen seen, String words) {
		this.bookings.act(reference, seen, (appointment, now) -> appointment.refuse(words, this.vault, null, now));
	}

}
