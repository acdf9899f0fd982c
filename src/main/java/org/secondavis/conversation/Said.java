package org.secondavis.conversation;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.AbstractAggregateRoot;

import org.secondavis.encryption.Place;
import org.secondavis.encryption.Vault;
import org.secondavis.request.StaffId;

/**
 * Something that was said about a request in words. It concerns health, so it is only
 * ever stored sealed. Each kind has a table of its own; all kinds are read at once.
 */
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
public abstract class Said extends AbstractAggregateRoot<Said> {

	@Id
	private UUID id;

	@Version
	private @Nullable Integer version;

	private UUID requestId;

	private @Nullable StaffId author;

	private Instant writtenAt;

	private byte[] text;

	@SuppressWarnings("NullAway.Init")
	protected Said() {
	}

	Said(UUID id, UUID requestId, @Nullable StaffId author, Instant writtenAt, byte[] sealedText) {
		this.id = id;
		this.requestId = requestId;
		this.author = author;
		this.writtenAt = writtenAt;
		this.text = sealedText;
	}

	public UUID getId() {
		return this.id;
	}

	/** Who wrote it at the clinic; none if the patient did. */
	public @Nullable StaffId getAuthor() {
		return this.author;
	}

	public Instant getWrittenAt() {
		return this.writtenAt;
	}

	/** What was written. */
	public String text(Vault vault) {
		return vault.open(this.text, String.class, place(this.id));
	}

	abstract Place place(UUID row);

	@Override
	public String toString() {
		return "%s[%s]".formatted(getClass().getSimpleName(), this.id);
	}

}
