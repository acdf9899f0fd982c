package org.secondavis.document;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.secondavis.encryption.Place;
import org.secondavis.encryption.UnreadableException;
import org.secondavis.encryption.Vault;

/**
 * A file that a patient sent. It counts from the moment at which it is there as a whole;
 * its content lies in the {@link DocumentStore}.
 */
@Entity
class UploadedFile {

	@Id
	private UUID id;

	@Version
	private @Nullable Integer version;

	private @Nullable UUID draftId;

	private @Nullable UUID requestId;

	@Enumerated(EnumType.STRING)
	private @Nullable PaperType paper;

	private byte[] name;

	@Enumerated(EnumType.STRING)
	private Store store;

	private long size;

	private @Nullable Long fingerprint;

	@Enumerated(EnumType.STRING)
	private @Nullable FileType type;

	@Enumerated(EnumType.STRING)
	private State state;

	private Instant receivedAt;

	private Instant scanDue;

	@SuppressWarnings("NullAway.Init")
	protected UploadedFile() {
	}

	/** A file that begins to arrive. */
	UploadedFile(FileOwner owner, @Nullable PaperType paper, String name, Store store, Vault vault, Instant now) {
		this.id = UuidCreator.getTimeOrderedEpoch();
		this.draftId = owner.draftId();
		this.requestId = owner.requestId();
		this.paper = paper;
		this.name = vault.seal(name, new Place("uploaded_file", "name", this.id));
		this.store = store;
		this.state = State.RECEIVING;
		this.receivedAt = now;
		this.scanDue = now;
	}

	/** All of it has arrived. */
	void complete(FileType type, long size, long fingerprint, Instant now) {
		this.type = type;
		this.size = size;
		this.fingerprint = fingerprint;
		this.state = State.UNSCANNED;
		this.receivedAt = now;
		this.scanDue = now;
	}

	/** Nobody else begins to scan it, or tries again, for that long. */
	void postponeScan(Instant now, Duration wait) {
		this.scanDue = now.plus(wait);
	}

	void scanned(boolean clean) {
		this.state = clean ? State.CLEAN : State.INFECTED;
	}

	/** How it is shown, when there is a scanner or there is none. */
	PatientFile view(Vault vault, boolean scanner) {
		ScanResult scan = switch (this.state) {
			case RECEIVING, UNSCANNED -> scanner ? ScanResult.PENDING : ScanResult.UNVERIFIED;
			case CLEAN -> ScanResult.CLEAN;
			case INFECTED -> ScanResult.INFECTED;
		};
		return new PatientFile(this.id, this.paper, name(vault), this.size, Objects.requireNonNull(this.type), scan,
				this.receivedAt);
	}

	private @Nullable String name(Vault vault) {
		try {
			return vault.open(this.name, String.class, new Place("uploaded_file", "name", this.id));
		}
		catch (UnreadableException ex) {
			return null;
		}
	}

	UUID getId() {
		return this.id;
	}

	/** Where its content lies. */
	Store getStore() {
		return this.store;
	}

	/** How far a file has come. */
	enum State {

		RECEIVING, UNSCANNED, CLEAN, INFECTED

	}

}
