package org.secondavis.export;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.secondavis.appointment.Appointment;
import org.secondavis.document.Dossier;
import org.secondavis.opinion.Opinion;
import org.secondavis.opinion.OpinionState;
import org.secondavis.opinion.Rcp;
import org.secondavis.request.Narrative;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.staff.StaffAccount;

/**
 * All parts of a request that a sheet is made of.
 *
 * @param request the request itself
 * @param narrative what the patient wrote; none if it cannot be opened
 * @param dossier the papers
 * @param appointments all appointments, oldest first
 * @param opinion the written opinion, if one was begun and its words may be shown
 * @param state how far the opinion has come, if one was begun
 * @param meetings the clinic's own meetings
 * @param staff all members of staff
 */
record Holding(SecondOpinionRequest request, @Nullable Narrative narrative, Dossier dossier,
		List<Appointment> appointments, @Nullable Opinion opinion, @Nullable OpinionState state, List<Rcp> meetings,
		List<StaffAccount> staff) {

	@Nullable String nameOf(@Nullable UUID account) {
		return this.staff.stream()
			.filter((member) -> member.getId().equals(account))
			.map(StaffAccount::getName)
			.findFirst()
			.orElse(null);
	}

	@Override
	public String toString() {
		return "Holding[%s]".formatted(this.request.getReference());
	}

}
