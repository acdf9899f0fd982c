package org.secondavis.mail;

import java.io.IOException;
import java.util.List;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import org.secondavis.encryption.Vault;
import org.secondavis.opinion.OpinionMother;
import org.secondavis.opinion.Outcome;
import org.secondavis.opinion.PatientOpinions;
import org.secondavis.opinion.Way;
import org.secondavis.request.Decision;
import org.secondavis.request.RequestMother;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.request.RequestMother.aRequest;

/** What patients and the clinic read when there is an opinion, or a question about it. */
@MailTest
class OpinionMailsTests {

	private static final String PATIENT = "zoe@patiente.example";

	private static final String CLINIC = "deuxieme-avis@tilleuls.example";

	private static final List<String> NEVER = List.of("cancer", "oncolog", "tumeur", "opinion", "avis écrit",
			"deuxième avis", "médec", "médic", "doctor", "diagnos", "traitement", "treatment", "santé", "health", "Zoë",
			"N’Guyen", "O’Brien", "voyager", "patholog");

	@Autowired
	private OpinionMother opinions;

	@Autowired
	private PatientOpinions patient;

	@Autowired
	private Dispatcher dispatcher;

	@Autowired
	private Requests requests;

	@Autowired
	private Vault vault;

	@Autowired
	private MailBench bench;

	@Autowired
	private MutableClock clock;

	@Autowired
	private GreenMail server;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@BeforeEach
	void reset() {
		this.bench.reset();
	}

	@Test
	void thePatientReadsThatADocumentWaitsAndNothingMore() throws Exception {
		SecondOpinionRequest request = sent(aRequest().byHelper());
		this.opinions.delivers(request.getId(), Outcome.CONFIRMED);
		this.dispatcher.dispatch();
		assertThat(this.server.getReceivedMessages()).hasSize(1);
		MimeMessage mail = this.bench.received(PATIENT).get(0);
		assertThat(mail.getSubject()).isEqualTo("Votre demande " + request.getReference());
		assertThat(words(mail))
			.allSatisfy((part) -> assertThat(part).contains("Un document vous attend", request.getReference().value())
				.containsPattern("https://avis\\.example/suivi/[\\w-]{43}[\\s\"]")
				.doesNotContain("??")
				.doesNotContainIgnoringCase(NEVER.toArray(String[]::new)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "A document is waiting for you", "Un document est prêt pour vous" })
	void theyReadItInTheirLanguage(String expected) throws Exception {
		SecondOpinionRequest request = sent(
				expected.startsWith("A") ? aRequest().inEnglish() : aRequest().inEasyFrench());
		this.opinions.delivers(request.getId(), Outcome.REVISED);
		this.dispatcher.dispatch();
		assertThat(words(this.bench.received(PATIENT).get(0))).allSatisfy((part) -> assertThat(part).contains(expected)
			.doesNotContain("??")
			.doesNotContainIgnoringCase(NEVER.toArray(String[]::new)));
	}

	@Test
	void theClinicHearsOfAQuestionAndThePatientOfTheAnswer() throws Exception {
		SecondOpinionRequest request = sent(aRequest());
		this.opinions.delivers(request.getId(), Outcome.CONFIRMED);
		this.patient.ask(request.getReference(), 1, "Puis-je voyager ?");
		this.dispatcher.dispatch();
		MimeMessage question = this.bench.received(CLINIC).get(0);
		assertThat(question.getSubject()).isEqualTo("Question au sujet de la demande " + request.getReference());
		assertThat(words(question)).allSatisfy((part) -> assertThat(part)
			.contains("qui attend une réponse", "https://avis.example/admin/demandes/" + request.getReference())
			.doesNotContain("??")
			.doesNotContainIgnoringCase(NEVER.toArray(String[]::new)));
		this.opinions.adds(request.getId(), 1, "Oui, vous pouvez voyager.");
		this.dispatcher.dispatch();
		assertThat(this.bench.received(PATIENT)).hasSize(2);
		assertThat(words(this.bench.received(PATIENT).get(1)))
			.allSatisfy((part) -> assertThat(part).contains("Un document vous attend").doesNotContain("voyager"));
	}

	@Test
	void whoGetsItByPostOrCannotBeMailedGetsNoMail() {
		SecondOpinionRequest byPost = sent(aRequest());
		this.opinions.delivers(byPost.getId(), Outcome.CONFIRMED, OpinionMother.words(), Way.POST);
		SecondOpinionRequest revoked = sent(aRequest());
		this.transaction.executeWithoutResult((status) -> {
			SecondOpinionRequest found = this.requests.findById(revoked.getId()).orElseThrow();
			found.revokeLinks(Decision.by(this.bench.aDoctor(), this.clock.instant()));
			this.requests.save(found);
		});
		this.opinions.delivers(revoked.getId(), Outcome.CONFIRMED);
		this.opinions.delivers(sent(aRequest().withoutEmail()).getId(), Outcome.CONFIRMED);
		assertThat(this.jdbc.sql("select count(*) from outgoing_mail").query(Integer.class).single()).isZero();
	}

	private SecondOpinionRequest sent(RequestMother mother) {
		SecondOpinionRequest request = this.requests.save(mother.submit(this.vault));
		this.jdbc.sql("delete from outgoing_mail").update();
		return request;
	}

	private static List<String> words(MimeMessage mail) throws MessagingException, IOException {
		MimeMultipart parts = (MimeMultipart) mail.getContent();
		return List.of(parts.getBodyPart(0).getContent().toString(), parts.getBodyPart(1).getContent().toString());
	}

}
