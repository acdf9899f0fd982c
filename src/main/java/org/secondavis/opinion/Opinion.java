package org.secondavis.opinion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.AbstractAggregateRoot;

import org.secondavis.encryption.Place;
import org.secondavis.encryption.Vault;
import org.secondavis.request.StaffId;

/**
 * The clinic's written opinion on a request: drafted, read once more, signed by a doctor,
 * delivered. Whatever is changed before the signature has to be read again; what is
 * signed is not altered, and what is delivered is only followed by an {@link Addendum}.
 * The database sees to it too.
 */
@Entity
public class Opinion extends AbstractAggregateRoot<Opinion> {

	@Id
	private UUID id;

	@Version
	private @Nullable Integer version;

	private UUID requestId;

	@Enumerated(EnumType.STRING)
	private @Nullable FirstRcp firstRcp;

	private @Nullable LocalDate firstRcpOn;

	@Enumerated(EnumType.STRING)
	private @Nullable Outcome outcome;

	private boolean changesPlan;

	private byte[] words;

	private StaffId editedBy;

	private Instant editedAt;

	private @Nullable StaffId proofReadBy;

	private @Nullable Instant proofReadAt;

	private @Nullable StaffId signedBy;

	private @Nullable Instant signedAt;

	private @Nullable StaffId deliveredBy;

	private @Nullable Instant deliveredAt;

	@Enumerated(EnumType.STRING)
	private @Nullable Way way;

	private @Nullable Instant readAt;

	private @Nullable DoctorAnswer doctorAnswer;

	private @Nullable Instant doctorSentAt;

	@SuppressWarnings("NullAway.Init")
	protected Opinion() {
	}

	/** Begins an opinion, with nothing in it. */
	public Opinion(UUID requestId, Vault vault, StaffId by, Instant now) {
		this.id = UuidCreator.getTimeOrderedEpoch();
		this.requestId = requestId;
		this.editedBy = by;
		this.editedAt = now;
		this.words = vault.seal(OpinionWords.NONE, place());
	}

	/**
	 * Takes what a doctor has written. Whoever had read it before has to read it again.
	 * @throws SealedOpinionException if it is signed
	 */
	public void write(OpinionDraft draft, Vault vault, StaffId by, Instant now) {
		requireUnsigned();
		this.firstRcp = draft.firstRcp();
		this.firstRcpOn = (draft.firstRcp() == FirstRcp.HELD) ? draft.firstRcpOn() : null;
		this.outcome = draft.outcome();
		this.changesPlan = draft.changesPlan() || (draft.outcome() != null && draft.outcome().changesPlan());
		this.words = vault.seal(draft.words(), place());
		this.editedBy = by;
		this.editedAt = now;
		this.proofReadBy = null;
		this.proofReadAt = null;
	}

	/**
	 * Somebody has read it as it stands.
	 * @param questions the patient's questions
	 * @throws UnfinishedOpinionException if something is still to be written
	 */
	public void proofRead(List<String> questions, Vault vault, StaffId by, Instant now) {
		requireUnsigned();
		require(toBeWritten(questions, vault));
		this.proofReadBy = by;
		this.proofReadAt = now;
	}

	/**
	 * A doctor answers for it.
	 * @throws UnfinishedOpinionException if nobody has read it since it was last changed
	 */
	public void sign(StaffId doctor, Instant now) {
		requireUnsigned();
		require((this.proofReadAt != null) ? EnumSet.noneOf(Lack.class) : EnumSet.of(Lack.PROOF_READING));
		this.signedBy = doctor;
		this.signedAt = now;
	}

	/**
	 * Takes the signature back, so that it can be altered, as long as nobody has it.
	 * @throws SealedOpinionException if it is delivered
	 */
	public void takeBackSignature() {
		if (this.deliveredAt != null || this.signedAt == null) {
			throw new SealedOpinionException();
		}
		this.signedBy = null;
		this.signedAt = null;
		this.proofReadBy = null;
		this.proofReadAt = null;
	}

	/**
	 * A meeting was held. What it advised stands in the opinion, so that what was read or
	 * signed before is read and signed anew.
	 * @return whether it had been read
	 * @throws SealedOpinionException if it is delivered
	 */
	public boolean followMeeting() {
		if (this.deliveredAt != null) {
			throw new SealedOpinionException();
		}
		boolean read = this.proofReadAt != null;
		this.signedBy = null;
		this.signedAt = null;
		this.proofReadBy = null;
		this.proofReadAt = null;
		return read;
	}

	/**
	 * The patient gets it. When it changes diagnosis or plan it rests on a new meeting: «
	 * si la nouvelle proposition diffère, une nouvelle RCP est obligatoire » (INCa, 2025;
	 * Code de la santé publique, D.6124-131).
	 * @param meetings all meetings about the request
	 * @throws UnfinishedOpinionException if it is not signed, or the meeting is lacking
	 * @throws SealedOpinionException if the patient has it already
	 */
	public void deliver(List<Rcp> meetings, Way way, StaffId by, Instant now) {
		if (this.deliveredAt != null) {
			throw new SealedOpinionException();
		}
		require(toBeDone(meetings));
		this.deliveredBy = by;
		this.deliveredAt = now;
		this.way = way;
		registerEvent(new OpinionDelivered(this.requestId, this.id, null, way));
	}

	/**
	 * Takes whether the patient wants the treating doctor to have it; the last answer
	 * counts.
	 * @throws SealedOpinionException if the doctor has it
	 */
	public void answerForDoctor(DoctorAnswer answer) {
		if (this.doctorSentAt != null) {
			throw new SealedOpinionException();
		}
		this.doctorAnswer = answer;
	}

	/**
	 * It has been sent to the treating doctor by secure health mail.
	 * @throws SealedOpinionException if the patient has not agreed, or has not got it
	 */
	public void sentToDoctor(Instant now) {
		if (this.deliveredAt == null || !mayGoToDoctor()) {
			throw new SealedOpinionException();
		}
		this.doctorSentAt = now;
	}

	/** What is still to be written before it can be read. */
	public Set<Lack> toBeWritten(List<String> questions, Vault vault) {
		Set<Lack> lacks = EnumSet.noneOf(Lack.class);
		OpinionWords said = words(vault);
		addIf(this.outcome == null, Lack.OUTCOME, lacks);
		addIf(this.firstRcp == null, Lack.FIRST_RCP, lacks);
		addIf(isBlank(said.firstConclusion()), Lack.FIRST_CONCLUSION, lacks);
		if (this.outcome == Outcome.NOT_CONCLUDED) {
			addIf(isBlank(said.notConcluded()), Lack.REASON, lacks);
		}
		else {
			addIf(isBlank(said.diagnosis()), Lack.DIAGNOSIS, lacks);
			addIf(isBlank(said.treatment()), Lack.TREATMENT, lacks);
			addIf(questions.stream().anyMatch((question) -> said.answerTo(question) == null), Lack.ANSWERS, lacks);
		}
		return lacks;
	}

	/** What is still to be done before the patient can have it. */
	public Set<Lack> toBeDone(List<Rcp> meetings) {
		Set<Lack> lacks = EnumSet.noneOf(Lack.class);
		addIf(this.proofReadAt == null, Lack.PROOF_READING, lacks);
		addIf(this.signedAt == null, Lack.SIGNATURE, lacks);
		addIf(this.changesPlan && meetings.stream().noneMatch(Rcp::isHeld), Lack.RCP, lacks);
		return lacks;
	}

	private static void addIf(boolean lacking, Lack lack, Set<Lack> lacks) {
		if (lacking) {
			lacks.add(lack);
		}
	}

	private static boolean isBlank(@Nullable String text) {
		return text == null || text.isBlank();
	}

	private static void require(Set<Lack> lacks) {
		if (!lacks.isEmpty()) {
			throw new UnfinishedOpinionException(lacks);
		}
	}

	private void requireUnsigned() {
		if (this.signedAt != null) {
			throw new SealedOpinionException();
		}
	}

	/** What it says. */
	public OpinionWords words(Vault vault) {
		return vault.open(this.words, OpinionWords.class, place());
	}

	/** What has been written so far. */
	public OpinionDraft draft(Vault vault) {
		return new OpinionDraft(this.firstRcp, this.firstRcpOn, this.outcome, this.changesPlan, words(vault));
	}

	private Place place() {
		return new Place("opinion", "words", this.id);
	}

	/** How far it has come. */
	public OpinionState state() {
		if (this.deliveredAt != null) {
			return OpinionState.DELIVERED;
		}
		if (this.signedAt != null) {
			return OpinionState.SIGNED;
		}
		return (this.proofReadAt != null) ? OpinionState.PROOF_READ : OpinionState.DRAFT;
	}

	/** Grows with every change; a form that carries an older one has been overtaken. */
	public int revision() {
		return Objects.requireNonNullElse(this.version, 0);
	}

	public UUID getId() {
		return this.id;
	}

	public UUID getRequestId() {
		return this.requestId;
	}

	public @Nullable FirstRcp getFirstRcp() {
		return this.firstRcp;
	}

	/** When the first meeting was held, if known. */
	public @Nullable LocalDate getFirstRcpOn() {
		return this.firstRcpOn;
	}

	public @Nullable Outcome getOutcome() {
		return this.outcome;
	}

	/** Whether it changes diagnosis or plan. */
	public boolean isChangesPlan() {
		return this.changesPlan;
	}

	/** Who changed it last. */
	public StaffId getEditedBy() {
		return this.editedBy;
	}

	public Instant getEditedAt() {
		return this.editedAt;
	}

	public @Nullable StaffId getProofReadBy() {
		return this.proofReadBy;
	}

	public @Nullable Instant getProofReadAt() {
		return this.proofReadAt;
	}

	/** The doctor who answers for it. */
	public @Nullable StaffId getSignedBy() {
		return this.signedBy;
	}

	public @Nullable Instant getSignedAt() {
		return this.signedAt;
	}

	public @Nullable StaffId getDeliveredBy() {
		return this.deliveredBy;
	}

	public @Nullable Instant getDeliveredAt() {
		return this.deliveredAt;
	}

	public @Nullable Way getWay() {
		return this.way;
	}

	/** When the patient first opened it; none if not yet. */
	public @Nullable Instant getReadAt() {
		return this.readAt;
	}

	/** Whether the treating doctor may have it; none if the patient has not said yet. */
	public @Nullable DoctorAnswer getDoctorAnswer() {
		return this.doctorAnswer;
	}

	/** Whether the patient has agreed that the treating doctor has it. */
	public boolean mayGoToDoctor() {
		return this.doctorAnswer != null && this.doctorAnswer.agreed();
	}

	/** When it was sent to the treating doctor; none if it was not. */
	public @Nullable Instant getDoctorSentAt() {
		return this.doctorSentAt;
	}

	@Override
	public String toString() {
		return "Opinion[%s, %s]".formatted(this.id, state());
	}

}
