package org.secondavis.appointment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.secondavis.clinic.CurrentClinic;
import org.secondavis.clinic.WorkingDays;
import org.secondavis.doctor.Absence;
import org.secondavis.doctor.Absences;
import org.secondavis.doctor.Commitments;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says which times of doctors are free: computed, never stored, from their hours, the
 * days on which the clinic is closed or they are away, and what is held or booked.
 */
@Component
class Slots implements Commitments {

	private static final String TAKEN = """
			select t.doctor_id, t.begins, t.ends from appointment_time t
			join appointment a on a.id = t.appointment_id
			where t.doctor_id = any (:doctors) and t.during && tstzrange(:from, :to)
			and (t.state = 'BOOKED' or (t.state = 'HELD' and a.held_until > :now))
			""";

	/** Days on which doctors are away are taken, too; in one statement. */
	private static final String TAKEN_OR_AWAY = TAKEN
			+ """
					union all
					select b.doctor_id, b.first_day::timestamp at time zone :zone, (b.last_day + 1)::timestamp at time zone :zone
					from absence b where b.doctor_id = any (:doctors) and b.last_day >= :first and b.first_day <= :last
					""";

	private final WeeklyPatterns patterns;

	private final DayChanges changes;

	private final Absences absences;

	private final WorkingDays workingDays;

	private final JdbcClient jdbc;

	private final CurrentClinic clinic;

	private final Clock clock;

	Slots(WeeklyPatterns patterns, DayChanges changes, Absences absences, WorkingDays workingDays, JdbcClient jdbc,
			CurrentClinic clinic, Clock clock) {
		this.patterns = patterns;
		this.changes = changes;
		this.absences = absences;
		this.workingDays = workingDays;
		this.jdbc = jdbc;
		this.clinic = clinic;
		this.clock = clock;
	}

	/**
	 * The free times of each of these doctors by day; a day without any has no entry.
	 * @param visit how doctor and patient meet; none if that does not matter
	 * @param first the first day
	 * @param last the last day
	 */
	Map<UUID, Map<LocalDate, List<Span>>> free(Collection<UUID> doctors, @Nullable Visit visit, LocalDate first,
			LocalDate last) {
		return free(doctors, visit, first, last, taken(TAKEN_OR_AWAY, doctors, first, last), List.of());
	}

	/**
	 * The same for who knows already what is taken.
	 * @param taken what is held or booked of each doctor on these days
	 */
	Map<UUID, Map<LocalDate, List<Span>>> free(Collection<UUID> doctors, @Nullable Visit visit, LocalDate first,
			LocalDate last, Map<UUID, List<Span>> taken) {
		return free(doctors, visit, first, last, taken, this.absences.between(first, last));
	}

	private Map<UUID, Map<LocalDate, List<Span>>> free(Collection<UUID> doctors, @Nullable Visit visit, LocalDate first,
			LocalDate last, Map<UUID, List<Span>> taken, List<Absence> absences) {
		Map<UUID, List<WeeklyPattern>> weeks = group(this.patterns.findHolding(doctors, first, last),
				WeeklyPattern::getDoctorId);
		Map<UUID, List<DayChange>> days = group(
				this.changes.findByDoctorIdInAndDayBetweenOrderByDay(doctors, first, last), DayChange::getDoctorId);
		Map<UUID, List<Absence>> away = group(absences, Absence::getDoctorId);
		return doctors.stream().distinct().collect(Collectors.toMap(Function.identity(), (doctor) -> {
			List<Absence> absent = away.getOrDefault(doctor, List.of());
			TimeTable table = new TimeTable(weeks.getOrDefault(doctor, List.of()), days.getOrDefault(doctor, List.of()),
					this.workingDays::isClosed, (day) -> absent.stream().anyMatch((one) -> one.includes(day)),
					this.clinic.now().timeZone());
			return free(table, taken.getOrDefault(doctor, List.of()), visit, first, last);
		}));
	}

	private Map<LocalDate, List<Span>> free(TimeTable table, List<Span> taken, @Nullable Visit visit, LocalDate first,
			LocalDate last) {
		Instant now = this.clock.instant();
		Map<LocalDate, List<Span>> free = new TreeMap<>();
		first.datesUntil(last.plusDays(1)).forEach((day) -> {
			List<Span> spans = table.on(day, visit)
				.stream()
				.filter((span) -> span.begins().isAfter(now) && taken.stream().noneMatch(span::overlaps))
				.toList();
			if (!spans.isEmpty()) {
				free.put(day, spans);
			}
		});
		return free;
	}

	@Override
	public int count(UUID doctor, LocalDate first, LocalDate last) {
		Instant now = this.clock.instant();
		return (int) taken(TAKEN, List.of(doctor), first, last).getOrDefault(doctor, List.of())
			.stream()
			.filter((span) -> span.begins().isAfter(now))
			.count();
	}

	/** Whether the doctor is away on that day. */
	boolean isAway(UUID doctor, LocalDate day) {
		return this.absences.between(day, day).stream().anyMatch((one) -> one.getDoctorId().equals(doctor));
	}

	private Map<UUID, List<Span>> taken(String statement, Collection<UUID> doctors, LocalDate first, LocalDate last) {
		return this.jdbc.sql(statement)
			.param("doctors", doctors.toArray(UUID[]::new))
			.param("from", utc(first.atStartOfDay(this.clinic.now().timeZone()).toInstant()))
			.param("to", utc(last.plusDays(1).atStartOfDay(this.clinic.now().timeZone()).toInstant()))
			.param("now", utc(this.clock.instant()))
			.param("zone", this.clinic.now().timeZone().getId())
			.param("first", first)
			.param("last", last)
			.query((row, index) -> Map.entry(row.getObject("doctor_id", UUID.class),
					new Span(row.getObject("begins", OffsetDateTime.class).toInstant(),
							row.getObject("ends", OffsetDateTime.class).toInstant())))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	private static <T> Map<UUID, List<T>> group(List<T> all, Function<T, UUID> doctor) {
		return all.stream().collect(Collectors.groupingBy(doctor));
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
