package org.secondavis.review;

import java.time.Clock;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.secondavis.conversation.InternalNote;
import org.secondavis.conversation.InternalNotes;
import org.secondavis.conversation.Message;
import org.secondavis.conversation.Messages;
import org.secondavis.conversation.Placeholder;
import org.secondavis.encryption.Vault;
import org.secondavis.request.Decision;
import org.secondavis.request.IllegalMoveException;
import org.secondavis.request.Reference;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.StaffId;
import org.secondavis.request.Status;
import org.secondavis.retention.Erasures;
import org.secondavis.staff.NotFoundException;
import org.secondavis.staff.OvertakenException;
import org.secondavis.staff.StaffAccount;
import org.secondavis.staff.StaffAccounts;
import org.secondavis.staff.WrongInputException;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import static org.secondavis.staff.WrongInputException.require;

/**
 * Carries out what staff decide. A decision holds only for the request as the deciding
 * person saw it; whoever comes second is told and overwrites nothing.
 */
@Service
class Decisions {

	private static final Logger logger = LoggerFactory.getLogger(Decisions.class);

	private final Requests requests;

	private final InternalNotes notes;

	private final Messages messages;

	private final Erasures erasures;

	private final StaffAccounts accounts;

	private final Vault vault;

	private final Clock clock;

	Decisions(Requests requests, InternalNotes notes, Messages messages, Erasures erasures, StaffAccounts accounts,
			Vault vault, Clock clock) {
		this.requests = requests;
		this.notes = notes;
		this.messages = messages;
		this.erasures = erasures;
		this.accounts = accounts;
		this.vault = vault;
		this.clock = clock;
	}

	/**
	 * Makes the move.
	 * @throws OvertakenException if somebody else made one in the meantime
	 * @throws IllegalMoveException if the request's status does not allow it
	 * @throws WrongInputException if the form does not hold what the move needs
	 */
	@Transactional
	void decide(Reference reference, Action action, DecisionForm form, StaffId by) {
		SecondOpinionRequest request = asSeen(reference, form.revision());
		if (!request.possibleMoves().contains(action.move())) {
			throw new IllegalMoveException(action.move(), request.getStatus());
		}
		Decision decision = Decision.by(by, this.clock.instant()).withNote(note(form), this.vault);
		switch (action) {
			case RELEASE -> request.release(decision);
			case TAKE -> request.takeInCharge(decision);
			case ASSIGN -> request.assignTo(another(form.assignee(), request), decision);
			case DECLINE -> {
				require(!form.note().isEmpty(), "note", "decision.note.whyNot");
				request.decline(decision);
			}
			// of these the patient is told
			case COMPLETE, REFER, CLOSE -> throw new NotFoundException();
			case DUPLICATE -> request.markDuplicateOf(other(form, request), decision);
			case HAND_OVER -> request.handOver(decision);
			case REOPEN -> request.reopen(decision);
			case REVOKE_LINKS -> request.revokeLinks(decision);
			case RENEW_LINK -> request.renewLink(decision);
			case TELL_PATIENT -> request.tellPatient(decision);
		}
		this.requests.save(request);
	}

	/**
	 * Notes that two requests are not the same, although they look so.
	 * @throws OvertakenException if either has changed since they were compared
	 */
	@Transactional
	void keepApart(Reference reference, Reference other, TwinForm form, StaffId by) {
		if (other.equals(reference)) {
			throw new NotFoundException();
		}
		// the history is read after the revision: a colleague must not come in between;
		// in one order always, so that two people never wait for each other
		Stream.of(reference, other)
			.sorted(Comparator.comparing(Reference::value))
			.forEach(this.requests::lockByReference);
		SecondOpinionRequest one = asSeen(reference, form.revision());
		SecondOpinionRequest two = asSeen(other, form.otherRevision());
		one.keepApartFrom(two.getReference(), Decision.by(by, this.clock.instant()));
		two.keepApartFrom(one.getReference(), Decision.by(by, this.clock.instant()));
		this.requests.save(one);
		this.requests.save(two);
	}

	/** Writes an internal note; it overwrites nothing, whatever happened meanwhile. */
	@Transactional
	void note(Reference reference, DecisionForm form, StaffId by) {
		SecondOpinionRequest request = find(reference);
		require(!form.note().isEmpty(), "note", "decision.note.missing");
		this.notes.save(new InternalNote(request.getId(), by, note(form), this.vault, this.clock.instant()));
	}

	/**
	 * Writes to the patient; a double click writes once.
	 * @param page names the page on which it was typed
	 */
	void write(Reference reference, String page, DecisionForm form, StaffId by) {
		SecondOpinionRequest request = find(reference);
		require(!form.note().isEmpty(), "note", "decision.message.missing");
		require(request.mayBeMailed(), "note", "decision.message.unreachable");
		require(Placeholder.open(form.note(), Set.of()).isEmpty(), "note", "decision.told.open");
		String text = note(form);
		try {
			this.messages.save(Message.ofClinic(request.getId(), by, page, text, this.vault, this.clock.instant()));
		}
		catch (DataIntegrityViolationException ex) {
			logger.debug("A message about request {} was sent twice", reference);
		}
	}

	/** Erases a suspect request with all that belongs to it. */
	@Transactional
	void erase(Reference reference, DecisionForm form, StaffId by) {
		SecondOpinionRequest request = asSeen(reference, form.revision());
		if (request.getStatus() != Status.SUSPECT) {
			throw new NotFoundException();
		}
		this.erasures.erase(request);
		logger.info("Suspect request {} erased by account {}", reference, by.value());
	}

	private SecondOpinionRequest asSeen(Reference reference, int revision) {
		SecondOpinionRequest request = find(reference);
		if (request.revision() != revision) {
			throw new OvertakenException();
		}
		return request;
	}

	private SecondOpinionRequest find(Reference reference) {
		return this.requests.findByReference(reference).orElseThrow(NotFoundException::new);
	}

	/**
	 * The colleague of that account.
	 * @throws WrongInputException if nobody, or nobody who works here any more, has it
	 */
	StaffId colleague(String account) {
		try {
			return this.accounts.findById(UUID.fromString(account))
				.filter((one) -> !one.isLocked())
				.map(StaffAccount::getId)
				.map(StaffId::new)
				.orElseThrow(() -> new WrongInputException("assignee", "decision.assignee.choose"));
		}
		catch (IllegalArgumentException ex) {
			throw new WrongInputException("assignee", "decision.assignee.choose");
		}
	}

	private StaffId another(String account, SecondOpinionRequest request) {
		StaffId colleague = colleague(account);
		require(!colleague.equals(request.getAssignee()), "assignee", "decision.assignee.same");
		return colleague;
	}

	private Reference other(DecisionForm form, SecondOpinionRequest request) {
		Reference other = Reference.parse(form.duplicateOf())
			.orElseThrow(() -> new WrongInputException("duplicateOf", "decision.duplicateOf.malformed"));
		require(!other.equals(request.getReference()), "duplicateOf", "decision.duplicateOf.itself");
		SecondOpinionRequest kept = this.requests.lockByReference(other)
			.orElseThrow(() -> new WrongInputException("duplicateOf", "decision.duplicateOf.unknown"));
		// two ended requests that point at each other would be in nobody's hands
		require(kept.getStatus().isOpen(), "duplicateOf", "decision.duplicateOf.ended");
		return other;
	}

	private static String note(DecisionForm form) {
		require(form.note().length() <= Message.LONGEST, "note", "decision.note.long");
		return form.note();
	}

}
