package org.secondavis.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import org.secondavis.encryption.Vault;
import org.secondavis.mail.OutgoingMail.Recipient;
import org.secondavis.request.Decision;
import org.secondavis.request.RequestMother;
import org.secondavis.request.RequestSubmitted;
import org.secondavis.request.Helper.Relation;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.secondavis.Together.atOnce;
import static org.secondavis.mail.OutgoingMail.Recipient.CLINIC;
import static org.secondavis.mail.OutgoingMail.Recipient.HELPER;
import static org.secondavis.mail.OutgoingMail.Recipient.PATIENT;
import static org.secondavis.request.RequestMother.aRequest;

@MailTest
class RequestMailsTests {

	@Autowired
	private RequestMails mails;

	@Autowired
	private Requests requests;

	@Autowired
	private Outbox outbox;

	@Autowired
	private Vault vault;

	@Autowired
	private MutableClock clock;

	@Autowired
	private MailBench bench;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void reset() {
		this.bench.reset();
	}

	@Test
	void aRequestCausesAMailToThePatientAndOneToTheClinic() {
		assertThat(recipientsOf(aRequest())).containsExactlyInAnyOrder(PATIENT, CLINIC);
	}

	@Test
	void aHelperGetsAMailToo() {
		assertThat(recipientsOf(aRequest().byHelper())).containsExactlyInAnyOrder(PATIENT, HELPER, CLINIC);
	}

	@Test
	void aHelperHearsThatTheRequestIsWithdrawn() {
		assertThat(mailsAfter(aRequest().byHelper(), (request) -> request.withdraw(RequestMother.SUBMITTED)))
			.containsExactly("withdrawn to CLINIC", "withdrawn to HELPER");
		assertThat(mailsAfter(aRequest(), (request) -> request.withdraw(RequestMother.SUBMITTED)))
			.containsExactly("withdrawn to CLINIC");
		assertThat(mailsAfter(aRequest().by(Relation.FRIEND, null),
				(request) -> request.withdraw(RequestMother.SUBMITTED)))
			.containsExactly("withdrawn to CLINIC");
	}

	@Test
	void aHelperHearsThatThePatientActsAloneAndNothingAfterwards() {
		assertThat(mailsAfter(aRequest().byHelper(), (request) -> request.takeOver(RequestMother.SUBMITTED)))
			.containsExactlyInAnyOrder("link to PATIENT", "relieved to HELPER");
		assertThat(mailsAfter(aRequest().byHelper(), (request) -> {
			request.takeOver(RequestMother.SUBMITTED);
			request.withdraw(RequestMother.SUBMITTED);
		})).containsExactlyInAnyOrder("link to PATIENT", "relieved to HELPER", "withdrawn to CLINIC");
		assertThat(mailsAfter(aRequest().by(Relation.FRIEND, null),
				(request) -> request.takeOver(RequestMother.SUBMITTED)))
			.containsExactly("link to PATIENT");
	}

	@Test
	void aPatientWithoutAnAddressGetsNone() {
		assertThat(recipientsOf(aRequest().withoutEmail())).containsExactly(CLINIC);
	}

	@Test
	void aChangeThatIsRolledBackLeavesNoMail() {
		SecondOpinionRequest request = aRequest().submit(this.vault);
		this.transaction.executeWithoutResult((status) -> {
			this.requests.save(request);
			assertThat(this.outbox.findByRequestIdOrderByQueuedAt(request.getId())).isNotEmpty();
			status.setRollbackOnly();
		});
		assertThat(this.outbox.findByRequestIdOrderByQueuedAt(request.getId())).isEmpty();
	}

	@Test
	void anEventOutsideATransactionIsRefused() {
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> this.events.publishEvent(new RequestSubmitted(UUID.randomUUID())));
	}

	@Test
	void manySuspectsCauseOneMailOnTheNextMorning() {
		this.clock.set(Instant.parse("2026-11-23T21:00:00Z"));
		this.requests.save(aRequest().suspect(this.vault));
		this.clock.set(Instant.parse("2026-11-24T06:59:00Z"));
		this.requests.save(aRequest().suspect(this.vault));
		assertThat(dueDigests()).containsExactly(Instant.parse("2026-11-24T07:00:00Z"));
	}

	@Test
	void aSuspectAfterThatMailHasLeftCausesOneOnTheMorningAfter() {
		this.clock.set(Instant.parse("2026-11-23T21:00:00Z"));
		this.requests.save(aRequest().suspect(this.vault));
		this.jdbc.sql("update outgoing_mail set status = 'SENT'").update();
		this.clock.set(Instant.parse("2026-11-24T07:00:00Z"));
		this.requests.save(aRequest().suspect(this.vault));
		this.requests.save(aRequest().suspect(this.vault));
		assertThat(dueDigests()).containsExactly(Instant.parse("2026-11-25T07:00:00Z"));
	}

	@Test
	void asLongAsASuspectWaitsTheClinicHearsOfItEachMorning() {
		this.clock.set(Instant.parse("2026-11-23T21:00:00Z"));
		this.requests.save(aRequest().suspect(this.vault));
		this.jdbc.sql("update outgoing_mail set status = 'SENT'").update();
		this.clock.set(Instant.parse("2026-11-24T07:20:00Z"));
		this.mails.remindOfSuspects();
		this.mails.remindOfSuspects();
		assertThat(dueDigests()).containsExactly(Instant.parse("2026-11-25T07:00:00Z"));
		this.jdbc.sql("delete from outgoing_mail").update();
		this.jdbc.sql("delete from second_opinion_request").update();
		this.mails.remindOfSuspects();
		assertThat(dueDigests()).isEmpty();
	}

	@Test
	void twoSuspectsAtTheSameTimeCauseOneMail() {
		this.clock.set(Instant.parse("2026-11-23T21:00:00Z"));
		atOnce(4, () -> this.requests.save(aRequest().suspect(this.vault)));
		assertThat(dueDigests()).hasSize(1);
	}

	@Test
	void aSuspectThatIsReleasedCausesTheUsualMails() {
		SecondOpinionRequest suspect = this.requests.save(aRequest().suspect(this.vault));
		assertThat(this.outbox.findByRequestIdOrderByQueuedAt(suspect.getId())).isEmpty();
		Decision decision = Decision.by(this.bench.aDoctor(), RequestMother.SUBMITTED.plus(Duration.ofHours(1)));
		this.transaction.executeWithoutResult((status) -> {
			SecondOpinionRequest found = this.requests.findById(suspect.getId()).orElseThrow();
			found.release(decision);
			this.requests.save(found);
		});
		assertThat(this.outbox.findByRequestIdOrderByQueuedAt(suspect.getId())).extracting(OutgoingMail::getRecipient)
			.containsExactlyInAnyOrder(PATIENT, CLINIC);
	}

	private List<String> mailsAfter(RequestMother mother, Consumer<SecondOpinionRequest> act) {
		SecondOpinionRequest sent = this.requests.save(mother.submit(this.vault));
		this.jdbc.sql("delete from outgoing_mail").update();
		this.transaction.executeWithoutResult((status) -> {
			SecondOpinionRequest found = this.requests.findById(sent.getId()).orElseThrow();
			act.accept(found);
			this.requests.save(found);
		});
		return this.jdbc.sql("select template || ' to ' || recipient from outgoing_mail order by queued_at, id")
			.query(String.class)
			.list();
	}

	private List<Recipient> recipientsOf(RequestMother request) {
		SecondOpinionRequest sent = this.requests.save(request.submit(this.vault));
		return this.outbox.findByRequestIdOrderByQueuedAt(sent.getId())
			.stream()
			.map(OutgoingMail::getRecipient)
			.toList();
	}

	private List<Instant> dueDigests() {
		return this.jdbc.sql("select due from outgoing_mail where template = 'suspects' and status = 'QUEUED'")
			.query(Instant.class)
			.list();
	}

}
