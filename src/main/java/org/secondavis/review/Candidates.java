package org.secondavis.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.secondavis.doctor.TeamMember;
import org.secondavis.request.Change;
import org.secondavis.request.Move;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.StaffId;

/**
 * To whom a request can be given.
 *
 * @param proposed the doctors whom it suits, the best first
 * @param others everybody else, by name; who cannot take it now comes last
 */
record Candidates(List<Candidate> proposed, List<Candidate> others) {

	private static final int MOST = 3;

	static Candidates of(SecondOpinionRequest request, List<TeamMember> team, LocalDate today) {
		Set<StaffId> declined = request.getHistory()
			.stream()
			.filter((change) -> change.getMove() == Move.DECLINE)
			.map(Change::getAuthor)
			.collect(Collectors.toSet());
		List<Candidate> all = team.stream()
			.filter((member) -> !member.locked() && !new StaffId(member.id()).equals(request.getAssignee()))
			.map((member) -> Candidate.of(member, request.getSituation(), today,
					declined.contains(new StaffId(member.id()))))
			.toList();
		List<Candidate> proposed = all.stream()
			.filter(Candidate::fits)
			.sorted(Candidate.BEST_FIRST)
			.limit(MOST)
			.toList();
		return new Candidates(proposed,
				all.stream().filter(Predicate.not(proposed::contains)).sorted(Candidate.BY_NAME).toList());
	}

}
