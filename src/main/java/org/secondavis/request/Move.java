package org.secondavis.request;

import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What staff may do with a request, and from where to where it leads. The database knows
 * the same table.
 */
public enum Move {

	RELEASE(Status.NEW, Status.SUSPECT), TAKE(Status.IN_REVIEW, Status.NEW, Status.TO_COMPLETE),
	ASSIGN(Status.IN_REVIEW, Status.NEW, Status.IN_REVIEW, Status.TO_COMPLETE),
	/** Whoever has it gives it back: it is in nobody's hands again. */
	DECLINE(Status.NEW, Status.IN_REVIEW), COMPLETE(Status.TO_COMPLETE, Status.NEW, Status.IN_REVIEW),
	/** The written opinion goes to the patient. */
	DELIVER(Status.DELIVERED, Status.IN_REVIEW, Status.TO_COMPLETE),
	REFER(Status.REFERRED, Status.NEW, Status.IN_REVIEW, Status.TO_COMPLETE),
	DUPLICATE(Status.DUPLICATE, Status.NEW, Status.IN_REVIEW, Status.TO_COMPLETE),
	CLOSE(Status.CLOSED, Status.NEW, Status.IN_REVIEW, Status.TO_COMPLETE),
	REOPEN(Status.IN_REVIEW, Status.REFERRED, Status.DUPLICATE, Status.CLOSED),

	/** No link to the follow-up page opens anything any more. */
	REVOKE_LINKS,
	/** The patient gets a new link. */
	RENEW_LINK,
	/** The patient has been told by telephone that somebody asks for them. */
	TELL_PATIENT,
	/** It is not the same as another one that looks like it. */
	KEEP_APART,
	/** All of it lies in the clinic's own records. */
	HAND_OVER;

	private final @Nullable Status target;

	private final Set<Status> sources;

	/** Leaves the request where it stands. */
	Move() {
		this.target = null;
		this.sources = EnumSet.allOf(Status.class);
	}

	Move(Status target, Status first, Status... more) {
		this.target = target;
		this.sources = EnumSet.of(first, more);
	}

	/** Whether this move is legal for a request that stands there. */
	public boolean isPossibleFrom(Status status) {
		return this.sources.contains(status);
	}

	/** All moves that are legal for a request that stands there. */
	public static Set<Move> possibleFrom(Status status) {
		Set<Move> moves = EnumSet.noneOf(Move.class);
		for (Move move : values()) {
			if (move.isPossibleFrom(status)) {
				moves.add(move);
			}
		}
		return moves;
	}

	/** Whether a request that was moved so stands there. */
	public boolean leadsTo(Status status) {
		return this.target == status;
	}

	Status from(Status status) {
		if (!isPossibleFrom(status)) {
			throw new IllegalMoveException(this, status);
		}
		return (this.target != null) ? this.target : status;
	}

}
