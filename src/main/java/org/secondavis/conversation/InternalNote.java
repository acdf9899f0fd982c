package org.secondavis.conversation;

import java.time.Instant;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.secondavis.encryption.Place;
import org.secondavis.encryption.Vault;
import org.secondavis.request.StaffId;

/** What a member of staff wrote down for colleagues. Patients never see it. */
@Entity
public class InternalNote {

	@Id
	private UUID id;

	@Version
	private @Nullable Integer version;

	private UUID requestId;

	private StaffId author;

	private Instant writtenAt;

	private byte[] text;

	@SuppressWarnings("NullAway.Init")
	protected InternalNote() {
	}

	/** A note that concerns health, so it is stored sealed. */
	public InternalNote(UUID requestId, StaffId author, String text, Vault vault, Instant writtenAt) {
		this.id = UuidCreator.getTimeOrderedEpoch();
		this.requestId = requestId;
		this.author = author;
		this.writtenAt = writtenAt;
		this.text = vault.seal(text, place());
	}

	public StaffId getAuthor() {
		return this.author;
	}

	public Instant getWrittenAt() {
		return this.writtenAt;
	}

	/** What was written. */
	public String text(Vault vault) {
		return vault.open(this.text, String.class, place());
	}

	private Place place() {
		return new Place("internal_note", "text", this.id);
	}

	@Override
	public String toString() {
		return "InternalNote[%s]".formatted(this.id);
	}

}
