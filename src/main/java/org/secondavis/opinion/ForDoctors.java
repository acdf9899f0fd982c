package org.secondavis.opinion;

import java.time.Clock;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.secondavis.opinion.OpinionAct.Act;
import org.secondavis.request.Reference;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.StaffId;
import org.secondavis.staff.StaffAccount;
import org.secondavis.staff.StaffAccounts;
import org.secondavis.staff.StaffMember;

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

	private final OpinionActs acts;

	private final Documents documents;

	private final Requests requests;

	private final StaffAccounts accounts;

	private final Clock clock;

	ForDoctors(DeliveredOpinions delivered, Opinions opinions, OpinionActs acts, Documents documents, Requests requests,
			StaffAccounts accounts, Clock clock) {
		this.delivered = delivered;
		this.opinions = opinions;
		this.acts = acts;
		this.documents = documents;
		this.requests = requests;
		this.accounts = accounts;
		this.clock = clock;
	}

	/** Where it stands; empty before the patient has the opinion. */
	@Transactional(readOnly = true)
	Optional<ForDoctor> find(Reference reference) {
		return this.requests.findByReference(reference)
			.flatMap((request) -> this.delivered.find(request.getId()))
			.map((found) -> ForDoctor.of(reference.value(), found, notedBy(found.opinion())));
	}

	private @Nullable String notedBy(Opinion opinion) {
		return Optional.ofNullable(opinion.getDoctorAnswer())
			.map(DoctorAnswer::notedBy)
			.flatMap((member) -> this.accounts.findById(member.value()))
			.map(StaffAccount::getName)
			.orElse(null);
	}

	/**
	 * The document to send on; empty unless the patient agrees.
	 * @param addendum names what follows the opinion; none for the opinion itself
	 */
	@Transactional(readOnly = true)
	Optional<byte[]> document(Reference reference, @Nullable String addendum) {
		return this.requests.findByReference(reference)
			.flatMap((request) -> this.delivered.find(request.getId())
				.filter((found) -> found.opinion().mayGoToDoctor())
				.flatMap((found) -> (addendum == null) ? this.delivered.document(request.getId(), null, Audience.DOCTOR)
						: found.addenda()
							.stream()
							.filter((one) -> one.getId().toString().equals(addendum))
							.findFirst()
							.flatMap((one) -> this.delivered.document(request.getId(), one.getId(), Audience.DOCTOR))));
	}

	/**
	 * Notes what the patient told staff, as long as nothing was sent; a second note of
	 * the same changes nothing.
	 * @param form what was filled in, and checked
	 * @throws OpinionOvertakenException if something else was answered since, or the
	 * doctor has it
	 */
	@Transactional
	void note(Reference reference, DoctorAnswerForm form, StaffMember me) {
		OpinionRight.DELIVER.require(me);
		SecondOpinionRequest request = this.requests.lockByReference(reference)
			.orElseThrow(OpinionOvertakenException::new);
		DeliveredOpinion found = this.delivered.find(request.getId()).orElseThrow(OpinionOvertakenException::new);
		Opinion opinion = found.opinion();
		if (opinion.getDoctorSentAt() != null) {
			throw new OpinionOvertakenException();
		}
		DoctorAnswer known = opinion.getDoctorAnswer();
		if (known != null && known.agreed() == form.agreed() && known.heard() == form.how()) {
			return;
		}
		if (opinion.revision() != Revision.of(form.revision())) {
			throw new OpinionOvertakenException();
		}
		DoctorAnswer answer = new DoctorAnswer(form.agreed(), this.clock.instant(), form.how(), new StaffId(me.id()));
		opinion.answerForDoctor(answer);
		this.opinions.save(opinion);
		this.acts.save(OpinionAct.answer(request.getId(), answer));
		this.documents.complete(request, found);
		request.growBeyondHandOver();
		this.requests.save(request);
	}

	/**
	 * Notes that all there is was sent; a second note of the same changes nothing.
	 * @param revision of the opinion that was seen
	 * @param complements how many complements were seen
	 * @throws OpinionOvertakenException if the patient has answered otherwise since, or
	 * something has followed
	 */
	@Transactional
	void sent(Reference reference, int revision, int complements, StaffMember me) {
		OpinionRight.DELIVER.require(me);
		DeliveredOpinion found = this.requests.lockByReference(reference)
			.flatMap((request) -> this.delivered.find(request.getId()))
			.orElseThrow(OpinionOvertakenException::new);
		Opinion opinion = found.opinion();
		if (opinion.getDoctorSentAt() != null && !ForDoctor.hasMore(found)) {
			return;
		}
		if (opinion.revision() != revision || found.addenda().size() != complements || !opinion.mayGoToDoctor()) {
			throw new OpinionOvertakenException();
		}
		opinion.sentToDoctor(this.clock.instant());
		this.opinions.save(opinion);
		this.acts.save(new OpinionAct(opinion.getRequestId(), Act.DOCTOR_SENT, new StaffId(me.id()),
				this.clock.instant(), null));
	}

}
