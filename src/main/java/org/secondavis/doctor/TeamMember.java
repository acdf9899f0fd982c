package org.secondavis.doctor;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.secondavis.request.Situation.CancerSite;
import org.secondavis.request.Situation.Treatment;
import org.secondavis.staff.Role;

/**
 * Somebody who works at the clinic, with what matters to whoever has a request to give
 * away.
 *
 * @param id the account
 * @param name how colleagues call them
 * @param role what they are in the clinic
 * @param locked whether they can no longer sign in
 * @param cancerSites the cancers that they give opinions on
 * @param treatments the treatments that they know
 * @param capacity how many requests they take a week, none for no limit
 * @param taken how many they took this week and still have
 * @param awayFrom the first day of an absence that goes on or begins within a week
 * @param awayUntil the last day of that absence
 */
public record TeamMember(UUID id, String name, Role role, boolean locked, Set<CancerSite> cancerSites,
		Set<Treatment> treatments, @Nullable Integer capacity, int taken, @Nullable LocalDate awayFrom,
		@Nullable LocalDate awayUntil) {

	/** Whether they give opinions. */
	public boolean doctor() {
		return this.role == Role.DOCTOR;
	}

	/** Whether they have taken on as many requests this week as they take. */
	public boolean full() {
		return this.capacity != null && this.taken >= this.capacity;
	}

	/** Whether they are away on that day, as far as is known. */
	public boolean away(LocalDate day) {
		return this.awayFrom != null && !day.isBefore(this.awayFrom);
	}

	@Override
	public String toString() {
		return "TeamMember[%s]".formatted(this.id);
	}

}
