package org.secondavis.access;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.secondavis.encryption.SecretToken;
import org.secondavis.request.EmailChanged;
import org.secondavis.request.LinksRevoked;

/**
 * The devices on which a code of a request has been typed. Each keeps a secret, of which
 * only the hash is stored.
 */
@Component
public class KnownDevices {

	/** How long a device stays known. */
	public static final Duration LIFE = Duration.ofDays(30);

	private final JdbcClient jdbc;

	private final OneTimeCodes codes;

	private final Clock clock;

	KnownDevices(JdbcClient jdbc, OneTimeCodes codes, Clock clock) {
		this.jdbc = jdbc;
		this.codes = codes;
		this.clock = clock;
	}

	/** Makes a device known, and returns the secret that it is to keep. */
	public SecretToken add(UUID requestId) {
		SecretToken secret = SecretToken.random();
		this.jdbc.sql("""
				insert into known_device (token_hash, request_id, expires_at) values (:hash, :request, :end)
				""").param("hash", secret.hash()).param("request", requestId).param("end", now().plus(LIFE)).update();
		return secret;
	}

	/** Whether the device that keeps this secret is known for this request. */
	public boolean contain(SecretToken secret, UUID requestId) {
		return this.jdbc.sql("""
				select exists (select from known_device
				where token_hash = :hash and request_id = :request and expires_at > :now)
				""")
			.param("hash", secret.hash())
			.param("request", requestId)
			.param("now", now())
			.query(Boolean.class)
			.single();
	}

	/** Whoever held a link may hold a code, too. */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(LinksRevoked event) {
		forgetAll(event.requestId());
	}

	/** What was proved was that the former address is read. */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(EmailChanged event) {
		forgetAll(event.requestId());
	}

	private void forgetAll(UUID requestId) {
		this.codes.forget(requestId);
		this.jdbc.sql("delete from known_device where request_id = :request").param("request", requestId).update();
	}

	@Scheduled(cron = "${secondavis.jobs.hourly:0 20 * * * *}")
	void forgetExpired() {
		this.jdbc.sql("delete from known_device where expires_at <= :now").param("now", now()).update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
