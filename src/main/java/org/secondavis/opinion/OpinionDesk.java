package org.secondavis.opinion;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

import org.secondavis.clinic.CurrentClinic;
import org.secondavis.encryption.Vault;
import org.secondavis.opinion.OpinionAct.Act;
import org.secondavis.request.Decision;
import org.secondavis.request.IllegalMoveException;
import org.secondavis.request.Move;
import org.secondavis.request.Reference;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.StaffId;
import org.secondavis.staff.NotFoundException;
import org.secondavis.staff.OvertakenException;
import org.secondavis.staff.StaffMember;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Carries out what staff do with an opinion. Whatever is done holds only for the opinion
 * as it was seen, and one thing is done at a time: the request is locked first.
 */
@Service
class OpinionDesk {

	private final Requests requests;

	private final Opinions opinions;

	private final Rcps meetings;

	private final OpinionActs acts;

	private final Vault vault;

	private final CurrentClinic clinic;

	private final Clock clock;

	OpinionDesk(Requests requests, Opinions opinions, Rcps meetings, OpinionActs acts, Vault vault,
			CurrentClinic clinic, Clock clock) {
		this.requests = requests;
		this.opinions = opinions;
		this.meetings = meetings;
		this.acts = acts;
		this.vault = vault;
		this.clinic = clinic;
		this.clock = clock;
	}

	/**
	 * Keeps what was typed. What is stored already stays as it is, and stays read.
	 * @return the opinion; its revision is the next form's
	 * @throws OvertakenException if somebody else has changed it
	 * @throws SealedOpinionException if it is signed
	 * @throws WrongFormException if something has to be put right
	 */
	@Transactional
	Opinion save(Reference reference, OpinionForm form, StaffMember me) {
		OpinionRight.WRITE.require(me);
		SecondOpinionRequest request = underReview(reference);
		Opinion opinion = asSeen(request, Revision.of(form.revision()));
		OpinionDraft draft = form.draft(Asked.of(request, this.vault),
				LocalDate.ofInstant(this.clock.instant(), this.clinic.now().timeZone()));
		if (opinion == null) {
			opinion = new Opinion(request.getId(), this.vault, staff(me), this.clock.instant());
		}
		if (opinion.getSignedAt() != null || !draft.equals(opinion.draft(this.vault))) {
			opinion.write(draft, this.vault, staff(me), this.clock.instant());
		}
		return this.opinions.save(opinion);
	}

	/**
	 * Somebody has read it as it stands.
	 * @param meeting the last meeting that was seen with it: what it advised is read too
	 */
	@Transactional
	void proofRead(Reference reference, int seen, String meeting, StaffMember me) {
		change(reference, seen, me, Act.PROOF_READ, (opinion, request) -> {
			if (!RcpForm.seen(RcpDesk.latest(this.meetings.findByRequestIdOrderById(request.getId())))
				.equals(meeting)) {
				throw new OvertakenException();
			}
			opinion.proofRead(Asked.keys(Asked.of(request, this.vault)), this.vault, staff(me), this.clock.instant());
		});
	}

	/** A doctor answers for it. */
	@Transactional
	void sign(Reference reference, int seen, StaffMember me) {
		change(reference, seen, me, Act.SIGNED, (opinion, request) -> opinion.sign(staff(me), this.clock.instant()));
	}

	/** Takes the signature back, so that it can be altered. */
	@Transactional
	void takeBackSignature(Reference reference, int seen, StaffMember me) {
		change(reference, seen, me, Act.SIGNATURE_TAKEN_BACK, (opinion, request) -> opinion.takeBackSignature());
	}

	private void change(Reference reference, int seen, StaffMember me, Act act,
			BiConsumer<Opinion, SecondOpinionRequest> change) {
		OpinionRight.WRITE.require(me);
		SecondOpinionRequest request = underReview(reference);
		Opinion opinion = existing(request, seen);
		change.accept(opinion, request);
		this.opinions.save(opinion);
		this.acts.save(new OpinionAct(request.getId(), act, staff(me), this.clock.instant(), null));
	}

	/**
	 * Hands it to the patient, with what the request's history says of it.
	 * @throws OvertakenException if it, or how the patient is reached, has changed
	 * @throws UnfinishedOpinionException if it is not signed, or a meeting is lacking
	 * @throws IllegalMoveException if the request is in nobody's hands
	 */
	@Transactional
	void deliver(Reference reference, Way way, int seen, StaffMember me) {
		OpinionRight.DELIVER.require(me);
		SecondOpinionRequest request = underReview(reference);
		Opinion opinion = existing(request, seen);
		if (way != wayTo(request)) {
			throw new OvertakenException();
		}
		List<Rcp> all = this.meetings.findByRequestIdOrderById(request.getId());
		opinion.deliver(all, way, staff(me), this.clock.instant());
		request.deliverOpinion(Decision.by(staff(me), this.clock.instant()));
		this.requests.save(request);
		this.opinions.save(opinion);
	}

	/** How an opinion reaches this patient. */
	static Way wayTo(SecondOpinionRequest request) {
		return request.mayBeMailed() ? Way.ONLINE : Way.POST;
	}

	/** The request, which nobody else changes until this is done. */
	private SecondOpinionRequest underReview(Reference reference) {
		SecondOpinionRequest request = this.requests.lockByReference(reference).orElseThrow(NotFoundException::new);
		if (!request.possibleMoves().contains(Move.DELIVER)) {
			throw new IllegalMoveException(Move.DELIVER, request.getStatus());
		}
		return request;
	}

	private Opinion existing(SecondOpinionRequest request, int seen) {
		Opinion opinion = asSeen(request, seen);
		if (opinion == null) {
			throw new OvertakenException();
		}
		return opinion;
	}

	private @Nullable Opinion asSeen(SecondOpinionRequest request, int seen) {
		Opinion opinion = this.opinions.findByRequestId(request.getId()).orElse(null);
		if (Revision.of(opinion) != seen) {
			throw new OvertakenException();
		}
		return opinion;
	}

	private static StaffId staff(StaffMember member) {
		return new StaffId(member.id());
	}

}
