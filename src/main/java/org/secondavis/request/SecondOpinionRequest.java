package org.secondavis.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.AbstractAggregateRoot;

import org.secondavis.encryption.Place;
import org.secondavis.encryption.Vault;
import org.secondavis.request.Contact.Person;

/** A patient's request. Every change of state is a method here; there are no setters. */
@Entity
@DynamicUpdate // naming an unchanged unique column, too, would make simultaneous
				// decisions deadlock
public class SecondOpinionRequest extends AbstractAggregateRoot<SecondOpinionRequest> {

	@Id
	private UUID id;

	@Version
	private @Nullable Integer version;

	private UUID draftId;

	private Reference reference;

	@Enumerated(EnumType.STRING)
	private Status status;

	private Instant statusSince;

	private Instant submittedAt;

	private @Nullable Instant firstReadAt;

	private Locale language;

	private @Nullable StaffId assignee;

	private @Nullable Instant linksRevokedAt;

	private @Nullable Instant eraseAt;

	private @Nullable Instant handedOverAt;

	@Embedded
	private Patient patient;

	@Embedded
	private @Nullable Helper helper;

	@Embedded
	private Contact contact;

	@Embedded
	private Situation situation;

	@Embedded
	private Expectations expectations;

	private byte[] narrative;

	private String search;

	@OneToMany(mappedBy = "request", cascade = { CascadeType.PERSIST, CascadeType.MERGE })
	@OrderBy("at, id")
	@OptimisticLock(excluded = false) // what only adds to it is a change, too
	private List<Change> history = new ArrayList<>();

	@SuppressWarnings("NullAway.Init")
	protected SecondOpinionRequest() {
	}

	private SecondOpinionRequest(UUID draftId, Status status, Answers answers, Locale language, Vault vault,
			Instant now) {
		this.id = UuidCreator.getTimeOrderedEpoch();
		this.draftId = draftId;
		this.reference = Reference.random();
		this.status = status;
		this.statusSince = now;
		this.submittedAt = now;
		this.language = language;
		this.patient = answers.patient();
		this.helper = answers.helper();
		this.contact = answers.contact();
		this.situation = answers.situation();
		this.expectations = answers.expectations();
		this.narrative = vault.seal(answers.narrative(), narrativePlace());
		this.search = SearchText.of(this.reference, this.patient, this.helper, this.contact);
		this.history.add(Change.submitted(this, now));
	}

	/**
	 * Takes in what a patient sent. One draft becomes one request only; the database sees
	 * to it.
	 */
	public static SecondOpinionRequest submit(UUID draftId, Answers answers, Locale language, Vault vault,
			Instant now) {
		SecondOpinionRequest request = new SecondOpinionRequest(draftId, Status.NEW, answers, language, vault, now);
		request.registerEvent(new RequestSubmitted(request.id));
		return request;
	}

	/** Takes in what may come from a robot: it is kept, and a person looks at it. */
	public static SecondOpinionRequest suspect(UUID draftId, Answers answers, Locale language, Vault vault,
			Instant now) {
		SecondOpinionRequest request = new SecondOpinionRequest(draftId, Status.SUSPECT, answers, language, vault, now);
		request.registerEvent(new RequestSuspected(request.id));
		return request;
	}

	/**
	 * A person has seen that this is no robot: the request goes the normal way from here.
	 */
	public void release(Decision decision) {
		move(Move.RELEASE, decision, null);
		registerEvent(new RequestSubmitted(this.id));
	}

	/** Takes the request into the decider's own hands. */
	public void takeInCharge(Decision decision) {
		move(Move.TAKE, decision, null);
		this.assignee = decision.by();
	}

	/**
	 * Puts the request into the hands of somebody else; one under review can change
	 * hands.
	 */
	public void assignTo(StaffId reviewer, Decision decision) {
		move(Move.ASSIGN, decision, reviewer.value().toString());
		this.assignee = reviewer;
	}

	/**
	 * Gives the request back, so that it waits for somebody else.
	 * @throws IllegalMoveException if it is not in the decider's hands
	 */
	public void decline(Decision decision) {
		if (!decision.by().equals(this.assignee)) {
			throw new IllegalMoveException(Move.DECLINE, this.status);
		}
		move(Move.DECLINE, decision, null);
		this.assignee = null;
	}

	/**
	 * Waits for papers or answers of the patient, who knows for which.
	 * @param asked codes of the papers asked for; empty if for something else
	 * @param told how the patient was told
	 * @throws UnkindEndException if the patient was not told
	 */
	public void markToComplete(String asked, Told told, Decision decision, Vault vault) {
		if (told == Told.ATTEMPT) {
			throw new UnkindEndException(UnkindEndException.Lack.TELLING);
		}
		move(Move.COMPLETE, decision.telling(checked(Farewell.by(told)), vault), asked.isEmpty() ? null : asked);
	}

	/** The patient has the written opinion. What may be asked about it follows. */
	public void deliverOpinion(Decision decision) {
		move(Move.DELIVER, decision, null);
	}

	/**
	 * All of it lies in the clinic's own records, so that it need not be kept here for
	 * long.
	 */
	public void handOver(Decision decision) {
		move(Move.HAND_OVER, decision, null);
		this.handedOverAt = decision.at();
	}

	/**
	 * Something has come that does not lie in the clinic's own records yet: it stays here
	 * until it is handed over too.
	 */
	public void growBeyondHandOver() {
		this.handedOverAt = null;
	}

	/**
	 * Ends here because another clinic or service is the right one.
	 * @throws UnkindEndException if the patient was not told, or not where to turn to
	 */
	public void referElsewhere(ReferralReason reason, Farewell farewell, Decision decision, Vault vault) {
		if (farewell.next() == null) {
			throw new UnkindEndException(UnkindEndException.Lack.PLACE);
		}
		if (farewell.told() == null || farewell.told() == Told.ATTEMPT) {
			throw new UnkindEndException(UnkindEndException.Lack.TELLING);
		}
		move(Move.REFER, decision.telling(checked(farewell), vault), reason.name());
	}

	/** Ends here because the work goes on in another request. */
	public void markDuplicateOf(Reference other, Decision decision) {
		requireAnother(other);
		move(Move.DUPLICATE, decision, other.value());
	}

	/** Is not the same as the other one, although it looks so. */
	public void keepApartFrom(Reference other, Decision decision) {
		requireAnother(other);
		boolean known = this.history.stream()
			.anyMatch((change) -> change.getMove() == Move.KEEP_APART && other.value().equals(change.getDetail()));
		if (!known) {
			move(Move.KEEP_APART, decision, other.value());
		}
	}

	private void requireAnother(Reference other) {
		if (other.equals(this.reference)) {
			throw new IllegalArgumentException("A request is not compared with itself");
		}
	}

	/**
	 * Ends the request.
	 * @throws UnkindEndException if the patient was not told, or is refused and has
	 * nowhere to turn to
	 */
	public void close(ClosingReason reason, Farewell farewell, Decision decision, Vault vault) {
		if (reason.needsPlace() && farewell.next() == null) {
			throw new UnkindEndException(UnkindEndException.Lack.PLACE);
		}
		if (reason.needsTelling() && (farewell.told() == null || !reason.isToldBy(farewell.told()))) {
			throw new UnkindEndException(UnkindEndException.Lack.TELLING);
		}
		move(Move.CLOSE, decision.telling(checked(farewell), vault), reason.name());
	}

	private Farewell checked(Farewell farewell) {
		if (farewell.told() == Told.MESSAGE && !mayBeMailed()) {
			throw new UnkindEndException(UnkindEndException.Lack.ADDRESS);
		}
		return farewell;
	}

	/**
	 * Takes up an ended request again. It stays with whoever had it; one that nobody had
	 * falls to the one who reopens it.
	 */
	public void reopen(Decision decision) {
		move(Move.REOPEN, decision, null);
		this.handedOverAt = null;
		if (this.assignee == null) {
			this.assignee = decision.by();
		}
	}

	/**
	 * Shuts the follow-up page to all who hold a link to it: a mail went to a wrong
	 * address, a telephone was stolen. Until a link is renewed none is given out.
	 */
	public void revokeLinks(Decision decision) {
		move(Move.REVOKE_LINKS, decision, null);
		this.linksRevokedAt = decision.at();
		registerEvent(new LinksRevoked(this.id));
	}

	/** Has a new link sent to the patient. */
	public void renewLink(Decision decision) {
		move(Move.RENEW_LINK, decision, null);
		this.linksRevokedAt = null;
		registerEvent(new LinkRenewed(this.id));
	}

	/** The patient wants no second opinion any more. */
	public void withdraw(Instant now) {
		move(Move.CLOSE, now);
		this.history.add(Change.byPatient(this, Move.CLOSE, ClosingReason.WITHDRAWN.name(), now));
		registerEvent(new RequestWithdrawn(this.id));
	}

	/**
	 * Takes another contact from the patient. What it was is not kept.
	 */
	public void correctContact(Contact corrected, Instant now) {
		if (corrected.equals(this.contact)) {
			return;
		}
		EmailAddress former = this.contact.email();
		boolean told = hasOwnAddress();
		this.contact = corrected;
		if (this.helper != null && told && !hasOwnAddress()) {
			// who gives the address up has been told by it
			this.helper = this.helper.patientTold(now);
		}
		this.search = SearchText.of(this.reference, this.patient, this.helper, corrected);
		note(OwnAct.CONTACT_CORRECTED, now);
		if (!Objects.equals(former, corrected.email())) {
			registerEvent(new EmailChanged(this.id, former));
		}
	}

	/**
	 * Shuts the follow-up page to all who hold a link, at the patient's wish, and has a
	 * new one sent to the address on file.
	 */
	public void replaceLinks(Instant now) {
		if (!mayBeMailed()) {
			throw new IllegalMoveException(Move.RENEW_LINK, this.status);
		}
		this.history.add(Change.byPatient(this, Move.REVOKE_LINKS, null, now));
		registerEvent(new LinksRevoked(this.id));
		registerEvent(new LinkRenewed(this.id));
	}

	/**
	 * Whether nobody has told the patient yet that somebody asks for them, and mail
	 * cannot: there is no address but perhaps the helper's. Who decides in the patient's
	 * place is the exception.
	 */
	public boolean mustTellPatient() {
		return this.status.isOpen() && this.helper != null && this.helper.acts() && !this.helper.decides()
				&& this.helper.patientToldAt() == null && !hasOwnAddress();
	}

	/** Notes that the patient was told by telephone. */
	public void tellPatient(Decision decision) {
		move(Move.TELL_PATIENT, decision, null);
		this.helper = Objects.requireNonNull(this.helper).patientTold(decision.at());
	}

	/**
	 * Whether the patient can take the request over: somebody else acts without deciding
	 * in the patient's place, and mail reaches the patient alone.
	 */
	public boolean mayTakeOver() {
		return this.status.isOpen() && this.helper != null && this.helper.acts() && !this.helper.decides()
				&& mayBeMailed() && hasOwnAddress();
	}

	/**
	 * The patient acts alone from now on. No link that was given out before opens
	 * anything, for the helper may have it; the patient is sent another.
	 */
	public void takeOver(Instant now) {
		if (!mayTakeOver()) {
			throw new IllegalStateException("There is nothing to take over");
		}
		this.helper = Objects.requireNonNull(this.helper).relieved(now);
		this.contact = this.contact.ofPatientOnly();
		note(OwnAct.TAKEN_OVER, now);
		registerEvent(new LinksRevoked(this.id));
		registerEvent(new LinkRenewed(this.id));
		registerEvent(new HelperRelieved(this.id));
	}

	private boolean hasOwnAddress() {
		EmailAddress email = (this.helper != null) ? this.helper.email() : null;
		return this.contact.email() != null && (email == null || !this.contact.isReachedAt(email));
	}

	/** The patient wants all to be erased on that date. */
	public void askErasure(Instant date, Instant now) {
		if (this.eraseAt == null) {
			this.eraseAt = date;
			note(OwnAct.ERASURE_ASKED, now);
			registerEvent(new ErasureAsked(this.id));
		}
	}

	/** The patient wants the request to be kept nevertheless. */
	public void callOffErasure(Instant now) {
		if (this.eraseAt != null) {
			this.eraseAt = null;
			note(OwnAct.ERASURE_CALLED_OFF, now);
		}
	}

	/** Tells all who hold something of it that it is being erased. */
	public void erase() {
		registerEvent(new RequestErased(this.id, this.draftId));
	}

	private void note(OwnAct act, Instant now) {
		this.history.add(Change.byPatient(this, null, act.name(), now));
	}

	/**
	 * Has another link sent to the patient, who has lost the others; these still open the
	 * page.
	 */
	public void sendAnotherLink() {
		if (mayBeMailed()) {
			registerEvent(new LinkRenewed(this.id));
		}
	}

	/** Has a one-time code sent to the patient. */
	public void sendCode() {
		if (mayBeMailed()) {
			registerEvent(new CodeWanted(this.id));
		}
	}

	/**
	 * Whether mail with a link or a code may go to the patient: there is an address, it
	 * is not in doubt, and no robot may have given it.
	 */
	public boolean mayBeMailed() {
		return this.contact.email() != null && this.linksRevokedAt == null && this.status != Status.SUSPECT;
	}

	private void move(Move move, Decision decision, @Nullable String detail) {
		move(move, decision.at());
		this.history.add(Change.decided(this, move, decision, detail));
	}

	private void move(Move move, Instant now) {
		if (!possibleMoves().contains(move)) {
			throw new IllegalMoveException(move, this.status);
		}
		Status next = move.from(this.status);
		if (next != this.status) {
			// who has the opinion may still come for an appointment to talk about it
			if (next.hasEnded() && next != Status.DELIVERED) {
				registerEvent(new RequestEnded(this.id));
			}
			this.status = next;
			this.statusSince = now;
		}
	}

	/** What staff may do with it now. */
	public Set<Move> possibleMoves() {
		Set<Move> moves = Move.possibleFrom(this.status);
		if (this.linksRevokedAt == null || this.contact.email() == null) {
			moves.remove(Move.RENEW_LINK);
		}
		if (this.linksRevokedAt != null) {
			moves.remove(Move.REVOKE_LINKS);
		}
		if (!mustTellPatient()) {
			moves.remove(Move.TELL_PATIENT);
		}
		if (this.assignee == null) {
			moves.remove(Move.DECLINE);
		}
		if (!this.status.hasEnded() || this.handedOverAt != null) {
			moves.remove(Move.HAND_OVER);
		}
		return moves;
	}

	/** What the patient wrote in words. */
	public Narrative narrative(Vault vault) {
		return vault.open(this.narrative, Narrative.class, narrativePlace());
	}

	private Place narrativePlace() {
		return new Place("second_opinion_request", "narrative", this.id);
	}

	public UUID getId() {
		return this.id;
	}

	/**
	 * Grows with every change; a form that carries an older one has been overtaken. No
	 * bean property: Spring Data would take its 0 for the version of a stored request.
	 */
	public int revision() {
		return (this.version != null) ? this.version : 0;
	}

	public Reference getReference() {
		return this.reference;
	}

	public Status getStatus() {
		return this.status;
	}

	/** Since when it stands where it stands. */
	public Instant getStatusSince() {
		return this.statusSince;
	}

	public Instant getSubmittedAt() {
		return this.submittedAt;
	}

	/** When a member of staff first opened it; none if nobody has. */
	public @Nullable Instant getFirstReadAt() {
		return this.firstReadAt;
	}

	/** The language in which the patient filled in the form. */
	public Locale getLanguage() {
		return this.language;
	}

	public @Nullable StaffId getAssignee() {
		return this.assignee;
	}

	/** Since when no link opens the follow-up page; none if links do. */
	public @Nullable Instant getLinksRevokedAt() {
		return this.linksRevokedAt;
	}

	/** When the patient wants it to be erased; none if that was not asked for. */
	public @Nullable Instant getEraseAt() {
		return this.eraseAt;
	}

	/** When all of it was put into the clinic's own records; none if it was not. */
	public @Nullable Instant getHandedOverAt() {
		return this.handedOverAt;
	}

	/** Since when it has been where it ended; empty if it has not. */
	public Optional<Instant> endedAt() {
		return end().map(Change::getAt);
	}

	/** The change that ended it; empty if it has not ended. */
	public Optional<Change> end() {
		if (!this.status.hasEnded()) {
			return Optional.empty();
		}
		return this.history.stream()
			.filter((change) -> change.getMove() != null && change.getMove().leadsTo(this.status))
			.reduce((first, last) -> last);
	}

	public Patient getPatient() {
		return this.patient;
	}

	public @Nullable Helper getHelper() {
		return this.helper;
	}

	/** Who helps and may still be turned to, if anybody. */
	public @Nullable Helper actingHelper() {
		return (this.helper != null && this.helper.acts()) ? this.helper : null;
	}

	public Contact getContact() {
		return this.contact;
	}

	/** Who is to be called first, as they wish or as they can be reached. */
	public Person firstToCall() {
		Helper acting = actingHelper();
		boolean alone = acting != null && acting.phone() != null && this.contact.phone() == null;
		return (this.contact.first() == Person.HELPER || alone) ? Person.HELPER : Person.PATIENT;
	}

	public Situation getSituation() {
		return this.situation;
	}

	public Expectations getExpectations() {
		return this.expectations;
	}

	/** All changes, oldest first. */
	public List<Change> getHistory() {
		return List.copyOf(this.history);
	}

	@Override
	public String toString() {
		return "SecondOpinionRequest[%s, %s]".formatted(this.reference, this.status);
	}

}
