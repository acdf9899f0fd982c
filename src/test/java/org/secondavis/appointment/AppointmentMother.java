package org.secondavis.appointment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import org.secondavis.encryption.Vault;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.StaffId;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes appointments for the tests of other modules, and lets things happen to them. */
@TestComponent
public class AppointmentMother {

	private final Appointments appointments;

	private final PassingTime passingTime;

	private final Vault vault;

	private final TransactionTemplate transaction;

	AppointmentMother(Appointments appointments, PassingTime passingTime, Vault vault,
			TransactionTemplate transaction) {
		this.appointments = appointments;
		this.passingTime = passingTime;
		this.vault = vault;
		this.transaction = transaction;
	}

	/** Half an hour at each of these times, held for two days. */
	public Appointment propose(SecondOpinionRequest request, StaffId doctor, Visit visit, Instant now,
			Instant... times) {
		List<Span> spans = List.of(times).stream().map((time) -> Span.of(time, 30)).toList();
		return this.appointments.saveAndFlush(Appointment.propose(request.getId(), doctor.value(), visit, spans,
				now.plus(Duration.ofDays(2)), doctor, now));
	}

	public Appointment book(SecondOpinionRequest request, StaffId doctor, Visit visit, Instant now, Instant time) {
		return this.appointments
			.saveAndFlush(Appointment.book(request.getId(), doctor.value(), visit, Span.of(time, 30), doctor, now));
	}

	public void move(Appointment appointment, StaffId by, Instant now, Instant time) {
		change(appointment.getId(),
				(found) -> found.move(found.getDoctorId(), found.getVisit(), Span.of(time, 30), by, now));
	}

	public void cancel(Appointment appointment, StaffId by, Instant now) {
		change(appointment.getId(), (found) -> found.cancel(by, now));
	}

	public void meetAt(Appointment appointment, String link, StaffId by, Instant now) {
		change(appointment.getId(), (found) -> found.meetAt(link, this.vault, by, now));
	}

	/** The patient takes the first of the times. */
	public void accept(Appointment appointment, Instant now) {
		change(appointment.getId(), (found) -> found.accept(found.offers(now).get(0).id(), "", this.vault, null, now));
	}

	public void arrive(Appointment appointment, StaffId by, Instant now) {
		change(appointment.getId(), (found) -> found.arrive(by, now));
	}

	/** An hour has passed. */
	public void lapse() {
		this.passingTime.lapse();
	}

	/** An hour has passed. */
	public void remind() {
		this.passingTime.remind();
	}

	private void change(UUID id, Consumer<Appointment> change) {
		this.transaction.executeWithoutResult((status) -> {
			Appointment found = this.appointments.findById(id).orElseThrow();
			change.accept(found);
			this.appointments.saveAndFlush(found);
		});
	}

}
