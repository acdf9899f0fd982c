package org.secondavis.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
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

/**
 * Erases requests: when a patient has asked for it, and when their time is over. What the
 * database ties to a request goes with it; other modules are told.
 */
@Component
public class Erasures {

	/** How many requests a dry run names at most. */
	private static final int MOST_NAMED = 1000;

	private static final Logger logger = LoggerFactory.getLogger(Erasures.class);

	private final Requests requests;

	private final Schedule schedule;

	private final JdbcClient jdbc;

	private final Retention retention;

	private final TransactionTemplate transaction;

	Erasures(Requests requests, Schedule schedule, JdbcClient jdbc, Retention retention,
			TransactionTemplate transaction) {
		this.requests = requests;
		this.schedule = schedule;
		this.jdbc = jdbc;
		this.retention = retention;
		this.transaction = transaction;
	}

	/**
	 * When and why the request will be erased as things stand; empty while its end is
	 * open.
	 */
	public Optional<Due> dueFor(SecondOpinionRequest request) {
		return this.schedule.of(request);
	}

	/** When the request will be erased as things stand; empty while its end is open. */
	public Optional<Instant> dateFor(SecondOpinionRequest request) {
		return dueFor(request).map(Due::at);
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
		if (this.retention.dryRun()) {
			this.schedule.within(Duration.ZERO, MOST_NAMED)
				.forEach((due) -> logger.info("Dry run: request {} would be erased, {} since {}", due.reference(),
						due.reason(), due.at()));
			return;
		}
		Set<UUID> failed = new HashSet<>();
		boolean more;
		do {
			more = eraseNext(failed);
		}
		while (more);
	}

	/**
	 * Erases the next one.
	 * @param failed those that could not be erased; they hold up no other, and wait for
	 * the next run
	 * @return whether there was one
	 */
	private boolean eraseNext(Set<UUID> failed) {
		AtomicReference<@Nullable SecondOpinionRequest> next = new AtomicReference<>();
		try {
			this.transaction.executeWithoutResult(
					(status) -> this.schedule.lockNext(failed).flatMap(this.requests::findById).ifPresent((request) -> {
						next.set(request);
						erase(request);
					}));
		}
		catch (RuntimeException ex) {
			SecondOpinionRequest request = next.get();
			if (request == null) {
				throw ex;
			}
			failed.add(request.getId());
			logger.error("Request {} could not be erased: {}", request.getReference(), ex.getClass().getSimpleName());
			return true;
		}
		SecondOpinionRequest request = next.get();
		if (request != null) {
			logger.info("Request {} erased", request.getReference());
		}
		return request != null;
	}

}
