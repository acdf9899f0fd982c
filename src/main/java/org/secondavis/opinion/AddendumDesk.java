package org.secondavis.opinion;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.secondavis.encryption.Vault;
import org.secondavis.request.Reference;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.StaffId;
import org.secondavis.staff.StaffMember;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

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
	 * @throws OpinionOvertakenException if the draft is not as it was seen
	 * @throws SealedOpinionException if the patient does not have the opinion
	 * @throws WrongInputException if something has to be put right
	 */
	@Transactional
	void write(Reference reference, AddendumForm form, boolean signed, StaffMember me) {
		OpinionRight.WRITE.require(me);
		SecondOpinionRequest request = this.requests.lockByReference(reference)
			.orElseThrow(AddendumDesk::notFound);
		Opinion opinion = this.opinions.findByRequestId(request.getId()).orElseThrow(AddendumDesk::notFound);
		Addendum draft = draft(opinion);
		if (!AddendumForm.seen(draft).equals(form.seen())) {
			throw new OpinionOvertakenException();
		}
		StaffId by = new StaffId(me.id());
		String words = form.words();
		if (draft == null) {
			draft = new Addendum(opinion, question(opinion, form), words, this.vault, by, this.clock.instant());
		}
		else if (!words.equals(draft.text(this.vault))) {
			draft.write(words, this.vault, by, this.clock.instant());
		}
		if (signed) {
			draft.signAndDeliver(opinion, this.vault, by, this.clock.instant());
		}
		this.addenda.save(draft);
	}

	/** What is being written to follow the opinion, if anything is. */
	private @Nullable Addendum draft(Opinion opinion) {
		return this.addenda.findByOpinionIdOrderById(opinion.getId())
			.stream()
			.filter((addendum) -> addendum.getSignedBy() == null)
			.findFirst()
			.orElse(null);
	}

	private @Nullable OpinionQuestion question(Opinion opinion, AddendumForm form) {
		if (form.question().isEmpty()) {
			return null;
		}
		UUID id = Typed.id(form.question()).orElseThrow(AddendumDesk::notFound);
		return this.questions.findByOpinionIdOrderByNumber(opinion.getId())
			.stream()
			.filter((question) -> Objects.equals(question.getId(), id))
			.findFirst()
			.orElseThrow(AddendumDesk::notFound);
	}

	private static ResponseStatusException notFound() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
