package org.secondavis.staff;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.secondavis.encryption.SecretToken;

/**
 * Gives out the one-time links by which members of staff set their password. Only hashes
 * are kept. Several may be under way to one account, since mails are tried again: the
 * first that is used makes all of them void.
 */
@Component
public class SetUpLinks {

	private static final Duration LIFETIME = Duration.ofHours(72);

	private final JdbcClient jdbc;

	private final Clock clock;

	SetUpLinks(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * A new link, which stands whatever becomes of the caller's transaction: the mail
	 * that carries it may have left before that fails.
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public SecretToken issue(UUID accountId) {
		return store(accountId);
	}

	/** A link by which the first administrator makes an account. */
	@Transactional
	SecretToken issueForFirstAdministrator() {
		return store(null);
	}

	private SecretToken store(@Nullable UUID accountId) {
		this.jdbc.sql("delete from set_up_link where expires_at < ?").param(now()).update();
		SecretToken token = SecretToken.random();
		this.jdbc.sql("insert into set_up_link (id, account_id, token_hash, expires_at) values (?, ?, ?, ?)")
			.param(UuidCreator.getTimeOrderedEpoch())
			.param(accountId)
			.param(token.hash())
			.param(Timestamp.from(this.clock.instant().plus(LIFETIME)))
			.update();
		return token;
	}

	/** What a link is good for; empty if it is unknown, used or too old. */
	Optional<Purpose> purposeOf(SecretToken token) {
		return this.jdbc.sql("select account_id from set_up_link where token_hash = ? and expires_at >= ?")
			.params(token.hash(), now())
			.query(Purpose.class)
			.optional();
	}

	/** Uses up a link and all others of the same account. */
	Optional<Purpose> use(SecretToken token) {
		Optional<Purpose> purpose = this.jdbc
			.sql("delete from set_up_link where token_hash = ? and expires_at >= ? returning account_id")
			.params(token.hash(), now())
			.query(Purpose.class)
			.optional();
		purpose.map(Purpose::accountId).ifPresent(this::revoke);
		return purpose;
	}

	/** Makes all links of an account void. */
	void revoke(UUID accountId) {
		this.jdbc.sql("delete from set_up_link where account_id = ?").param(accountId).update();
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

	/**
	 * What a link is good for.
	 *
	 * @param accountId the account whose password it sets; none makes the first
	 * administrator
	 */
	record Purpose(@Nullable UUID accountId) {

	}

}
