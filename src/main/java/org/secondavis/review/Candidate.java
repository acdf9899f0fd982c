package org.secondavis.review;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.secondavis.doctor.TeamMember;
import org.secondavis.request.Situation;
import org.secondavis.request.Situation.CancerSite;
import org.secondavis.request.Situation.Treatment;

/**
 * Somebody to whom a request can be given, with what speaks for and against it.
 *
 * @param member who it is
 * @param site the request's cancer, if they give opinions on it
 * @param treatments those of the request's treatments that they know
 * @param away whether they are away today
 * @param declined whether they declined this request before
 */
record Candidate(TeamMember member, @Nullable CancerSite site, List<Treatment> treatments, boolean away,
		boolean declined) {

	/**
	 * Who can take it, then who knows the cancer, then the treatments, then who has
	 * least.
	 */
	static final Comparator<Candidate> BEST_FIRST = Comparator.comparing(Candidate::hindered)
		.thenComparing((candidate) -> candidate.site == null)
		.thenComparing((candidate) -> -candidate.treatments.size())
		.thenComparing((candidate) -> candidate.member.taken())
		.thenComparing(Candidate::name);

	/** Who can take it, by name. */
	static final Comparator<Candidate> BY_NAME = Comparator.comparing(Candidate::hindered)
		.thenComparing(Candidate::name);

	static Candidate of(TeamMember member, Situation situation, LocalDate today, boolean declined) {
		CancerSite site = situation.cancerSite();
		return new Candidate(member, member.cancerSites().contains(site) ? site : null,
				situation.treatments().stream().filter(member.treatments()::contains).toList(), member.away(today),
				declined);
	}

	public UUID id() {
		return this.member.id();
	}

	public String name() {
		return this.member.name();
	}

	/** Whether the request is one of those on which they give opinions. */
	boolean fits() {
		return this.member.doctor() && (this.site != null || !this.treatments.isEmpty());
	}

	/** Whether something speaks against giving it to them now. */
	public boolean hindered() {
		return this.away || this.declined || this.member.full();
	}

}
