package org.secondavis.appointment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.secondavis.clinic.CurrentClinic;

import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what doctors have before them, day by day. */
@Component
class Agenda {

	private static final String ENTRIES = """
			select t.doctor_id, d.name as doctor, a.state as kind, t.begins, t.ends, a.visit, a.id as appointment_id,
			    a.sequence, r.reference, r.first_name || ' ' || coalesce(r.used_name, r.birth_name) as patient
			from appointment_time t
			join appointment a on a.id = t.appointment_id
			join second_opinion_request r on r.id = a.request_id
			join staff_account d on d.id = t.doctor_id
			where t.begins >= :from and t.begins < :to and (:doctor::uuid is null or t.doctor_id = :doctor)
			and (t.state = 'BOOKED' or (t.state = 'HELD' and a.held_until > :now))
			order by t.begins, d.name
			""";

	private final JdbcClient jdbc;

	private final Slots slots;

	private final CurrentClinic clinic;

	private final Clock clock;

	Agenda(JdbcClient jdbc, Slots slots, CurrentClinic clinic, Clock clock) {
		this.jdbc = jdbc;
		this.slots = slots;
		this.clinic = clinic;
		this.clock = clock;
	}

	/** What is held, booked or has taken place; of all doctors if none is named. */
	List<AgendaEntry> entries(@Nullable UUID doctor, LocalDate first, LocalDate last) {
		return this.jdbc.sql(ENTRIES)
			.param("from", utc(first.atStartOfDay(this.clinic.now().timeZone()).toInstant()))
			.param("to", utc(last.plusDays(1).atStartOfDay(this.clinic.now().timeZone()).toInstant()))
			.param("doctor", doctor)
			.param("now", utc(this.clock.instant()))
			.query(new SimplePropertyRowMapper<>(AgendaEntry.class))
			.list();
	}

	/**
	 * The same by day, free times of these doctors among it; a day with nothing has no
	 * entry.
	 */
	List<Day> days(@Nullable UUID doctor, List<Doctors.Doctor> free, LocalDate first, LocalDate last) {
		List<AgendaEntry> all = new ArrayList<>(entries(doctor, first, last));
		if (!free.isEmpty()) {
			Map<UUID, Map<LocalDate, List<Span>>> times = this.slots
				.free(free.stream().map(Doctors.Doctor::id).toList(), null, first, last, taken(all));
			free.forEach((one) -> times.getOrDefault(one.id(), Map.of())
				.values()
				.forEach((spans) -> spans.forEach((span) -> all.add(AgendaEntry.free(one, span)))));
		}
		return all.stream()
			.sorted(Comparator.comparing(AgendaEntry::begins).thenComparing(AgendaEntry::doctor))
			.collect(Collectors.groupingBy((entry) -> LocalDate.ofInstant(entry.begins(), this.clinic.now().timeZone()),
					TreeMap::new, Collectors.toList()))
			.entrySet()
			.stream()
			.map((day) -> new Day(day.getKey(), day.getValue()))
			.toList();
	}

	private static Map<UUID, List<Span>> taken(List<AgendaEntry> entries) {
		return entries.stream()
			.collect(Collectors.groupingBy(AgendaEntry::doctorId,
					Collectors.mapping((entry) -> new Span(entry.begins(), entry.ends()), Collectors.toList())));
	}

	LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), this.clinic.now().timeZone());
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	/**
	 * A day of the agenda.
	 *
	 * @param date the day
	 * @param entries what is in it, the earliest first
	 */
	record Day(LocalDate date, List<AgendaEntry> entries) {
	}

}
