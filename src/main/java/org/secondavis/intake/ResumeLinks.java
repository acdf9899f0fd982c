package org.secondavis.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.secondavis.encryption.SecretToken;

/**
 * The secret links by which a form that is being filled in is opened on another device.
 * Only hashes are kept. They live as long as the form.
 */
@Component
public class ResumeLinks {

	private final JdbcClient jdbc;

	private final Clock clock;

	ResumeLinks(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * A new link that stands whatever becomes of the caller's transaction, for the mail
	 * that holds it may have left before; none if the form has been sent or is gone.
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public Optional<Issued> issueAtOnce(UUID draftId) {
		return issue(draftId);
	}

	/** A new link beside any other. */
	Optional<Issued> issue(UUID draftId) {
		SecretToken token = SecretToken.random();
		return this.jdbc.sql("""
				with open as (
				    select id, expires_at from draft where id = :draft and content is not null and expires_at > :now),
				kept as (insert into resume_link (token_hash, draft_id) select :hash, id from open)
				select expires_at from open
				""")
			.param("draft", draftId)
			.param("hash", token.hash())
			.param("now", now())
			.query(OffsetDateTime.class)
			.optional()
			.map((end) -> new Issued(token, end.toInstant()));
	}

	/** From now on no link opens the form. */
	void revoke(UUID draftId) {
		this.jdbc.sql("delete from resume_link where draft_id = :draft").param("draft", draftId).update();
	}

	/** The form that a link opens; none if the link is unknown, malformed or revoked. */
	Optional<UUID> draftBehind(SecretToken link) {
		return this.jdbc.sql("select draft_id from resume_link where token_hash = :hash")
			.param("hash", link.hash())
			.query(UUID.class)
			.optional();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	/**
	 * A link that was given out.
	 *
	 * @param token the secret in it
	 * @param until until when it works, unless more is typed in the meantime
	 */
	public record Issued(SecretToken token, Instant until) {

		/** Where the link leads. */
		public String path() {
			return ResumeController.URL + "/" + this.token.value();
		}

	}

}
