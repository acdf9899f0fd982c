package org.secondavis.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.secondavis.conversation.Message;
import org.secondavis.conversation.Messages;
import org.secondavis.encryption.Vault;
import org.secondavis.request.Decision;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.StaffId;
import org.secondavis.request.Told;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.request.RequestMother.aRequest;

@MailTest
class DailyDigestTests {

	/** A Tuesday in Paris, half past seven. */
	private static final Instant MORNING = Instant.parse("2026-11-24T06:30:00Z");

	private static final String CLINIC = "deuxieme-avis@tilleuls.example";

	private static final String DOCTOR = "anne.martin@tilleuls.example";

	@Autowired
	private DailyDigest digest;

	@Autowired
	private Dispatcher dispatcher;

	@Autowired
	private Requests requests;

	@Autowired
	private Messages messages;

	@Autowired
	private Vault vault;

	@Autowired
	private MutableClock clock;

	@Autowired
	private MailBench bench;

	@Autowired
	private JdbcClient jdbc;

	private StaffId anne;

	@BeforeEach
	void reset() {
		this.bench.reset();
		this.anne = this.bench.aDoctor();
		this.jdbc.sql("update staff_account set password_hash = 'x'").update();
	}

	@Test
	void theClinicAndEachDoctorReadWhatWaitsForThem() throws Exception {
		received("2026-11-23T09:30:00Z");
		SecondOpinionRequest hers = received("2026-11-02T09:30:00Z");
		this.clock.set(Instant.parse("2026-11-02T10:00:00Z"));
		hers.takeInCharge(Decision.by(this.anne, this.clock.instant()));
		this.requests.save(hers);
		this.requests.save(aRequest().planned(LocalDate.of(2026, 11, 30))
			.submittedAt(Instant.parse("2026-11-20T09:30:00Z"))
			.submit(this.vault));
		this.requests.save(aRequest().suspect(this.vault));
		queueAndSend();
		assertThat(textTo(CLINIC))
			.contains("3 demandes sont en cours", "dernier jour ouvré : 1", "Sans responsable : 2", "deux semaines : 1",
					"En retard : 1", "À vérifier : 1", "https://avis.example/admin")
			.doesNotContain("à lire", "SA-", "Zoë");
		assertThat(textTo(DOCTOR)).contains("Vous avez une demande en charge", "En retard : 1", "admin?assignee=me")
			.doesNotContain("Sans responsable", "À vérifier");
	}

	@Test
	void aDoctorReadsHowManyCameIntoTheirHandsNotHowManyMoved() throws Exception {
		Instant lastWeek = Instant.parse("2026-11-17T09:00:00Z");
		Instant yesterday = Instant.parse("2026-11-23T09:00:00Z");
		SecondOpinionRequest old = received("2026-11-16T09:30:00Z");
		old.takeInCharge(Decision.by(this.anne, lastWeek));
		old.markToComplete("", Told.CALL, Decision.by(this.anne, yesterday), this.vault);
		this.requests.save(old);
		for (int i = 0; i < 2; i++) {
			SecondOpinionRequest handedOn = received("2026-11-16T09:30:00Z");
			handedOn.assignTo(this.bench.aDoctor(i + "@tilleuls.example"), Decision.by(this.anne, lastWeek));
			handedOn.assignTo(this.anne, Decision.by(this.anne, yesterday));
			this.requests.save(handedOn);
		}
		queueAndSend();
		assertThat(textTo(DOCTOR)).contains("Vous avez 3 demandes en charge", "dernier jour ouvré : 2");
	}

	@Test
	void itSaysWhereThereIsSomethingToReadAndWhichMailsFailed() throws Exception {
		SecondOpinionRequest hers = received("2026-11-16T09:30:00Z");
		hers.takeInCharge(Decision.by(this.anne, Instant.parse("2026-11-17T09:00:00Z")));
		this.requests.save(hers);
		for (String page : List.of("a", "b")) {
			this.messages.save(Message.ofPatient(hers.getId(), page, "Bonjour", this.vault, MORNING));
		}
		this.clock.set(MORNING);
		this.jdbc.sql("update outgoing_mail set status = 'GIVEN_UP' where template = 'message'").update();
		this.jdbc.sql("delete from outgoing_mail where template <> 'message'").update();
		queueAndSend();
		assertThat(textTo(DOCTOR)).contains("Demandes avec un message ou une réponse à lire : 1")
			.doesNotContain("échec");
		assertThat(textTo(CLINIC)).contains("Demandes avec un message ou une réponse à lire : 1",
				"Courriers en échec : 2");
	}

	@Test
	void itComesAlsoWhenThereIsNothingNew() throws Exception {
		queueAndSend();
		assertThat(textTo(CLINIC)).contains("Aucune demande n’est en cours", "Rien de nouveau");
		assertThat(textTo(DOCTOR)).contains("Vous n’avez aucune demande", "Rien de nouveau");
	}

	@Test
	void itComesOnceHoweverOftenItIsQueued() throws Exception {
		queueAndSend();
		queueAndSend();
		this.clock.set(MORNING.plusSeconds(3600));
		this.digest.queue();
		this.dispatcher.dispatch();
		assertThat(this.bench.received(DOCTOR)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-11-22T06:20:00Z", "2026-11-11T06:20:00Z", "2026-11-24T05:20:00Z",
			"2026-11-24T15:20:00Z" })
	void itComesOnWorkingDaysAndInTheMorningOnly(Instant now) {
		this.clock.set(now);
		this.digest.queue();
		assertThat(queued()).isZero();
	}

	@Test
	void whoCannotSignInIsNotTold() {
		this.jdbc.sql("update staff_account set locked = true").update();
		this.clock.set(MORNING);
		this.digest.queue();
		assertThat(queued()).isOne();
		this.jdbc.sql("update staff_account set locked = false").update();
		this.digest.queue();
		this.jdbc.sql("update staff_account set locked = true").update();
		this.dispatcher.dispatch();
		assertThat(this.bench.received(DOCTOR)).isEmpty();
	}

	private SecondOpinionRequest received(String at) {
		return this.requests.save(aRequest().submittedAt(Instant.parse(at)).submit(this.vault));
	}

	private void queueAndSend() {
		this.jdbc.sql("delete from outgoing_mail where template <> 'digest' and status = 'QUEUED'").update();
		this.clock.set(MORNING.minusSeconds(600));
		this.digest.queue();
		this.dispatcher.dispatch();
		assertThat(this.jdbc.sql("select count(*) from outgoing_mail where sent_at < :due")
			.param("due", MORNING.atOffset(ZoneOffset.UTC))
			.query(Long.class)
			.single()).isZero();
		this.clock.set(MORNING);
		this.dispatcher.dispatch();
	}

	private long queued() {
		return this.jdbc.sql("select count(*) from outgoing_mail").query(Long.class).single();
	}

	private String textTo(String address) throws Exception {
		MimeMessage mail = this.bench.received(address).get(0);
		assertThat(mail.getSubject()).isEqualTo("Le point du matin");
		return ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent().toString().replace('\u00A0', ' ');
	}

}
