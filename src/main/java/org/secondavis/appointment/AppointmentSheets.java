package org.secondavis.appointment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.secondavis.appointment.AppointmentSheet.Day;
import org.secondavis.appointment.AppointmentSheet.Line;
import org.secondavis.appointment.AppointmentSheet.Time;
import org.secondavis.clinic.CurrentClinic;
import org.secondavis.encryption.UnreadableException;
import org.secondavis.encryption.Vault;
import org.secondavis.request.Expectations;
import org.secondavis.request.Reference;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.StaffId;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what staff see who look for an appointment. */
@Component
class AppointmentSheets {

	private final Requests requests;

	private final Appointments appointments;

	private final Doctors doctors;

	private final Slots slots;

	private final Vault vault;

	private final CurrentClinic clinic;

	private final Clock clock;

	AppointmentSheets(Requests requests, Appointments appointments, Doctors doctors, Slots slots, Vault vault,
			CurrentClinic clinic, Clock clock) {
		this.requests = requests;
		this.appointments = appointments;
		this.doctors = doctors;
		this.slots = slots;
		this.vault = vault;
		this.clinic = clinic;
		this.clock = clock;
	}

	/** The same; what the patient answered counts as seen from now on. */
	@Transactional
	Optional<AppointmentSheet> open(Reference reference, AppointmentForm form) {
		Optional<AppointmentSheet> sheet = of(reference, form);
		sheet.map(AppointmentSheet::appointment)
			.filter(Line::unseen)
			.ifPresent((answered) -> this.appointments.markAnswerSeen(answered.id(), this.clock.instant()));
		return sheet;
	}

	/** With the doctor and the kind of visit that the form names, else the likeliest. */
	@Transactional(readOnly = true)
	Optional<AppointmentSheet> of(Reference reference, AppointmentForm form) {
		return this.requests.findByReference(reference).map((request) -> of(request, form));
	}

	private AppointmentSheet of(SecondOpinionRequest request, AppointmentForm form) {
		List<Doctors.Doctor> all = this.doctors.all();
		Appointment appointment = this.appointments.findLatest(request.getId()).orElse(null);
		UUID doctor = doctor(form, all, appointment, request.getAssignee());
		Visit visit = Typed.visit(form.visit()).orElseGet(() -> visit(appointment, request));
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.clinic.now().timeZone());
		LocalDate first = Typed.date(form.from()).filter((day) -> !day.isBefore(today)).orElse(today);
		return new AppointmentSheet(request, (appointment != null) ? line(appointment, all) : null, all, doctor, visit,
				first, (doctor != null) ? days(doctor, visit, first) : List.of());
	}

	private List<Day> days(UUID doctor, Visit visit, LocalDate first) {
		Map<LocalDate, List<Span>> free = this.slots
			.free(List.of(doctor), visit, first, first.plusDays(AppointmentSheet.DAYS - 1L))
			.getOrDefault(doctor, Map.of());
		return free.entrySet()
			.stream()
			.map((day) -> new Day(day.getKey(),
					day.getValue()
						.stream()
						.map((span) -> new Time(AppointmentForm.tick(span), span.begins()))
						.toList()))
			.toList();
	}

	/** Who is chosen, else who has the appointment, else who works on the request. */
	private static @Nullable UUID doctor(AppointmentForm form, List<Doctors.Doctor> all,
			@Nullable Appointment appointment, @Nullable StaffId assignee) {
		if (!form.doctor().isEmpty()) {
			return known(Typed.id(form.doctor()).orElse(null), all);
		}
		UUID former = (appointment != null) ? known(appointment.getDoctorId(), all) : null;
		return (former != null) ? former : known((assignee != null) ? assignee.value() : null, all);
	}

	private static @Nullable UUID known(@Nullable UUID doctor, List<Doctors.Doctor> all) {
		return all.stream().map(Doctors.Doctor::id).filter((id) -> id.equals(doctor)).findFirst().orElse(null);
	}

	private static Visit visit(@Nullable Appointment appointment, SecondOpinionRequest request) {
		if (appointment != null) {
			return appointment.getVisit();
		}
		return (request.getExpectations().visitMode() == Expectations.VisitMode.VIDEO) ? Visit.VIDEO : Visit.ON_SITE;
	}

	private Line line(Appointment appointment, List<Doctors.Doctor> all) {
		Instant now = this.clock.instant();
		Span span = appointment.span().orElse(null);
		String doctor = all.stream()
			.filter((one) -> one.id().equals(appointment.getDoctorId()))
			.map(Doctors.Doctor::name)
			.findFirst()
			.or(() -> this.doctors.nameOf(appointment.getDoctorId()))
			.orElse("");
		return new Line(appointment.getId(), Seen.of(appointment), appointment.waitsForClinic(),
				appointment.stateAt(now), appointment.getVisit(), doctor, (span != null) ? span.begins() : null,
				(span != null) ? span.minutes() : 0, appointment.hasBegun(now), appointment.offers(now),
				appointment.getHeldUntil(), opened(() -> appointment.videoLink(this.vault)), words(appointment));
	}

	private @Nullable String words(Appointment appointment) {
		return appointment.getActs()
			.stream()
			.filter((act) -> act.getAct().isAnswer())
			.reduce((former, last) -> last)
			.map((act) -> opened(() -> act.words(this.vault)))
			.orElse(null);
	}

	// The rest of the page still helps.
	private static @Nullable String opened(Supplier<@Nullable String> sealed) {
		try {
			return sealed.get();
		}
		catch (UnreadableException ex) {
			return null;
		}
	}

}
