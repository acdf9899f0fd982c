package org.secondavis.document;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
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

import org.springframework.data.domain.AbstractAggregateRoot;

/** One line of the checklist of a request's papers. */
@Entity
public class Paper extends AbstractAggregateRoot<Paper> {

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

	private @Nullable Instant arrivedAt;

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

	/** It has come, as a file. */
	public void arrive(Instant now) {
		this.availability = Availability.HAVE;
		this.arrivedAt = now;
	}

	/** Staff say that it has come, by post or by hand. */
	public void arrive(UUID by, Instant now) {
		arrive(now);
		this.tellings.add(new Telling(Availability.HAVE, by, now));
	}

	/** Staff ask the patient for it. */
	public void ask(Instant now) {
		this.askedAt = now;
	}

	/**
	 * The patient answers whether it can be had: that counts even if it is no news, for
	 * it was asked for again. A second click says nothing more.
	 */
	public void tell(Availability answer, Instant now) {
		if (answer != getAnswer()) {
			this.availability = answer;
			this.tellings.add(new Telling(answer, null, now));
			registerEvent(new PaperAnswered(this.requestId));
		}
	}

	/**
	 * Whether it was asked for and has not come since. That patients have it, as many say
	 * in the form, does not bring it.
	 */
	public boolean isAwaited() {
		return this.askedAt != null && (this.arrivedAt == null || this.arrivedAt.isBefore(this.askedAt));
	}

	/** What the patient has answered since it was last asked for, if anything. */
	public @Nullable Availability getAnswer() {
		Instant asked = this.askedAt;
		return this.tellings.stream()
			.filter((telling) -> asked != null && telling.by() == null && !telling.at().isBefore(asked))
			.max(Comparator.comparing(Telling::at))
			.map(Telling::availability)
			.orElse(null);
	}

	/** When staff last asked for it; none if they have not. */
	public @Nullable Instant getAskedAt() {
		return this.askedAt;
	}

	/** When it last came; none if it has not, or came with the form. */
	public @Nullable Instant getArrivedAt() {
		return this.arrivedAt;
	}

	/** Each time that somebody said, after the form, whether it is there. */
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
