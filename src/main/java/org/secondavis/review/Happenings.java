package org.secondavis.review;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.secondavis.appointment.Appointment;
import org.secondavis.opinion.OpinionTrace;

/**
 * What happened about a request outside of it.
 *
 * @param appointments all appointments, oldest first
 * @param opinion what is known of the opinion
 */
record Happenings(List<Appointment> appointments, List<OpinionTrace> opinion) {

	/** All of a request, in one statement, for its page asks for much. */
	static Happenings of(UUID request, AroundRequests around) {
		Set<Appointment> appointments = new LinkedHashSet<>();
		Set<OpinionTrace> opinion = new LinkedHashSet<>();
		for (Object[] row : around.find(request)) {
			Optional.ofNullable((Appointment) row[0]).ifPresent(appointments::add);
			Optional.ofNullable((OpinionTrace) row[1]).ifPresent(opinion::add);
		}
		return new Happenings(List.copyOf(appointments), List.copyOf(opinion));
	}

}
