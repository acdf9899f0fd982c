package org.secondavis.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.secondavis.encryption.Fingerprints;

/**
 * Codes of six digits that are mailed to the address on file. A request has one at most;
 * only its fingerprint is kept, from which nobody finds the digits by trying without the
 * key.
 */
@Component
public class OneTimeCodes {

	/** How long a code can be used after its mail was written, in minutes. */
	public static final int MINUTES = 15;

	static final int TRIES = 5;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final JdbcClient jdbc;

	private final Fingerprints fingerprints;

	private final Clock clock;

	OneTimeCodes(JdbcClient jdbc, Fingerprints fingerprints, Clock clock) {
		this.jdbc = jdbc;
		this.fingerprints = fingerprints;
		this.clock = clock;
	}

	/**
	 * A new code in place of any other. It stands whatever becomes of the caller's
	 * transaction, for the mail that holds it may have left before.
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public String issueAtOnce(UUID requestId) {
		String code = "%06d".formatted(RANDOM.nextInt(1_000_000));
		this.jdbc
			.sql("""
					insert into one_time_code (request_id, fingerprint, tries_left, expires_at)
					values (:request, :fingerprint, :tries, :end)
					on conflict (request_id) do update
					set fingerprint = excluded.fingerprint, tries_left = excluded.tries_left, expires_at = excluded.expires_at
					""")
			.param("request", requestId)
			.param("fingerprint", fingerprint(requestId, code))
			.param("tries", TRIES)
			.param("end", now().plus(Duration.ofMinutes(MINUTES)))
			.update();
		return code;
	}

	/**
	 * Uses up the request's code if it is this one; else one of its tries. Two who try at
	 * the same time wait for each other.
	 */
	@Transactional
	public boolean redeem(UUID requestId, String code) {
		int tries = this.jdbc.sql("""
				update one_time_code set tries_left = tries_left - 1
				where request_id = :request and tries_left > 0 and expires_at > :now
				""").param("request", requestId).param("now", now()).update();
		return tries == 1
				&& this.jdbc.sql("delete from one_time_code where request_id = :request and fingerprint = :fingerprint")
					.param("request", requestId)
					.param("fingerprint", fingerprint(requestId, code))
					.update() == 1;
	}

	void forget(UUID requestId) {
		this.jdbc.sql("delete from one_time_code where request_id = :request").param("request", requestId).update();
	}

	@Scheduled(cron = "${secondavis.jobs.hourly:0 20 * * * *}")
	void forgetExpired() {
		this.jdbc.sql("delete from one_time_code where expires_at <= :now").param("now", now()).update();
	}

	private long fingerprint(UUID requestId, String code) {
		return this.fingerprints.of("one-time code\n%s\n%s".formatted(requestId, code));
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
