package org.secondavis.request;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import org.springframework.context.event.EventListener;
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

	/**
	 * A new link, stored with the caller's own change; none while the request's links are
	 * revoked.
	 */
	@Transactional
	public Optional<SecretToken> issue(UUID requestId) {
		SecretToken token = SecretToken.random();
		int kept = this.issued.saveUnlessRevoked(UuidCreator.getTimeOrderedEpoch(), requestId, token.hash(),
				this.clock.instant());
		return (kept == 1) ? Optional.of(token) : Optional.empty();
	}

	/**
	 * A new link that stands whatever becomes of the caller's transaction; for a mail
	 * that may have left before that transaction fails.
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public Optional<SecretToken> issueAtOnce(UUID requestId) {
		return issue(requestId);
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(LinksRevoked event) {
		this.issued.deleteByRequestId(event.requestId());
	}

	/** The request behind a link; empty if the link is unknown, malformed or revoked. */
	@Transactional(readOnly = true)
	public Optional<SecondOpinionRequest> find(SecretToken token) {
		return this.issued.findByTokenHash(token.hash()).flatMap((link) -> this.requests.findById(link.getRequestId()));
	}

}
