package org.secondavis.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.secondavis.clinic.CurrentClinic;
import org.secondavis.staff.Role;

import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells patients who looked at what they sent: by day and role, for they may know that it
 * was looked at, and staff need not be named (GDPR, article 15; Court of Justice,
 * C-579/21).
 */
@Component
public class Readings {

	private static final String BY_DAY = """
			select distinct (e.at at time zone :zone)::date as day, e.role
			from second_opinion_request r join audit_entry e on e.subject = r.trail_id
			where r.id = :request and e.role is not null and e.deed in ('OPEN', 'SEND')
			order by day desc, e.role
			""";

	private final JdbcClient jdbc;

	private final CurrentClinic clinic;

	Readings(JdbcClient jdbc, CurrentClinic clinic) {
		this.jdbc = jdbc;
		this.clinic = clinic;
	}

	/** Who looked at the request or a part of it, the latest first. */
	public List<Reading> of(UUID request) {
		return this.jdbc.sql(BY_DAY)
			.param("zone", this.clinic.now().timeZone().getId())
			.param("request", request)
			.query(new SimplePropertyRowMapper<>(Reading.class))
			.list();
	}

	/**
	 * That somebody looked at a request, once or often.
	 *
	 * @param day on which day, in the clinic
	 * @param role what they were
	 */
	public record Reading(LocalDate day, Role role) {
	}

}
