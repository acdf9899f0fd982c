package org.secondavis.opinion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.secondavis.ApplicationTest;
import org.secondavis.encryption.Vault;
import org.secondavis.request.Requests;
import org.secondavis.request.StaffId;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccounts;
import org.secondavis.staff.StaffMother;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.secondavis.request.RequestMother.aRequest;

/** The rules of the written opinion, in the domain and in the database. */
@ApplicationTest
class OpinionTests {

	private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

	private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

	private static final List<String> QUESTIONS = List.of("PAIN", "own1");

	private static final Set<RcpRole> QUORUM = EnumSet.of(RcpRole.SURGEON, RcpRole.RADIOTHERAPIST, RcpRole.PATHOLOGIST);

	@Autowired
	private Opinions opinions;

	@Autowired
	private Rcps meetings;

	@Autowired
	private Requests requests;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private Vault vault;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	private StaffId anne;

	private UUID request;

	@BeforeEach
	void receive() {
		this.anne = new StaffId(this.accounts.save(StaffMother.aMember(Role.DOCTOR)).getId());
		this.request = this.requests.save(aRequest().submit(this.vault)).getId();
	}

	@Test
	void whatItLacksIsNamed() {
		Opinion opinion = new Opinion(this.request, this.vault, this.anne, NOW);
		assertThat(opinion.toBeWritten(QUESTIONS, this.vault)).containsExactly(Lack.OUTCOME, Lack.FIRST_RCP,
				Lack.FIRST_CONCLUSION, Lack.DIAGNOSIS, Lack.TREATMENT, Lack.ANSWERS);
		assertThatExceptionOfType(UnfinishedOpinionException.class)
			.isThrownBy(() -> opinion.proofRead(QUESTIONS, this.vault, this.anne, NOW));
		opinion.write(draft(Outcome.NOT_CONCLUDED), this.vault, this.anne, NOW);
		assertThat(opinion.toBeWritten(QUESTIONS, this.vault)).containsExactly(Lack.REASON);
		opinion.write(draft(Outcome.CONFIRMED), this.vault, this.anne, NOW);
		assertThat(opinion.toBeWritten(QUESTIONS, this.vault)).isEmpty();
		assertThat(opinion.toBeWritten(List.of("PAIN", "own1", "own2"), this.vault)).containsExactly(Lack.ANSWERS);
	}

	@Test
	void aChangeHasToBeReadAgainBeforeItIsSigned() {
		Opinion opinion = written(Outcome.CONFIRMED);
		assertThatExceptionOfType(UnfinishedOpinionException.class).isThrownBy(() -> opinion.sign(this.anne, NOW))
			.satisfies((ex) -> assertThat(ex.lacks()).containsExactly(Lack.PROOF_READING));
		opinion.proofRead(QUESTIONS, this.vault, this.anne, NOW);
		opinion.write(draft(Outcome.CONFIRMED), this.vault, this.anne, NOW);
		assertThatExceptionOfType(UnfinishedOpinionException.class).isThrownBy(() -> opinion.sign(this.anne, NOW));
		assertThat(opinion.state()).isEqualTo(OpinionState.DRAFT);
	}

	@Test
	void nothingUnsignedIsDelivered() {
		Opinion opinion = written(Outcome.CONFIRMED);
		opinion.proofRead(QUESTIONS, this.vault, this.anne, NOW);
		assertThatExceptionOfType(UnfinishedOpinionException.class)
			.isThrownBy(() -> opinion.deliver(List.of(), Way.ONLINE, this.anne, NOW))
			.satisfies((ex) -> assertThat(ex.lacks()).containsExactly(Lack.SIGNATURE));
		this.opinions.save(opinion);
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> change("delivered_at = now(), way = 'ONLINE', delivered_by = edited_by"));
	}

	@Test
	void whatChangesThePlanRestsOnAMeetingThatWasHeld() {
		Opinion opinion = signed(Outcome.REVISED);
		assertThat(opinion.isChangesPlan()).isTrue();
		Rcp meeting = this.meetings.save(new Rcp(this.request, DAY, this.anne, NOW));
		assertThatExceptionOfType(UnfinishedOpinionException.class)
			.isThrownBy(() -> opinion.deliver(List.of(meeting), Way.ONLINE, this.anne, NOW))
			.satisfies((ex) -> assertThat(ex.lacks()).containsExactly(Lack.RCP));
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> change("delivered_at = now(), way = 'ONLINE', delivered_by = edited_by"))
			.withMessageContaining("rests on a meeting");
		meeting.hold(DAY, QUORUM, "Opérer", this.vault, this.anne, NOW);
		Rcp held = this.meetings.save(meeting);
		assertThat(held.advice(this.vault)).isEqualTo("Opérer");
		opinion.deliver(List.of(held), Way.ONLINE, this.anne, NOW);
		assertThat(this.opinions.save(opinion).state()).isEqualTo(OpinionState.DELIVERED);
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("update rcp set day = day + 1 where request_id = :id")
				.param("id", this.request)
				.update());
	}

	@Test
	void aConfirmedPlanNeedsNoMeeting() {
		Opinion opinion = signed(Outcome.CONFIRMED);
		opinion.deliver(List.of(), Way.ONLINE, this.anne, NOW);
		assertThat(opinion.state()).isEqualTo(OpinionState.DELIVERED);
	}

	@Test
	void aMeetingNeedsThreeSpecialties() {
		Rcp meeting = new Rcp(this.request, DAY, this.anne, NOW);
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(
				() -> meeting.hold(DAY, EnumSet.of(RcpRole.SURGEON, RcpRole.NURSE, RcpRole.PHARMACIST, RcpRole.OTHER),
						"a", this.vault, this.anne, NOW));
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> meeting.hold(DAY, QUORUM, " ", this.vault, this.anne, NOW));
		meeting.cancel(this.anne, NOW);
		assertThatExceptionOfType(SealedOpinionException.class)
			.isThrownBy(() -> meeting.hold(DAY, QUORUM, "a", this.vault, this.anne, NOW));
	}

	@ParameterizedTest
	@ValueSource(strings = { "words = '\\x00'", "outcome = 'COMPLETED'", "changes_plan = true", "first_rcp = 'NONE'",
			"signed_at = signed_at + interval '1 hour'", "edited_at = edited_at - interval '1 hour'" })
	void theDatabaseAltersNothingThatIsSigned(String change) {
		signed(Outcome.CONFIRMED);
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> change(change))
			.withMessageContaining("not altered");
	}

	@ParameterizedTest
	@ValueSource(strings = { "signed_at = null, signed_by = null",
			"delivered_at = null, delivered_by = null, way = null", "delivered_at = delivered_at + interval '1 hour'" })
	void theDatabaseTakesNothingBackThatIsDelivered(String change) {
		Opinion opinion = signed(Outcome.CONFIRMED);
		opinion.deliver(List.of(), Way.ONLINE, this.anne, NOW);
		this.opinions.save(opinion);
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> change(change));
		assertThatExceptionOfType(SealedOpinionException.class).isThrownBy(opinion::takeBackSignature);
		assertThatExceptionOfType(SealedOpinionException.class)
			.isThrownBy(() -> opinion.write(draft(Outcome.REVISED), this.vault, this.anne, NOW));
	}

	@Test
	void aSignatureIsTakenBackAsLongAsNobodyHasTheOpinion() {
		Opinion opinion = signed(Outcome.CONFIRMED);
		opinion.takeBackSignature();
		opinion.write(draft(Outcome.COMPLETED), this.vault, this.anne, NOW);
		assertThat(this.opinions.save(opinion).state()).isEqualTo(OpinionState.DRAFT);
	}

	@Test
	void theTreatingDoctorHasItOnlyIfThePatientWants() {
		Opinion opinion = signed(Outcome.CONFIRMED);
		opinion.deliver(List.of(), Way.ONLINE, this.anne, NOW);
		assertThatExceptionOfType(SealedOpinionException.class).isThrownBy(() -> opinion.sentToDoctor(NOW));
		opinion.answerForDoctor(DoctorAnswer.ofPatient(false, NOW));
		assertThatExceptionOfType(SealedOpinionException.class).isThrownBy(() -> opinion.sentToDoctor(NOW));
		opinion.answerForDoctor(DoctorAnswer.ofPatient(true, NOW));
		opinion.sentToDoctor(NOW);
		assertThatExceptionOfType(SealedOpinionException.class)
			.isThrownBy(() -> opinion.answerForDoctor(DoctorAnswer.ofPatient(false, NOW)));
		assertThat(this.opinions.save(opinion).getDoctorSentAt()).isEqualTo(NOW);
	}

	@Test
	void whatIsSaidLiesSealedAndGoesWithTheRequest() {
		signed(Outcome.CONFIRMED);
		assertThat(this.jdbc.sql("select encode(words, 'escape') from opinion where request_id = :id")
			.param("id", this.request)
			.query(String.class)
			.single()).doesNotContain("tumeur");
		this.transaction
			.executeWithoutResult((status) -> this.requests.delete(this.requests.findById(this.request).orElseThrow()));
		assertThat(this.opinions.findByRequestId(this.request)).isEmpty();
	}

	private void change(String set) {
		this.jdbc.sql("update opinion set " + set + " where request_id = :id").param("id", this.request).update();
	}

	private Opinion signed(Outcome outcome) {
		Opinion opinion = written(outcome);
		opinion.proofRead(QUESTIONS, this.vault, this.anne, NOW);
		opinion.sign(this.anne, NOW);
		return this.opinions.save(opinion);
	}

	private Opinion written(Outcome outcome) {
		Opinion opinion = new Opinion(this.request, this.vault, this.anne, NOW);
		opinion.write(draft(outcome), this.vault, this.anne, NOW);
		return opinion;
	}

	private static OpinionDraft draft(Outcome outcome) {
		return new OpinionDraft(FirstRcp.HELD, DAY.minusDays(30), outcome, false,
				new OpinionWords("Chimiothérapie", List.of(new Answer("PAIN", "Non."), new Answer("own1", "Oui.")),
						"Une tumeur du sein", "Opérer d’abord", null, null, null, "Jardiner", null));
	}

}
