package org.secondavis.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import org.secondavis.journal.MailLine;
import org.secondavis.mail.Outbox;
import org.secondavis.mail.OutgoingMail;
import org.secondavis.mail.OutgoingMail.Recipient;
import org.secondavis.mail.OutgoingMail.State;
import org.secondavis.request.Requests;
import org.secondavis.staff.NotFoundException;
import org.secondavis.staff.Right;
import org.secondavis.staff.StaffMember;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What became of the mails, those that have not left first; each can be sent again. */
@Component
class Mails {

	static final int PAGE_SIZE = 50;

	private static final String PAGE = """
			select m.id, r.reference, m.template, m.recipient, m.status, m.queued_at, m.due, m.sent_at, m.attempts, m.last_error
			from outgoing_mail m left join second_opinion_request r on r.id = m.request_id
			order by m.status = 'SENT', m.status = 'QUEUED', coalesce(m.sent_at, m.queued_at) desc, m.id desc
			limit :limit offset :offset
			""";

	private final JdbcClient jdbc;

	private final Outbox outbox;

	private final Requests requests;

	private final Clock clock;

	Mails(JdbcClient jdbc, Outbox outbox, Requests requests, Clock clock) {
		this.jdbc = jdbc;
		this.outbox = outbox;
		this.requests = requests;
		this.clock = clock;
	}

	/** How many pages there are, one at least. */
	int pages() {
		long count = this.jdbc.sql("select count(*) from outgoing_mail").query(Long.class).single();
		return Math.max(1, (int) ((count + PAGE_SIZE - 1) / PAGE_SIZE));
	}

	List<MailLine> page(int number) {
		return this.jdbc.sql(PAGE)
			.param("limit", PAGE_SIZE)
			.param("offset", (number - 1) * PAGE_SIZE)
			.query((row, index) -> line(row))
			.list();
	}

	/** Queues a mail about this request once more. */
	@Transactional
	Again sendAgain(UUID id, UUID request) {
		return queue(id, (mail) -> Objects.equals(mail.getRequestId(), request));
	}

	/**
	 * Queues any mail once more; those with a link to an account at an administrator's
	 * wish only.
	 */
	@Transactional
	Again sendAgain(UUID id, StaffMember me) {
		return queue(id, (mail) -> mail.getRecipient() != Recipient.STAFF || me.may(Right.ACCOUNTS));
	}

	private Again queue(UUID id, Predicate<OutgoingMail> allowed) {
		OutgoingMail mail = this.outbox.findById(id).filter(allowed).orElseThrow(NotFoundException::new);
		if (mail.getRecipient() == Recipient.PATIENT && linksRevoked(mail)) {
			return Again.REVOKED;
		}
		Optional<OutgoingMail> next = mail.sendAgain(this.clock.instant());
		next.ifPresent(this.outbox::save);
		return next.isPresent() ? Again.DONE : Again.UNDER_WAY;
	}

	private boolean linksRevoked(OutgoingMail mail) {
		return Optional.ofNullable(mail.getRequestId())
			.flatMap(this.requests::findById)
			.filter((request) -> request.getLinksRevokedAt() != null)
			.isPresent();
	}

	private static MailLine line(ResultSet row) throws SQLException {
		return new MailLine(row.getObject("id", UUID.class), Objects.requireNonNullElse(row.getString("reference"), ""),
				row.getString("template"), Recipient.valueOf(row.getString("recipient")),
				State.valueOf(row.getString("status")), time(row, "queued_at"), time(row, "due"),
				(row.getObject("sent_at") != null) ? time(row, "sent_at") : null, row.getInt("attempts"),
				row.getString("last_error"));
	}

	private static Instant time(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	/** What came of the wish to send a mail again. */
	enum Again {

		DONE("done"),
		/** It is being sent at this moment. */
		UNDER_WAY("underWay"),
		/** It would hold a link, and the request's links are revoked. */
		REVOKED("revoked");

		private final String word;

		Again(String word) {
			this.word = word;
		}

		/** The key of the sentence that says so. */
		String messageKey() {
			return "mails.again." + this.word;
		}

	}

}
