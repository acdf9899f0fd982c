package org.secondavis.review;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.secondavis.request.ClosingReason;
import org.secondavis.request.IllegalMoveException;
import org.secondavis.request.Reference;
import org.secondavis.request.StaffId;
import org.secondavis.staff.NotFoundException;
import org.secondavis.staff.OvertakenException;
import org.secondavis.staff.WrongInputException;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Decides about several requests at once. Each is a decision of its own: one that has
 * changed since the list was made stays as it is, and the others do not wait for it.
 */
@Component
public class BulkDecisions {

	/**
	 * Who is refused needs a place to turn to, which is chosen one by one; who has
	 * withdrawn did so one by one, and gets no message.
	 */
	public static final List<ClosingReason> REASONS = Arrays.stream(ClosingReason.values())
		.filter((reason) -> !reason.needsPlace() && reason.needsTelling())
		.toList();

	private final Decisions decisions;

	private final TellingSheets sheets;

	private final Tellings tellings;

	BulkDecisions(Decisions decisions, TellingSheets sheets, Tellings tellings) {
		this.decisions = decisions;
		this.sheets = sheets;
		this.tellings = tellings;
	}

	/**
	 * Gives them to a colleague.
	 * @param chosen what the boxes of the list hold: reference and revision
	 * @throws WrongInputException if nothing is chosen, or the colleague cannot be
	 */
	public Outcome assign(List<String> chosen, String assignee, StaffId by) {
		List<Chosen> requests = parse(chosen);
		this.decisions.colleague(assignee);
		return each(requests, Action.ASSIGN, (request, outcome) -> {
			try {
				this.decisions.decide(request.reference(), Action.ASSIGN,
						new DecisionForm(request.version(), null, assignee, null), by);
			}
			catch (WrongInputException ex) {
				if (!ex.code().equals("decision.assignee.same")) {
					throw ex;
				}
			}
			outcome.done().add(request.reference().value());
		});
	}

	/**
	 * Closes them, and tells each patient with the prepared text in their language. Whom
	 * no message reaches is to be called first, and stays.
	 * @throws WrongInputException if nothing is chosen, or no reason
	 */
	public Outcome close(List<String> chosen, String reason, StaffId by) {
		List<Chosen> requests = parse(chosen);
		if (REASONS.stream().noneMatch((one) -> one.name().equals(reason))) {
			throw new WrongInputException("reason", "decision.reason.choose");
		}
		return each(requests, Action.CLOSE, (request, outcome) -> {
			Optional<TellingSheet> sheet = this.sheets.of(request.reference(), Action.CLOSE);
			if (sheet.isEmpty()) {
				outcome.refused().add(request.reference().value());
				return;
			}
			if (!sheet.get().writable()) {
				outcome.toCall().add(request.reference().value());
				return;
			}
			TellingForm form = new TellingForm(request.version(), reason, null, null, null, Way.MESSAGE.name(), null,
					null, UUID.randomUUID().toString());
			this.tellings.decide(request.reference(), Action.CLOSE, this.sheets.prepare(sheet.get(), form), by);
			outcome.done().add(request.reference().value());
		});
	}

	private static List<Chosen> parse(List<String> chosen) {
		if (chosen.isEmpty()) {
			throw new WrongInputException("chosen", "queue.bulk.nothing");
		}
		return chosen.stream().map(Chosen::parse).toList();
	}

	private static Outcome each(List<Chosen> requests, Action action, One one) {
		Outcome outcome = new Outcome(action.name(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
				new ArrayList<>(), new ArrayList<>());
		for (Chosen request : requests) {
			String reference = request.reference().value();
			try {
				one.decide(request, outcome);
			}
			catch (OvertakenException | ConcurrencyFailureException | NotFoundException ex) {
				outcome.changed().add(reference);
			}
			catch (IllegalMoveException ex) {
				outcome.refused().add(reference);
			}
			catch (WrongInputException ex) {
				outcome.alone().add(reference);
			}
		}
		return outcome;
	}

	/**
	 * What came of it; stored in a session until it is shown.
	 *
	 * @param action what was to be done
	 * @param done those with which it was
	 * @param changed those that somebody else changed meanwhile
	 * @param refused those with which it cannot be done, such as ended ones
	 * @param toCall those whose patients no message reaches
	 * @param alone those that lack something, which is asked for on a page of their own
	 */
	public record Outcome(String action, List<String> done, List<String> changed, List<String> refused,
			List<String> toCall, List<String> alone) implements Serializable {

		/** Whether nothing is left to say of any of them. */
		public boolean isComplete() {
			return Stream.of(this.changed, this.refused, this.toCall, this.alone).allMatch(List::isEmpty);
		}

	}

	/** A ticked row of the list. */
	private record Chosen(Reference reference, String version) {

		static Chosen parse(String value) {
			String[] parts = value.split(":", 2);
			return new Chosen(Reference.parse(parts[0]).orElseThrow(NotFoundException::new),
					(parts.length == 2) ? parts[1] : "");
		}

	}

	private interface One {

		void decide(Chosen request, Outcome outcome);

	}

}
