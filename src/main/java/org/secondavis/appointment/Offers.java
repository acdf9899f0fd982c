package org.secondavis.appointment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.secondavis.appointment.Appointment.Offer;
import org.secondavis.clinic.CurrentClinic;
import org.secondavis.doctor.Absence;
import org.secondavis.doctor.Absences;

import org.springframework.stereotype.Component;

/**
 * Says what of a proposal a patient can still take: an absence may have been noted since
 * the times were proposed.
 */
@Component
public class Offers {

	private final Absences absences;

	private final CurrentClinic clinic;

	private final Clock clock;

	Offers(Absences absences, CurrentClinic clinic, Clock clock) {
		this.absences = absences;
		this.clinic = clinic;
		this.clock = clock;
	}

	/**
	 * The times that are held and on whose days the doctor is there, the earliest first.
	 */
	public List<Offer> of(Appointment appointment) {
		List<Offer> held = appointment.offers(this.clock.instant());
		if (held.isEmpty()) {
			return held;
		}
		List<Absence> absences = this.absences.ofDoctorFrom(appointment.getDoctorId(), dayOf(held.get(0)));
		return held.stream()
			.filter((offer) -> absences.stream().noneMatch((one) -> one.includes(dayOf(offer))))
			.toList();
	}

	/** Whether that time is held, but not to be had. */
	boolean isLost(Appointment appointment, UUID time) {
		List<Offer> left = of(appointment);
		return appointment.offers(this.clock.instant())
			.stream()
			.anyMatch((offer) -> offer.id().equals(time) && !left.contains(offer));
	}

	private LocalDate dayOf(Offer offer) {
		return LocalDate.ofInstant(offer.span().begins(), this.clinic.now().timeZone());
	}

}
