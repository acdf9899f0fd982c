package org.secondavis.opinion;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

import org.secondavis.encryption.Place;
import org.secondavis.encryption.Vault;

/**
 * An opinion, or what follows it, as a PDF document, exactly as it was delivered. It is
 * written once and never altered; the database sees to it.
 */
@Entity
class OpinionDocument {

	@Id
	private UUID id;

	private UUID opinionId;

	private @Nullable UUID addendumId;

	@Enumerated(EnumType.STRING)
	private Audience audience;

	private Locale language;

	private byte[] content;

	private Instant madeAt;

	@SuppressWarnings("NullAway.Init")
	protected OpinionDocument() {
	}

	/**
	 * Seals a document.
	 * @param addendumId what follows the opinion; none if it is the opinion itself
	 */
	OpinionDocument(UUID opinionId, @Nullable UUID addendumId, Audience audience, Locale language, byte[] content,
			Vault vault, Instant madeAt) {
		this.id = UuidCreator.getTimeOrderedEpoch();
		this.opinionId = opinionId;
		this.addendumId = addendumId;
		this.audience = audience;
		this.language = language;
		this.content = vault.seal(content, place());
		this.madeAt = madeAt;
	}

	/** The PDF document. */
	byte[] content(Vault vault) {
		return vault.open(this.content, byte[].class, place());
	}

	private Place place() {
		return new Place("opinion_document", "content", this.id);
	}

	@Override
	public String toString() {
		return "OpinionDocument[%s, %s]".formatted(this.id, this.audience);
	}

}
