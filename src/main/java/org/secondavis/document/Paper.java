package org.secondavis.document;

import java.time.Instant;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** One line of the checklist of a request's papers. */
@Entity
public class Paper {

	@Id
	private UUID id;

	@Version
	private @Nullable Integer version;

	private UUID requestId;

	@Enumerated(EnumType.STRING)
	private PaperType type;

	@Enumerated(EnumType.STRING)
	private Availability availability;

	private @Nullable Instant askedAt;

	private @Nullable Instant toldAt;

	private @Nullable UUID toldBy;

	@SuppressWarnings("NullAway.Init")
	protected Paper() {
	}

	public Paper(UUID requestId, PaperType type, Availability availability) {
		this.id = UuidCreator.getTimeOrderedEpoch();
		this.requestId = requestId;
		this.type = type;
		this.availability = availability;
	}

	/** The patient has it after all. */
	public void found() {
		this.availability = Availability.HAVE;
	}

	/** Staff ask the patient for it. */
	public void ask(Instant now) {
		this.askedAt = now;
	}

	/**
	 * Somebody says whether it is there.
	 * @param by who of the staff did; none if the patient
	 */
	public void tell(Availability availability, @Nullable UUID by, Instant now) {
		if (availability != this.availability) {
			this.availability = availability;
			this.toldAt = now;
			this.toldBy = by;
		}
	}

	/** Whether it was asked for and is still to come. */
	public boolean isAwaited() {
		return this.askedAt != null && this.availability != Availability.HAVE;
	}

	/** When staff last asked for it; none if they have not. */
	public @Nullable Instant getAskedAt() {
		return this.askedAt;
	}

	/**
	 * When somebody last said otherwise than the form whether it is there; none if nobody
	 * has.
	 */
	public @Nullable Instant getToldAt() {
		return this.toldAt;
	}

	/** Who of the staff said so; none if the patient did. */
	public @Nullable UUID getToldBy() {
		return this.toldBy;
	}

	public PaperType getType() {
		return this.type;
	}

	public Availability getAvailability() {
		return this.availability;
	}

}
