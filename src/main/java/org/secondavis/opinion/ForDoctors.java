package org.secondavis.opinion;

import java.time.Clock;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.secondavis.request.Reference;
import org.secondavis.request.Requests;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sees to it that the treating doctor gets an opinion only if the patient wants so. What
 * leaves, leaves by secure health mail (MSSanté), sent by a person and never by us.
 */
@Component
class ForDoctors {

	private final DeliveredOpinions delivered;

	private final Opinions opinions;

	private final Requests requests;

	private final Clock clock;

	ForDoctors(DeliveredOpinions delivered, Opinions opinions, Requests requests, Clock clock) {
		this.delivered = delivered;
		this.opinions = opinions;
		this.requests = requests;
		this.clock = clock;
	}

	/** Where it stands; empty before the patient has the opinion. */
	@Transactional(readOnly = true)
	Optional<ForDoctor> find(Reference reference) {
		return this.requests.findByReference(reference)
			.flatMap((request) -> this.delivered.find(request.getId()))
			.map((found) -> ForDoctor.of(reference.value(), found));
	}

	/**
	 * The document to send on; empty unless the patient agrees.
	 * @param addendum names what follows the opinion; none for the opinion itself
	 */
	@Transactional(readOnly = true)
	Optional<byte[]> document(Reference reference, @Nullable String addendum) {
		return this.requests.findByReference(reference)
			.flatMap((request) -> this.delivered.find(request.getId())
				.filter((found) -> Boolean.TRUE.equals(found.opinion().getDoctorAgreed()))
				.flatMap((found) -> (addendum == null) ? this.delivered.document(request.getId(), null, Audience.DOCTOR)
						: found.addenda()
							.stream()
							.filter((one) -> one.getId().toString().equals(addendum))
							.findFirst()
							.flatMap((one) -> this.delivered.document(request.getId(), one.getId(), Audience.DOCTOR))));
	}

	/**
	 * Notes that all there is was sent; a second note of the same changes nothing.
	 * @param revision of the opinion that was seen
	 * @throws OpinionOvertakenException if the patient has answered otherwise since, or
	 * something has followed
	 */
	@Transactional
	void sent(Reference reference, int revision) {
		DeliveredOpinion found = this.requests.lockByReference(reference)
			.flatMap((request) -> this.delivered.find(request.getId()))
			.orElseThrow(OpinionOvertakenException::new);
		Opinion opinion = found.opinion();
		if (opinion.getDoctorSentAt() != null && !ForDoctor.hasMore(found)) {
			return;
		}
		if (opinion.revision() != revision || !Boolean.TRUE.equals(opinion.getDoctorAgreed())) {
			throw new OpinionOvertakenException();
		}
		opinion.sentToDoctor(this.clock.instant());
		this.opinions.save(opinion);
	}

}
