package org.secondavis.review;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.secondavis.audit.Trail;
import org.secondavis.request.Requests;
import org.secondavis.staff.StaffMember;

import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notes that a person has opened a request and seen what the patient wrote, and tells
 * what that person has to know first: all in one statement, for the page asks for much.
 */
@Component
class Openings {

	private static final String NOTE = """
			with opened as (%s returning 1),
			answered as (
			    update appointment set answer_seen_at = :now where id = :answered and answer_seen_at is null returning 1),
			seen as (
			    update message set read_at = :now where id = any (:messages) and read_at is null returning 1),
			told as (
			    update paper_telling t set seen_at = :now from paper p where p.id = t.paper_id and p.request_id = :id
			    and t.told_by is null and t.seen_at is null and t.told_at <= :told::timestamptz returning 1),
			noted as (%s
			    -- after all others: whoever writes into the trail must wait for nothing else
			    and 0 <= (select count(*) from opened) + (select count(*) from answered) + (select count(*) from seen)
			        + (select count(*) from told))
			"""
		.formatted(Requests.MARK_READ, Trail.opening());

	private final JdbcClient jdbc;

	private final Clock clock;

	Openings(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Notes it; only the first time counts, for the request and for each message shown,
	 * but each reading stands in the audit trail.
	 * @return other requests that may come from the same person
	 */
	List<Twins.Twin> open(RequestSheet sheet, StaffMember reader) {
		AppointmentBlock appointment = sheet.appointment();
		UUID answered = (appointment != null && appointment.unseen()) ? appointment.id() : null;
		return this.jdbc.sql(NOTE + Twins.OF)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("id", sheet.id())
			.param("account", reader.id())
			.param("role", reader.role().name())
			.param("answered", answered, Types.OTHER)
			.param("told", told(sheet))
			.param("messages", sheet.unread().toArray(UUID[]::new))
			.query(new SimplePropertyRowMapper<>(Twins.Twin.class))
			.list();
	}

	/** When the patient last said something of a paper that the sheet shows. */
	private static @Nullable OffsetDateTime told(RequestSheet sheet) {
		return sheet.papers()
			.stream()
			.map(PaperLine::answeredAt)
			.filter(Objects::nonNull)
			.max(Comparator.naturalOrder())
			.map((at) -> at.atOffset(ZoneOffset.UTC))
			.orElse(null);
	}

}
