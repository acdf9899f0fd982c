package org.secondavis.review;

import java.time.Clock;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes that a person has opened a request and seen what the patient wrote. */
@Component
class Openings {

	private final JdbcClient jdbc;

	private final Clock clock;

	Openings(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Only the first time counts, for the request and for each message shown. */
	void note(RequestSheet sheet) {
		AppointmentBlock appointment = sheet.appointment();
		UUID answered = (appointment != null && appointment.unseen()) ? appointment.id() : null;
		if (sheet.firstReadAt() != null && sheet.unread().isEmpty() && answered == null) {
			return;
		}
		this.jdbc.sql("""
				with opened as (
				    update second_opinion_request set first_read_at = :now where id = :id and first_read_at is null),
				answered as (
				    update appointment set answer_seen_at = :now where id = :answered and answer_seen_at is null)
				update message set read_at = :now where id = any (:messages) and read_at is null
				""")
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("id", sheet.id())
			.param("answered", answered, Types.OTHER)
			.param("messages", sheet.unread().toArray(UUID[]::new))
			.update();
	}

}
