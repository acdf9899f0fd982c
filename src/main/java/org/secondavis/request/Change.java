package org.secondavis.request;

import java.time.Instant;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.secondavis.encryption.Vault;

/** One line of a request's history. It is written once and never altered. */
@Entity
@Table(name = "request_change")
public class Change {

	@Id
	private UUID id;

	@Version
	private @Nullable Integer version;

	@ManyToOne(fetch = FetchType.LAZY)
	private SecondOpinionRequest request;

	@Enumerated(EnumType.STRING)
	private @Nullable Move move;

	private @Nullable StaffId author;

	private Instant at;

	private @Nullable String detail;

	private byte @Nullable [] note;

	@Enumerated(EnumType.STRING)
	private @Nullable Told told;

	private byte @Nullable [] nextPlace;

	@SuppressWarnings("NullAway.Init")
	protected Change() {
	}

	private Change(UUID id, SecondOpinionRequest request, @Nullable Move move, @Nullable StaffId author, Instant at,
			@Nullable String detail, byte @Nullable [] note) {
		this.id = id;
		this.request = request;
		this.move = move;
		this.author = author;
		this.at = at;
		this.detail = detail;
		this.note = note;
	}

	static Change submitted(SecondOpinionRequest request, Instant at) {
		return new Change(UuidCreator.getTimeOrderedEpoch(), request, null, null, at, null, null);
	}

	static Change decided(SecondOpinionRequest request, Move move, Decision decision, @Nullable String detail) {
		Change change = new Change(decision.id(), request, move, decision.by(), decision.at(), detail, decision.note());
		change.told = decision.told();
		change.nextPlace = decision.next();
		return change;
	}

	static Change byPatient(SecondOpinionRequest request, @Nullable Move move, @Nullable String detail, Instant at) {
		return new Change(UuidCreator.getTimeOrderedEpoch(), request, move, null, at, detail, null);
	}

	/** The move that was made; none when the patient sent the request or did a thing. */
	public @Nullable Move getMove() {
		return this.move;
	}

	/** Who did it; none when the patient did. */
	public @Nullable StaffId getAuthor() {
		return this.author;
	}

	public Instant getAt() {
		return this.at;
	}

	/** What the patient did; none when it was a move, or the sending. */
	public @Nullable OwnAct getOwnAct() {
		return (this.move == null && this.detail != null) ? OwnAct.valueOf(this.detail) : null;
	}

	/**
	 * The new assignee's id, the other request's reference, the codes of the papers asked
	 * for, or the code of the reason; by move; else the code of what the patient did.
	 */
	public @Nullable String getDetail() {
		return this.detail;
	}

	/** How the patient heard of it; none if that did not matter. */
	public @Nullable Told getTold() {
		return this.told;
	}

	/** Where else the patient can turn to, if that was told. */
	public @Nullable NextPlace next(Vault vault) {
		return (this.nextPlace != null) ? vault.open(this.nextPlace, NextPlace.class, Decision.nextPlace(this.id))
				: null;
	}

	/** The note that goes with it, if any. */
	public @Nullable String note(Vault vault) {
		return (this.note != null) ? vault.open(this.note, String.class, Decision.notePlace(this.id)) : null;
	}

}
