package org.secondavis.signin;

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
 * Codes of six digits that are mailed to members of staff who sign in without a passkey.
 * An account has one at most; only its keyed fingerprint is kept. Who may try how often
 * is counted by whoever redeems.
 */
@Component
public class MailCodes {

	/** How long a code can be used after its mail was written, in minutes. */
	public static final int MINUTES = 10;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final JdbcClient jdbc;

	private final Fingerprints fingerprints;

	private final Clock clock;

	MailCodes(JdbcClient jdbc, Fingerprints fingerprints, Clock clock) {
		this.jdbc = jdbc;
		this.fingerprints = fingerprints;
		this.clock = clock;
	}

	/**
	 * A new code in place of any other. It stands whatever becomes of the caller's
	 * transaction, for the mail that holds it may have left before.
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public String issueAtOnce(UUID accountId) {
		String code = "%06d".formatted(RANDOM.nextInt(1_000_000));
		this.jdbc.sql("""
				insert into sign_in_code (account_id, fingerprint, expires_at) values (:account, :fingerprint, :end)
				on conflict (account_id) do update
				set fingerprint = excluded.fingerprint, expires_at = excluded.expires_at
				""")
			.param("account", accountId)
			.param("fingerprint", fingerprint(accountId, code))
			.param("end", now().plus(Duration.ofMinutes(MINUTES)))
			.update();
		return code;
	}

	/** Uses up the account's code, if it is this one. */
	@Transactional
	boolean redeem(UUID accountId, String code) {
		return this.jdbc.sql("""
				delete from sign_in_code
				where account_id = :account and fingerprint = :fingerprint and expires_at > :now
				""")
			.param("account", accountId)
			.param("fingerprint", fingerprint(accountId, code))
			.param("now", now())
			.update() == 1;
	}

	@Scheduled(cron = "${secondavis.jobs.hourly:0 20 * * * *}")
	void forgetExpired() {
		this.jdbc.sql("delete from sign_in_code where expires_at <= :now").param("now", now()).update();
	}

	private long fingerprint(UUID accountId, String code) {
		return this.fingerprints.of("sign-in code\n%s\n%s".formatted(accountId, code));
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
