package org.secondavis.document;

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

	public PaperType getType() {
		return this.type;
	}

	public Availability getAvailability() {
		return this.availability;
	}

}
