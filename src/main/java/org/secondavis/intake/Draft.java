package org.secondavis.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.AbstractAggregateRoot;

import org.secondavis.encryption.Place;
import org.secondavis.encryption.SecretToken;
import org.secondavis.encryption.Vault;
import org.secondavis.request.EmailAddress;

/**
 * A form that is being filled in on one device. Once it is sent it holds no answers any
 * more, but stays, so that sending it again leads to the same request.
 */
@Entity
class Draft extends AbstractAggregateRoot<Draft> {

	@Id
	private UUID id;

	@Version
	private @Nullable Integer version;

	private byte[] tokenHash;

	private byte @Nullable [] content;

	private Instant startedAt;

	private Instant expiresAt;

	@SuppressWarnings("NullAway.Init")
	protected Draft() {
	}

	Draft(SecretToken token, Vault vault, Instant now, Duration life) {
		this.id = UuidCreator.getTimeOrderedEpoch();
		this.tokenHash = token.hash();
		this.startedAt = now;
		this.expiresAt = now.plus(life);
		keep(TypedAnswers.none(), vault, this.expiresAt);
	}

	final void keep(TypedAnswers answers, Vault vault, Instant until) {
		this.content = vault.seal(answers, place());
		this.expiresAt = until;
	}

	/**
	 * Refuses what was typed into a page that was made for another draft.
	 * @param id the draft that the page names, empty if it names none
	 */
	void requireMadeFor(String id) {
		if (!id.isEmpty() && !id.equals(this.id.toString())) {
			throw new OtherDraftException();
		}
	}

	/** Refuses what can only be done before the form is sent. */
	void requireUnsent() {
		if (isSent()) {
			throw new AlreadySentException();
		}
	}

	/** From now on another device finds the form, and no longer the one before. */
	void moveTo(SecretToken device) {
		this.tokenHash = device.hash();
	}

	/** Has a link to the form mailed. */
	void mailLink(EmailAddress to, Locale language) {
		registerEvent(new ResumeLinkWanted(this.id, to, language));
	}

	/** All that was typed; only until it is sent. */
	TypedAnswers answers(Vault vault) {
		if (this.content == null) {
			throw new AlreadySentException();
		}
		return vault.open(this.content, TypedAnswers.class, place());
	}

	/** Forgets the answers, which are the request's from now on. */
	void empty() {
		this.content = null;
	}

	boolean isSent() {
		return this.content == null;
	}

	private Place place() {
		return new Place("draft", "content", this.id);
	}

	UUID getId() {
		return this.id;
	}

	Instant getStartedAt() {
		return this.startedAt;
	}

	Instant getExpiresAt() {
		return this.expiresAt;
	}

}
