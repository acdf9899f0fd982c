package org.secondavis.review;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.secondavis.request.Move;
import org.secondavis.request.Status;

/** A move as staff ask for it: the last word of its address. */
enum Action {

	RELEASE("liberer"), TAKE("prendre-en-charge"), TELL_PATIENT("prevenir-patient"), ASSIGN("attribuer"),
	DECLINE("decliner"), COMPLETE("completer"), REFER("orienter"), DUPLICATE("doublon"), CLOSE("cloturer"),
	HAND_OVER("verser"), REOPEN("rouvrir"), REVOKE_LINKS("revoquer-liens"), RENEW_LINK("renouveler-lien");

	private final String path;

	Action(String path) {
		this.path = path;
	}

	public String path() {
		return this.path;
	}

	Move move() {
		return Move.valueOf(name());
	}

	/** Whether it takes more than a click. */
	public boolean asks() {
		return !Set.of(RELEASE, TAKE, REOPEN).contains(this) && !tells();
	}

	/** Whether the patient is told of it, on a page of its own. */
	public boolean tells() {
		return Set.of(COMPLETE, REFER, CLOSE).contains(this);
	}

	static Optional<Action> at(String path) {
		return Arrays.stream(values()).filter((action) -> action.path.equals(path)).findFirst();
	}

	/** The possible ones, the likeliest first. */
	static List<Action> possible(Set<Move> moves, Status status, boolean papersMissing) {
		Action likeliest = likeliest(status, papersMissing);
		return Arrays.stream(values())
			.filter((action) -> moves.contains(action.move()))
			.sorted((one, other) -> Boolean.compare(other == likeliest, one == likeliest))
			.toList();
	}

	/** None where the opinion comes next, which has a page of its own. */
	private static @Nullable Action likeliest(Status status, boolean papersMissing) {
		return switch (status) {
			case SUSPECT -> RELEASE;
			case NEW, TO_COMPLETE -> TAKE;
			case IN_REVIEW -> papersMissing ? COMPLETE : null;
			case DELIVERED -> HAND_OVER;
			case REFERRED, DUPLICATE, CLOSED -> REOPEN;
		};
	}

}
