package org.secondavis.followup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.secondavis.request.Change;
import org.secondavis.request.Move;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.Status;

/**
 * One stage on the way of a request, as the patient sees it. Only what has happened is
 * told as done; a request that has ended shows no stage that it never reached.
 *
 * @param name which stage
 * @param state whether it is done
 * @param at since when, if it has begun
 */
record Stage(Name name, State state, @Nullable Instant at) {

	private static final Set<Move> INTO_HANDS = EnumSet.of(Move.TAKE, Move.ASSIGN, Move.REOPEN);

	/** The stages of a request, in their order. */
	static List<Stage> of(SecondOpinionRequest request) {
		List<Change> history = request.getHistory();
		List<Stage> stages = new ArrayList<>();
		stages.add(new Stage(Name.RECEIVED, State.DONE, request.getSubmittedAt()));
		stages.add(new Stage(Name.READ, (request.getFirstReadAt() != null) ? State.DONE : State.TO_COME,
				request.getFirstReadAt()));
		State review = review(request.getStatus());
		stages.add(new Stage(Name.REVIEW, review, (review != State.TO_COME) ? intoHands(history) : null));
		if (request.getStatus() == Status.DELIVERED) {
			stages.removeIf((stage) -> stage.at() == null);
			stages.add(new Stage(Name.OPINION, State.DONE, null));
			stages.add(new Stage(Name.ANSWER, State.DONE, request.endedAt().orElse(null)));
		}
		else if (request.getStatus().hasEnded()) {
			stages.removeIf((stage) -> stage.at() == null);
			stages.add(new Stage(Name.END, State.DONE, request.endedAt().orElse(null)));
		}
		else {
			stages.add(new Stage(Name.OPINION, State.TO_COME, null));
			stages.add(new Stage(Name.ANSWER, State.TO_COME, null));
		}
		return List.copyOf(stages);
	}

	private static State review(Status status) {
		return switch (status) {
			case SUSPECT, NEW -> State.TO_COME;
			case IN_REVIEW, TO_COMPLETE -> State.CURRENT;
			case DELIVERED, REFERRED, DUPLICATE, CLOSED -> State.DONE;
		};
	}

	private static @Nullable Instant intoHands(List<Change> history) {
		return history.stream()
			.filter((change) -> INTO_HANDS.contains(change.getMove()))
			.map(Change::getAt)
			.findFirst()
			.orElse(null);
	}

	/** What happens in a stage. */
	enum Name {

		RECEIVED, READ, REVIEW, OPINION, ANSWER, END

	}

	/** How far a stage has come. */
	enum State {

		DONE, CURRENT, TO_COME;

		/** The word that the pages know. */
		public String word() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
