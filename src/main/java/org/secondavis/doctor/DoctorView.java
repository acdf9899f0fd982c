package org.secondavis.doctor;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.secondavis.request.Situation.CancerSite;
import org.secondavis.request.Situation.Treatment;

/**
 * A doctor as their page shows them.
 *
 * @param id the account
 * @param name how colleagues call them
 * @param revision what a form must carry for its changes to hold
 * @param sites the cancers that they give opinions on
 * @param treatments the treatments that they know
 * @param capacity how many requests they take a week, none for no limit
 * @param absences those that are not over
 */
record DoctorView(UUID id, String name, int revision, List<CancerSite> sites, List<Treatment> treatments,
		@Nullable Integer capacity, List<Absence> absences) {

	@Override
	public String toString() {
		return "DoctorView[%s]".formatted(this.id);
	}

}
