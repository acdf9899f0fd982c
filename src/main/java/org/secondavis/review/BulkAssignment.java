package org.secondavis.review;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

import org.secondavis.request.IllegalMoveException;
import org.secondavis.request.Reference;
import org.secondavis.request.StaffId;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Gives several requests to a colleague at once. Each is a decision of its own: one that
 * has changed since the list was made stays as it is, and the others do not wait for it.
 */
@Component
class BulkAssignment {

	private final Decisions decisions;

	BulkAssignment(Decisions decisions) {
		this.decisions = decisions;
	}

	/**
	 * Does it.
	 * @param chosen what the boxes of the list hold: reference and revision
	 * @throws WrongInputException if nothing is chosen, or the colleague cannot be
	 */
	Outcome assign(List<String> chosen, String assignee, StaffId by) {
		List<Chosen> requests = chosen.stream().map(Chosen::parse).toList();
		if (requests.isEmpty()) {
			throw new WrongInputException("chosen", "queue.bulk.nothing");
		}
		List<String> changed = new ArrayList<>();
		List<String> refused = new ArrayList<>();
		for (Chosen request : requests) {
			try {
				this.decisions.decide(request.reference(), Action.ASSIGN,
						new DecisionForm(request.version(), null, assignee, null, null), by);
			}
			catch (OvertakenException | ConcurrencyFailureException | NotFoundException ex) {
				changed.add(request.reference().value());
			}
			catch (IllegalMoveException ex) {
				refused.add(request.reference().value());
			}
			catch (WrongInputException ex) {
				if (!ex.code().equals("decision.assignee.same")) {
					throw ex;
				}
			}
		}
		return new Outcome(requests.size() - changed.size() - refused.size(), changed, refused);
	}

	/**
	 * What came of it; stored in a session until it is shown.
	 *
	 * @param done how many are now in the colleague's hands
	 * @param changed those that somebody else changed meanwhile
	 * @param refused those that cannot be given to anybody, such as ended ones
	 */
	record Outcome(int done, List<String> changed, List<String> refused) implements Serializable {
	}

	/** A ticked row of the list. */
	private record Chosen(Reference reference, String version) {

		static Chosen parse(String value) {
			String[] parts = value.split(":", 2);
			return new Chosen(Reference.parse(parts[0]).orElseThrow(NotFoundException::new),
					(parts.length == 2) ? parts[1] : "");
		}

	}

}
