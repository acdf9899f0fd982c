package org.secondavis.opinion;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.secondavis.encryption.Vault;
import org.secondavis.request.Reference;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.StaffId;
import org.secondavis.staff.NotFoundException;
import org.secondavis.staff.OvertakenException;
import org.secondavis.staff.StaffMember;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Carries out what doctors write after an opinion is delivered. */
@Service
class AddendumDesk {

	private final Requests requests;

	private final Opinions opinions;

	private final OpinionQuestions questions;

	private final Addenda addenda;

	private final Vault vault;

	private final Clock clock;

	AddendumDesk(Requests requests, Opinions opinions, OpinionQuestions questions, Addenda addenda, Vault vault,
			Clock clock) {
		this.requests = requests;
		this.opinions = opinions;
		this.questions = questions;
		this.addenda = addenda;
		this.vault = vault;
		this.clock = clock;
	}

	/**
	 * Keeps what was typed, and hands it to the patient if it is signed.
	 * @throws OvertakenException if something else has followed than was seen
	 * @throws SealedOpinionException if the patient does not have the opinion
	 * @throws WrongFormException if something has to be put right
	 */
	@Transactional
	void write(Reference reference, AddendumForm form, boolean signed, StaffMember me) {
		OpinionRight.WRITE.require(me);
		SecondOpinionRequest request = this.requests.lockByReference(reference).orElseThrow(NotFoundException::new);
		Opinion opinion = this.opinions.findByRequestId(request.getId()).orElseThrow(NotFoundException::new);
		List<Addendum> all = this.addenda.findByOpinionIdOrderById(opinion.getId());
		if (!AddendumForm.seen(all).equals(form.seen())) {
			throw new OvertakenException();
		}
		StaffId by = new StaffId(me.id());
		String words = form.words();
		Addendum draft = all.stream().filter((addendum) -> addendum.getSignedBy() == null).findFirst().orElse(null);
		if (draft == null) {
			draft = new Addendum(opinion, question(opinion, form), words, this.vault, by, this.clock.instant());
		}
		else if (!words.equals(draft.text(this.vault))) {
			draft.write(words, this.vault, by, this.clock.instant());
		}
		if (signed) {
			draft.signAndDeliver(opinion, this.vault, by, this.clock.instant());
			request.growBeyondHandOver();
			this.requests.save(request);
		}
		this.addenda.save(draft);
	}

	private @Nullable OpinionQuestion question(Opinion opinion, AddendumForm form) {
		if (form.question().isEmpty()) {
			return null;
		}
		UUID id = Typed.id(form.question()).orElseThrow(NotFoundException::new);
		return this.questions.findByOpinionIdOrderByNumber(opinion.getId())
			.stream()
			.filter((question) -> Objects.equals(question.getId(), id))
			.findFirst()
			.orElseThrow(NotFoundException::new);
	}

}
