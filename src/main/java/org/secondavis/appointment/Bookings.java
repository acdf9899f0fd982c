package org.secondavis.appointment;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.secondavis.clinic.CurrentClinic;
import org.secondavis.clinic.WorkingDays;
import org.secondavis.request.Reference;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.StaffId;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Carries out what staff decide about appointments. Whoever acts on a request waits for
 * whoever acts on it already, then finds out whether it still is as it was seen; whoever
 * takes a doctor's time waits for others who take one. That no time is taken twice is
 * seen to by the database.
 */
@Service
class Bookings {

	private final Appointments appointments;

	private final Requests requests;

	private final WorkingDays workingDays;

	private final AppointmentProperties properties;

	private final JdbcClient jdbc;

	private final CurrentClinic clinic;

	private final Clock clock;

	Bookings(Appointments appointments, Requests requests, WorkingDays workingDays, AppointmentProperties properties,
			JdbcClient jdbc, CurrentClinic clinic, Clock clock) {
		this.appointments = appointments;
		this.requests = requests;
		this.workingDays = workingDays;
		this.properties = properties;
		this.jdbc = jdbc;
		this.clinic = clinic;
		this.clock = clock;
	}

	/**
	 * Offers times to the patient and holds them; what was offered before is taken back.
	 * @throws AppointmentOvertakenException if the request is not as it was seen
	 * @throws TimeTakenException if somebody else has one of the times
	 */
	@Transactional
	void propose(Reference reference, Seen seen, Meeting meeting, List<Span> times, StaffId by) {
		SecondOpinionRequest request = openRequest(reference, meeting);
		Instant now = this.clock.instant();
		replace(request, seen, meeting, by, now);
		take(Appointment.propose(request.getId(), meeting.doctor(), meeting.visit(), times, heldUntil(times, now), by,
				now));
	}

	/** Fixes a time to which the patient agreed; as above. */
	@Transactional
	void book(Reference reference, Seen seen, Meeting meeting, Span time, StaffId by) {
		SecondOpinionRequest request = openRequest(reference, meeting);
		Instant now = this.clock.instant();
		replace(request, seen, meeting, by, now);
		take(Appointment.book(request.getId(), meeting.doctor(), meeting.visit(), time, by, now));
	}

	/** Moves what is booked; as above. */
	@Transactional
	void move(Reference reference, Seen seen, Meeting meeting, Span time, StaffId by) {
		SecondOpinionRequest request = openRequest(reference, meeting);
		Instant now = this.clock.instant();
		Appointment appointment = current(request, seen);
		releaseLapsed(meeting.doctor(), now);
		appointment.move(meeting.doctor(), meeting.visit(), time, by, now);
		take(appointment);
	}

	/** Does anything else to the appointment that was seen. */
	@Transactional
	void act(Reference reference, Seen seen, BiConsumer<Appointment, Instant> act) {
		act(lock(reference), seen, act);
	}

	/** The same, for what makes sense only while the request goes on. */
	@Transactional
	void answer(Reference reference, Seen seen, BiConsumer<Appointment, Instant> answer) {
		act(lockOpen(reference), seen, answer);
	}

	private void act(SecondOpinionRequest request, Seen seen, BiConsumer<Appointment, Instant> act) {
		Appointment appointment = this.appointments.findLatest(request.getId())
			.filter(seen::isStill)
			.orElseThrow(AppointmentOvertakenException::new);
		act.accept(appointment, this.clock.instant());
		this.appointments.saveAndFlush(appointment);
	}

	private Appointment current(SecondOpinionRequest request, Seen seen) {
		return this.appointments.findLatest(request.getId())
			.filter((found) -> found.isCurrent() && seen.isStill(found))
			.orElseThrow(AppointmentOvertakenException::new);
	}

	private void replace(SecondOpinionRequest request, Seen seen, Meeting meeting, StaffId by, Instant now) {
		Optional<Appointment> latest = this.appointments.findLatest(request.getId());
		if (latest.isPresent() ? !seen.isStill(latest.get()) : !seen.isNone()) {
			throw new AppointmentOvertakenException();
		}
		latest.filter(Appointment::isCurrent).ifPresent((former) -> {
			former.giveWay(by, now);
			this.appointments.saveAndFlush(former);
		});
		releaseLapsed(meeting.doctor(), now);
	}

	private void releaseLapsed(UUID doctor, Instant now) {
		this.appointments.lockLapsed(doctor, now).forEach((lapsed) -> {
			lapsed.lapse(now);
			this.appointments.saveAndFlush(lapsed);
		});
	}

	private void take(Appointment appointment) {
		try {
			this.appointments.saveAndFlush(appointment);
		}
		catch (DataIntegrityViolationException ex) {
			throw new TimeTakenException();
		}
	}

	/** No longer than until the last of the times begins. */
	private Instant heldUntil(List<Span> times, Instant now) {
		Instant evening = this.workingDays.after(now, this.properties.holdDays())
			.atTime(this.properties.holdHour(), 0)
			.atZone(this.clinic.now().timeZone())
			.toInstant();
		Instant last = times.stream().map(Span::begins).max(Comparator.naturalOrder()).orElse(evening);
		return last.isBefore(evening) ? last : evening;
	}

	private SecondOpinionRequest openRequest(Reference reference, Meeting meeting) {
		SecondOpinionRequest request = lockOpen(reference);
		if (request.getEraseAt() != null) {
			throw new AppointmentOvertakenException();
		}
		lockDoctors(request, meeting);
		// whoever makes an appointment has read the request, and the patient sees so
		this.requests.markRead(request.getId(), this.clock.instant());
		return request;
	}

	// One after the other for each doctor, the one whose time is given up included, and
	// before anything is written: two who wait for each other would be a deadlock, which
	// takes a second to be noticed.
	private void lockDoctors(SecondOpinionRequest request, Meeting meeting) {
		this.jdbc
			.sql("""
					select pg_advisory_xact_lock(hashtextextended(doctor::text, 0)) from (
					    select :doctor as doctor
					    union select doctor_id from appointment where request_id = :request and state in ('PROPOSED', 'BOOKED')
					    order by doctor) concerned
					""")
			.param("doctor", meeting.doctor())
			.param("request", request.getId())
			.query()
			.listOfRows();
	}

	private SecondOpinionRequest lockOpen(Reference reference) {
		SecondOpinionRequest request = lock(reference);
		if (!request.getStatus().isOpen()) {
			throw new AppointmentOvertakenException();
		}
		return request;
	}

	private SecondOpinionRequest lock(Reference reference) {
		return this.requests.lockByReference(reference).orElseThrow(AppointmentOvertakenException::new);
	}

	/**
	 * With whom and how.
	 *
	 * @param doctor the doctor's account
	 * @param visit how they meet
	 */
	record Meeting(UUID doctor, Visit visit) {
	}

}
