package org.secondavis.document;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
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

	@ElementCollection
	@CollectionTable(name = "paper_telling", joinColumns = @JoinColumn(name = "paper_id"))
	private Set<Telling> tellings = new LinkedHashSet<>();

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
			this.tellings.add(new Telling(availability, by, now));
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

	/** Each time that somebody said otherwise than before whether it is there. */
	public Set<Telling> getTellings() {
		return Collections.unmodifiableSet(this.tellings);
	}

	public PaperType getType() {
		return this.type;
	}

	public Availability getAvailability() {
		return this.availability;
	}

}
