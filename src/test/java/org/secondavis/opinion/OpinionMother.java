package org.secondavis.opinion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.secondavis.encryption.Vault;
import org.secondavis.request.Decision;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.StaffId;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccounts;
import org.secondavis.staff.StaffMother;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes, signs and delivers opinions for the tests of other modules. */
@TestComponent
public class OpinionMother {

	public static final LocalDate FIRST_RCP = LocalDate.of(2026, 10, 5);

	public static final LocalDate OWN_RCP = LocalDate.of(2026, 11, 20);

	/** What {@code RequestMother} asks. */
	private static final List<String> QUESTIONS = List.of("PAIN", "own1");

	private final Opinions opinions;

	private final Rcps meetings;

	private final OpinionQuestions questions;

	private final Addenda addenda;

	private final Requests requests;

	private final StaffAccounts accounts;

	private final Vault vault;

	private final TransactionTemplate transaction;

	OpinionMother(Opinions opinions, Rcps meetings, OpinionQuestions questions, Addenda addenda, Requests requests,
			StaffAccounts accounts, Vault vault, TransactionTemplate transaction) {
		this.opinions = opinions;
		this.meetings = meetings;
		this.questions = questions;
		this.addenda = addenda;
		this.requests = requests;
		this.accounts = accounts;
		this.vault = vault;
		this.transaction = transaction;
	}

	/** What doctors write; the last parts are blank. */
	public static OpinionWords words() {
		return new OpinionWords("Chimiothérapie d’abord",
				List.of(new Answer("PAIN", "La douleur se traite bien."), new Answer("own1", "Oui, il faut opérer.")),
				"Une tumeur du sein de 2 cm", "Opérer d’abord", "Une IRM", null, " ", "Jardiner restera possible",
				null);
	}

	/** The request is in the hands of a doctor, who has signed an opinion on it. */
	public Opinion signs(UUID request, Outcome outcome, OpinionWords words) {
		StaffId doctor = aDoctor();
		Instant now = Instant.now();
		return inTransaction(() -> {
			take(request, doctor, now);
			Opinion opinion = new Opinion(request, this.vault, doctor, now);
			opinion.write(new OpinionDraft(FirstRcp.HELD, FIRST_RCP, outcome, false, words), this.vault, doctor, now);
			opinion.proofRead(QUESTIONS, this.vault, doctor, now);
			opinion.sign(doctor, now);
			if (outcome.changesPlan()) {
				Rcp meeting = new Rcp(request, OWN_RCP, doctor, now);
				meeting.hold(OWN_RCP,
						EnumSet.of(RcpRole.SURGEON, RcpRole.RADIOTHERAPIST, RcpRole.PATHOLOGIST, RcpRole.NURSE),
						"Opérer avant toute chimiothérapie", this.vault, doctor, now);
				this.meetings.save(meeting);
			}
			return this.opinions.save(opinion);
		});
	}

	/** The same, and the patient gets it. */
	public Opinion delivers(UUID request, Outcome outcome, OpinionWords words, Way way) {
		signs(request, outcome, words);
		return inTransaction(() -> {
			Opinion opinion = find(request);
			StaffId doctor = opinion.getEditedBy();
			opinion.deliver(this.meetings.findByRequestIdOrderById(request), way, doctor, Instant.now());
			SecondOpinionRequest delivered = this.requests.findById(request).orElseThrow();
			delivered.deliverOpinion(Decision.by(doctor, Instant.now()));
			this.requests.save(delivered);
			return this.opinions.save(opinion);
		});
	}

	public Opinion delivers(UUID request, Outcome outcome) {
		return delivers(request, outcome, words(), Way.ONLINE);
	}

	/**
	 * Something follows, and the patient gets it; to a question by its number, if any.
	 */
	public Addendum adds(UUID request, @Nullable Integer number, String text) {
		UUID draft = drafts(request, number, text).getId();
		return inTransaction(() -> {
			Opinion opinion = find(request);
			Addendum addendum = this.addenda.findByOpinionIdOrderById(opinion.getId())
				.stream()
				.filter((found) -> found.getId().equals(draft))
				.findFirst()
				.orElseThrow();
			addendum.signAndDeliver(opinion, this.vault, opinion.getEditedBy(), Instant.now());
			return this.addenda.save(addendum);
		});
	}

	/** The same, not signed. */
	public Addendum drafts(UUID request, @Nullable Integer number, String text) {
		return inTransaction(() -> {
			Opinion opinion = find(request);
			OpinionQuestion question = (number != null)
					? this.questions.findByOpinionIdOrderByNumber(opinion.getId()).get(number - 1) : null;
			return this.addenda
				.save(new Addendum(opinion, question, text, this.vault, opinion.getEditedBy(), Instant.now()));
		});
	}

	/** The patient has told the clinic whether the treating doctor may have it. */
	public void hears(UUID request, boolean agreed, Heard heard) {
		inTransaction(() -> {
			Opinion opinion = find(request);
			opinion.answerForDoctor(new DoctorAnswer(agreed, Instant.now(), heard, opinion.getEditedBy()));
			return this.opinions.save(opinion);
		});
	}

	/** The secretariat has sent it on. */
	public void sendsToDoctor(UUID request) {
		inTransaction(() -> {
			Opinion opinion = find(request);
			opinion.sentToDoctor(Instant.now());
			return this.opinions.save(opinion);
		});
	}

	public Opinion find(UUID request) {
		return this.opinions.findByRequestId(request).orElseThrow();
	}

	private void take(UUID request, StaffId doctor, Instant now) {
		SecondOpinionRequest taken = this.requests.findById(request).orElseThrow();
		taken.takeInCharge(Decision.by(doctor, now));
		this.requests.save(taken);
	}

	private StaffId aDoctor() {
		return new StaffId(this.accounts.save(StaffMother.aMember(Role.DOCTOR)).getId());
	}

	private <T> T inTransaction(java.util.function.Supplier<T> work) {
		return java.util.Objects.requireNonNull(this.transaction.execute((status) -> work.get()));
	}

}
