package org.secondavis.review;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;

import org.secondavis.audit.Trail;
import org.secondavis.request.Requests;
import org.secondavis.staff.StaffMember;

import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes that a person has opened a request and seen what the patient wrote, and tells
 * what that person has to know first. But for the first time it is one statement, for the
 * page asks for much.
 */
@Component
class Openings {

	private static final String NOTE = """
			with answered as (
			    update appointment set answer_seen_at = :now where id = :answered and answer_seen_at is null returning 1),
			seen as (
			    update message set read_at = :now where id = any (:messages) and read_at is null returning 1),
			noted as (%s
			    -- after all others: whoever writes into the trail must wait for nothing else
			    and 0 <= (select count(*) from answered) + (select count(*) from seen)),
			"""
		.formatted(Trail.opening());

	private static final String AROUND = """
			twins as (%s)
			select 'TWIN' as kind, t.reference as what, t.status as detail, null::uuid as author, null as name, null as role,
			    null::timestamptz as at, null::date as day
			from twins t where :withTwins
			union all
			select o.kind, o.what, null, o.author, a.name, a.role, o.at, o.day
			from opinion_trace o left join staff_account a on a.id = o.author where o.request_id = :id
			"""
		.formatted(Twins.OF);

	private final Requests requests;

	private final JdbcClient jdbc;

	private final Clock clock;

	Openings(Requests requests, JdbcClient jdbc, Clock clock) {
		this.requests = requests;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Notes it; only the first time counts, for the request and for each message shown,
	 * but each reading stands in the audit trail.
	 * @param withTwins whether other requests of the same person are looked for
	 * @return what surrounds the request
	 */
	@Transactional
	public Surroundings open(RequestSheet sheet, boolean withTwins, StaffMember reader) {
		if (sheet.firstReadAt() == null) {
			this.requests.markRead(sheet.id(), this.clock.instant());
		}
		AppointmentBlock appointment = sheet.appointment();
		UUID answered = (appointment != null && appointment.unseen()) ? appointment.id() : null;
		return new Surroundings(this.jdbc.sql(NOTE + AROUND)
			.param("withTwins", withTwins)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("id", sheet.id())
			.param("account", reader.id())
			.param("role", reader.role().name())
			.param("answered", answered, Types.OTHER)
			.param("messages", sheet.unread().toArray(UUID[]::new))
			.query(new SimplePropertyRowMapper<>(Surroundings.Line.class))
			.list());
	}

}
