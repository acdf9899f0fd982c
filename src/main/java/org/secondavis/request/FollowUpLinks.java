package org.secondavis.request;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.secondavis.encryption.SecretToken;

/**
 * Gives out the secret links to a request and knows them again. Since only hashes are
 * kept, a link cannot be repeated: the confirmation page and each mail carry their own.
 */
@Component
public class FollowUpLinks {

	private final IssuedLinks issued;

	private final Requests requests;

	private final Clock clock;

	FollowUpLinks(IssuedLinks issued, Requests requests, Clock clock) {
		this.issued = issued;
		this.requests = requests;
		this.clock = clock;
	}

	/** A new link, stored with the caller's own change. */
	@Transactional
	public SecretToken issue(UUID requestId) {
		SecretToken token = SecretToken.random();
		this.issued.save(new FollowUpLink(requestId, token.hash(), this.clock.instant()));
		return token;
	}

	/**
	 * A new link that stands whatever becomes of the caller's transaction; for a mail
	 * that may have left before that transaction fails.
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public SecretToken issueAtOnce(UUID requestId) {
		return issue(requestId);
	}

	/** The request behind a link; empty if the link is unknown, malformed or revoked. */
	@Transactional(readOnly = true)
	public Optional<SecondOpinionRequest> find(SecretToken token) {
		return this.issued.findByTokenHash(token.hash()).flatMap((link) -> this.requests.findById(link.getRequestId()));
	}

}
