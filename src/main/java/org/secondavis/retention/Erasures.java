package org.secondavis.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import org.secondavis.clinic.Retention;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.Status;

/**
 * Erases requests: when a patient has asked for it, and when their time is over. What the
 * database ties to a request goes with it; other modules are told.
 */
@Component
public class Erasures {

	// the same dates as in dateFor; a locked request is just being changed or erased
	private static final String DUE = """
			select r.id from second_opinion_request r
			where r.erase_at <= :now
			or (r.status = 'SUSPECT' and r.submitted_at <= :suspect)
			or (r.status in ('DELIVERED', 'REFERRED', 'DUPLICATE', 'CLOSED') and (
			    select max(c.at) from request_change c
			    where c.request_id = r.id and c.move in ('DELIVER', 'REFER', 'DUPLICATE', 'CLOSE')) <= :ended)
			limit 1 for update of r skip locked
			""";

	private static final Logger logger = LoggerFactory.getLogger(Erasures.class);

	private final Requests requests;

	private final JdbcClient jdbc;

	private final Retention retention;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Erasures(Requests requests, JdbcClient jdbc, Retention retention, TransactionTemplate transaction, Clock clock) {
		this.requests = requests;
		this.jdbc = jdbc;
		this.retention = retention;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** When the request will be erased as things stand; empty while its end is open. */
	public Optional<Instant> dateFor(SecondOpinionRequest request) {
		Optional<Instant> byTime = (request.getStatus() == Status.SUSPECT)
				? Optional.of(request.getSubmittedAt().plus(this.retention.suspect()))
				: request.endedAt().map((end) -> end.plus(this.retention.closed()));
		Optional<Instant> asked = Optional.ofNullable(request.getEraseAt());
		return asked.filter((date) -> byTime.isEmpty() || date.isBefore(byTime.get())).or(() -> byTime);
	}

	/** Erases the request at once, with the caller's own change. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void erase(SecondOpinionRequest request) {
		// a duplicate names the request in which the work went on, a twin the other one
		this.jdbc.sql("""
				update request_change set detail = null
				where move in ('DUPLICATE', 'KEEP_APART') and detail = :reference""")
			.param("reference", request.getReference().value())
			.update();
		request.erase();
		this.requests.delete(request);
	}

	/**
	 * Erases all whose time is over, each in a transaction of its own. Several instances
	 * share the work.
	 */
	@Scheduled(cron = "${secondavis.jobs.hourly:0 20 * * * *}")
	void eraseDue() {
		Optional<SecondOpinionRequest> erased;
		do {
			erased = Optional.ofNullable(this.transaction.execute((status) -> eraseNext().orElse(null)));
			erased.ifPresent((request) -> logger.info("Request {} erased", request.getReference()));
		}
		while (erased.isPresent());
	}

	private Optional<SecondOpinionRequest> eraseNext() {
		Instant now = this.clock.instant();
		Optional<SecondOpinionRequest> due = this.jdbc.sql(DUE)
			.param("now", utc(now))
			.param("suspect", utc(now.minus(this.retention.suspect())))
			.param("ended", utc(now.minus(this.retention.closed())))
			.query(UUID.class)
			.optional()
			.flatMap(this.requests::findById);
		due.ifPresent(this::erase);
		return due;
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
