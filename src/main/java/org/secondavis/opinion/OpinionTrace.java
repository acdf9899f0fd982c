package org.secondavis.opinion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import org.secondavis.request.StaffId;

/**
 * Something that is known of the opinion on a request without a word of it, for those who
 * show the request: a line of a view in the database.
 */
@Entity
@Immutable
public class OpinionTrace {

	@Id
	private String id;

	private UUID requestId;

	@Enumerated(EnumType.STRING)
	private Kind kind;

	private String what;

	private @Nullable StaffId author;

	private Instant at;

	private @Nullable LocalDate day;

	@SuppressWarnings("NullAway.Init")
	protected OpinionTrace() {
	}

	public Kind getKind() {
		return this.kind;
	}

	/** A code: what was done, the state of the opinion, or that of a meeting. */
	public String getWhat() {
		return this.what;
	}

	/** Who did it; none if the patient did. */
	public @Nullable StaffId getAuthor() {
		return this.author;
	}

	public Instant getAt() {
		return this.at;
	}

	/** The day of the meeting that it is about; none if it is about none. */
	public @Nullable LocalDate getDay() {
		return this.day;
	}

	@Override
	public String toString() {
		return "OpinionTrace[%s, %s]".formatted(this.kind, this.what);
	}

	/** What sort of thing is known. */
	public enum Kind {

		/** Something was done. */
		ACT,
		/** How far the opinion has come. */
		STATE,
		/** A meeting that is planned or was held. */
		MEETING,
		/** A question of the patient that nobody has answered yet. */
		WAITING

	}

}
