package org.secondavis.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import org.secondavis.encryption.Vault;
import org.secondavis.mail.OutgoingMail.Recipient;
import org.secondavis.mail.OutgoingMail.State;
import org.secondavis.request.RequestMother;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.Together.atOnce;
import static org.secondavis.request.RequestMother.aRequest;

@MailTest
class DispatcherTests {

	@Autowired
	private Dispatcher dispatcher;

	@Autowired
	private Outbox outbox;

	@Autowired
	private MailQueue queue;

	@Autowired
	private Requests requests;

	@Autowired
	private Vault vault;

	@Autowired
	private GreenMail server;

	@Autowired
	private MutableClock clock;

	@Autowired
	private MailBench bench;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@BeforeEach
	void reset() {
		this.bench.reset();
	}

	@Test
	void aMailThatIsDueIsSentOnce() {
		OutgoingMail mail = aMailToThePatient();
		this.dispatcher.dispatch();
		this.dispatcher.dispatch();
		assertThat(now(mail).getStatus()).isEqualTo(State.SENT);
		assertThat(now(mail).getSentAt()).isEqualTo(RequestMother.SUBMITTED);
		assertThat(now(mail).getAttempts()).isEqualTo(1);
		assertThat(this.bench.received("zoe@patiente.example")).hasSize(1);
	}

	@Test
	void aMailThatFailsIsKeptAndTriedAgainUntilTheServerIsBack() throws IOException {
		OutgoingMail mail = aMailToThePatient();
		this.bench.sendTo(aPortWhereNobodyListens());
		this.dispatcher.dispatch();
		this.dispatcher.dispatch();
		assertThat(now(mail).getStatus()).isEqualTo(State.QUEUED);
		assertThat(now(mail).getAttempts()).isEqualTo(1);
		assertThat(now(mail).getLastError()).isEqualTo("ConnectException");
		assertThat(waitOf(mail)).isBetween(Duration.ofMillis(22_500), Duration.ofMillis(37_500));

		this.clock.advance(Duration.ofSeconds(38));
		this.dispatcher.dispatch();
		assertThat(now(mail).getAttempts()).isEqualTo(2);
		assertThat(waitOf(mail)).isBetween(Duration.ofSeconds(45), Duration.ofSeconds(75));

		this.bench.sendTo(this.server.getSmtp().getPort());
		this.clock.advance(Duration.ofSeconds(76));
		this.dispatcher.dispatch();
		assertThat(now(mail).getStatus()).isEqualTo(State.SENT);
		assertThat(now(mail).getLastError()).isNull();
		assertThat(this.bench.received("zoe@patiente.example")).hasSize(1);
	}

	@Test
	void aServerThatNeverAnswersHoldsTheDispatcherUpForAMomentOnly() throws IOException {
		OutgoingMail mail = aMailToThePatient();
		try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			this.bench.sendTo(silent.getLocalPort());
			this.dispatcher.dispatch();
		}
		assertThat(now(mail).getStatus()).isEqualTo(State.QUEUED);
		assertThat(now(mail).getLastError()).isEqualTo("SocketTimeoutException");
	}

	@Test
	void aMailThatIsRefusedIsGivenUpInTheEndAndTheNoteHoldsNoAddress() throws IOException {
		OutgoingMail mail = aMailToThePatient();
		try (FakeSmtpServer refusing = new FakeSmtpServer(
				(command) -> command.startsWith("RCPT") ? "550 5.1.1 <zoe@patiente.example> is unknown" : "")) {
			this.bench.sendTo(refusing.port());
			for (int attempt = 1; attempt <= 4; attempt++) {
				this.dispatcher.dispatch();
				this.clock.advance(Duration.ofHours(1));
			}
		}
		assertThat(now(mail).getStatus()).isEqualTo(State.GIVEN_UP);
		assertThat(now(mail).getAttempts()).isEqualTo(3);
		assertThat(now(mail).getLastError()).isEqualTo("SMTPAddressFailedException 550 5.1.1");
	}

	@Test
	void staffCanHaveAMailThatWasGivenUpSentAgain() {
		OutgoingMail mail = aMailToThePatient();
		this.jdbc.sql("update outgoing_mail set status = 'GIVEN_UP', attempts = 3, last_error = '550'").update();
		sendAgain(mail);
		assertThat(now(mail).getStatus()).isEqualTo(State.SENT);
		assertThat(now(mail).getAttempts()).isEqualTo(1);
	}

	@Test
	void aMailThatMayHaveArrivedIsRecognisedByItsId() throws IOException, MessagingException {
		OutgoingMail mail = aMailToThePatient();
		this.dispatcher.dispatch();
		this.jdbc.sql("update outgoing_mail set status = 'QUEUED', due = queued_at").update();
		this.dispatcher.dispatch();
		List<MimeMessage> both = this.bench.received("zoe@patiente.example");
		assertThat(both).hasSize(2);
		assertThat(both.get(0).getMessageID()).isEqualTo(both.get(1).getMessageID())
			.isEqualTo("<%s@tilleuls.example>".formatted(mail.getId()));
	}

	@Test
	void aMailThatStaffSendOnceMoreIsAnotherOne() throws MessagingException {
		OutgoingMail mail = aMailToThePatient();
		this.dispatcher.dispatch();
		Instant sent = Objects.requireNonNull(now(mail).getSentAt());
		this.clock.advance(Duration.ofHours(1));
		sendAgain(mail);
		List<MimeMessage> both = this.bench.received("zoe@patiente.example");
		assertThat(both).hasSize(2);
		assertThat(both.get(0).getMessageID()).isNotEqualTo(both.get(1).getMessageID());
		assertThat(now(mail).getSentAt()).isEqualTo(sent);
	}

	@Test
	void aMailThatCannotBeWrittenHoldsNoOtherUp() {
		OutgoingMail mail = aMailToThePatient();
		OutgoingMail poison = this.outbox.save(OutgoingMail.about(Objects.requireNonNull(mail.getRequestId()),
				"unheard-of", Recipient.PATIENT, this.clock.instant().minusSeconds(60)));
		this.dispatcher.dispatch();
		assertThat(now(poison).getStatus()).isEqualTo(State.QUEUED);
		assertThat(now(poison).getLastError()).isEqualTo("IllegalStateException");
		assertThat(now(mail).getStatus()).isEqualTo(State.SENT);
	}

	@Test
	void aMailboxThatIsRefusedKeepsNothingFromTheOthersAndIsNoted() throws IOException {
		SecondOpinionRequest request = this.requests.save(aRequest().withoutEmail().submit(this.vault));
		try (FakeSmtpServer picky = new FakeSmtpServer(
				(command) -> command.contains("garde@") ? "550 garde@tilleuls.example has left" : "")) {
			this.bench.sendTo(picky.port());
			this.dispatcher.dispatch();
		}
		OutgoingMail mail = this.outbox.findByRequestIdOrderByQueuedAt(request.getId()).get(0);
		assertThat(mail.getStatus()).isEqualTo(State.SENT);
		assertThat(mail.getLastError()).isEqualTo("SMTPAddressFailedException 550");
	}

	@Test
	void aRequestCanBeErasedWhileItsMailIsOnTheWay() throws IOException {
		OutgoingMail mail = aMailToThePatient();
		try (FakeSmtpServer slow = new FakeSmtpServer((command) -> {
			if (command.equals("DATA")) {
				this.jdbc.sql("delete from second_opinion_request").update();
			}
			return "";
		})) {
			this.bench.sendTo(slow.port());
			this.dispatcher.dispatch();
		}
		assertThat(this.outbox.findById(mail.getId())).isEmpty();
	}

	@Test
	void aMailWhoseDispatcherDiedIsDueAgainLater() {
		OutgoingMail mail = aMailToThePatient();
		take();
		this.dispatcher.dispatch();
		assertThat(now(mail).getStatus()).isEqualTo(State.QUEUED);
		this.clock.advance(Duration.ofMinutes(5));
		this.dispatcher.dispatch();
		assertThat(now(mail).getStatus()).isEqualTo(State.SENT);
	}

	@Test
	void whatComesOfAnAttemptThatTookTooLongChangesNothing() throws IOException {
		OutgoingMail mail = aMailToThePatient();
		try (FakeSmtpServer slow = new FakeSmtpServer((command) -> {
			if (command.equals("DATA")) {
				this.clock.advance(Duration.ofMinutes(5));
				take();
			}
			return "";
		})) {
			this.bench.sendTo(slow.port());
			this.dispatcher.dispatch();
		}
		assertThat(now(mail).getStatus()).as("the attempt of the other dispatcher goes on").isEqualTo(State.QUEUED);
		assertThat(now(mail).getAttempts()).isEqualTo(2);
	}

	@Test
	void aMailThatIsBeingSentIsNotQueuedOnceMore() throws IOException {
		OutgoingMail mail = aMailToThePatient();
		AtomicBoolean queued = new AtomicBoolean();
		try (FakeSmtpServer slow = new FakeSmtpServer((command) -> {
			if (command.equals("DATA")) {
				queued.set(queueAgain(mail));
			}
			return "";
		})) {
			this.bench.sendTo(slow.port());
			this.dispatcher.dispatch();
		}
		assertThat(queued).isFalse();
		assertThat(now(mail).getStatus()).isEqualTo(State.SENT);
		assertThat(queueAgain(mail)).isTrue();
	}

	@Test
	void threeDispatchersSendEachMailOnce() {
		Stream.generate(() -> aRequest().submit(this.vault)).limit(15).forEach(this.requests::save);
		atOnce(3, () -> this.dispatcher.dispatch());
		assertThat(this.bench.received("zoe@patiente.example")).hasSize(15);
		assertThat(this.bench.received("deuxieme-avis@tilleuls.example")).hasSize(15);
		assertThat(this.jdbc.sql("select count(*) from outgoing_mail where status = 'SENT' and attempts = 1")
			.query(Integer.class)
			.single()).isEqualTo(30);
	}

	private OutgoingMail aMailToThePatient() {
		SecondOpinionRequest request = this.requests.save(aRequest().submit(this.vault));
		this.jdbc.sql("delete from outgoing_mail where recipient <> 'PATIENT'").update();
		return this.outbox.findByRequestIdOrderByQueuedAt(request.getId()).get(0);
	}

	private void sendAgain(OutgoingMail mail) {
		assertThat(queueAgain(mail)).isTrue();
		this.dispatcher.dispatch();
	}

	private boolean queueAgain(OutgoingMail mail) {
		OutgoingMail stored = now(mail);
		Optional<OutgoingMail> next = stored.sendAgain(this.clock.instant());
		next.ifPresent(this.outbox::save);
		return next.isPresent();
	}

	/** What another dispatcher does first. */
	private void take() {
		this.transaction.executeWithoutResult((status) -> this.queue.takeDue(this.clock.instant())
			.orElseThrow()
			.startAttempt(this.clock.instant().plusSeconds(300)));
	}

	private OutgoingMail now(OutgoingMail mail) {
		return this.outbox.findById(mail.getId()).orElseThrow();
	}

	private Duration waitOf(OutgoingMail mail) {
		Instant due = now(mail).getDue();
		return Duration.between(this.clock.instant(), due);
	}

	private static int aPortWhereNobodyListens() throws IOException {
		try (ServerSocket closed = new ServerSocket(0)) {
			return closed.getLocalPort();
		}
	}

}
