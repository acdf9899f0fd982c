package org.secondavis.followup;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Locale;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondavis.ApplicationTest;
import org.secondavis.StatementCount;
import org.secondavis.document.Availability;
import org.secondavis.document.Paper;
import org.secondavis.document.PaperType;
import org.secondavis.document.Papers;
import org.secondavis.document.UploadRules;
import org.secondavis.encryption.SecretToken;
import org.secondavis.encryption.Vault;
import org.secondavis.access.KnownDevices;
import org.secondavis.opinion.OpinionMother;
import org.secondavis.opinion.Outcome;
import org.secondavis.opinion.PatientOpinions;
import org.secondavis.request.FollowUpLinks;
import org.secondavis.request.RequestMother;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.Status;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.request.RequestMother.aRequest;

@ApplicationTest
class FollowUpControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Requests requests;

	@Autowired
	private FollowUpLinks links;

	@Autowired
	private Papers papers;

	@Autowired
	private OpinionMother opinions;

	@Autowired
	private PatientOpinions patient;

	@Autowired
	private KnownDevices devices;

	@Autowired
	private Vault vault;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	@Autowired
	private MessageSource messages;

	@Test
	void thePageTellsAllThatThePatientTold() {
		SecondOpinionRequest request = save(aRequest().submit(this.vault));
		this.papers.saveAll(List.of(new Paper(request.getId(), PaperType.PATHOLOGY, Availability.CAN_GET)));
		assertThat(open(request)).hasStatusOk()
			.bodyText()
			.contains("data-reference=\"" + request.getReference() + "\"", "O’Brien-N’Guyen d’Été", "Zoë",
					">29 février 1952<", "06 12 34 56 78", "zoe@patiente.example", "carcinome canalaire",
					"hôpital du Nord", "Dr Durand", "Une histoire confidentielle.", "jardiner encore",
					"Faut-il opérer ?", "le mardi", "malentendante", "tel:0123456789", "tel:15")
			.doesNotContain("??", "Demande envoyée par");
	}

	@Test
	void whatAPatientTypedIsNeverObeyed() {
		SecondOpinionRequest request = save(aRequest().of("<script>alert(1)</script>", "${7*7}").submit(this.vault));
		assertThat(open(request)).bodyText()
			.contains("&lt;script&gt;alert(1)&lt;/script&gt;", "${7*7}")
			.doesNotContain("<script");
	}

	@Test
	void receivedIsNotReadByAPerson() {
		SecondOpinionRequest request = save(aRequest().submittedAt(this.clock.instant()).submit(this.vault));
		assertThat(open(request)).bodyText().contains("Personne ne l’a encore lue.");
		this.jdbc.sql("update second_opinion_request set first_read_at = now() where id = :id")
			.param("id", request.getId())
			.update();
		assertThat(open(request)).bodyText().contains("Une personne de la clinique a lu votre demande.");
	}

	@Test
	void anAnswerThatIsLateIsOwnedUpTo() {
		Instant monthAgo = this.clock.instant().minus(Duration.ofDays(30));
		assertThat(open(save(aRequest().submittedAt(monthAgo).submit(this.vault)))).bodyText()
			.contains("Nous pensions vous répondre");
		assertThat(open(save(aRequest().submittedAt(this.clock.instant()).submit(this.vault)))).bodyText()
			.doesNotContain("Nous pensions vous répondre");
	}

	@Test
	void whoHelpedIsNamed() {
		assertThat(open(save(aRequest().byHelper().submit(this.vault)))).bodyText()
			.contains("Demande envoyée par Camille Ng", "camille@aidant.example");
	}

	@Test
	void thePageSpeaksEasyFrench() {
		SecondOpinionRequest request = save(aRequest().submittedAt(this.clock.instant()).submit(this.vault));
		assertThat(this.mvc.get().uri(address(request) + "?lang=fr-simple")).bodyText()
			.contains("<html lang=\"fr-simple\">", "Où en est votre demande", "Nous avons reçu la demande",
					"Vous recevez l’avis écrit", "La personne malade")
			.doesNotContain("??");
	}

	@Test
	void thePageSpeaksTheReadersLanguageWhateverThatOfTheRequest() {
		SecondOpinionRequest request = save(aRequest().inEnglish().submit(this.vault));
		assertThat(open(request)).bodyText().contains("<html lang=\"fr\">", "Suivi de votre demande");
		assertThat(this.mvc.get().uri(address(request) + "?lang=en")).bodyText()
			.contains("<html lang=\"en\">", "Following your request")
			.doesNotContain("??");
	}

	@ParameterizedTest
	@EnumSource(Status.class)
	void everyStatusHasItsSentences(Status status) {
		for (boolean yes : new boolean[] { true, false }) {
			FollowUpPage page = new FollowUpPage("SA-0000-0000", status, yes, LocalDate.EPOCH, yes, yes, List.of(),
					null, 0, null, false, 365, null, false, true, List.of(),
					new PapersPanel(true, List.of(), Map.of(), List.of(), List.of(), new UploadRules(true, 50, 500)),
					null, null);
			assertThat(this.messages.getMessage(page.statusKey(), null, Locale.FRENCH)).isNotBlank();
			assertThat(this.messages.getMessage(page.nextKey(), new Object[] { "x" }, Locale.FRENCH)).isNotBlank();
		}
	}

	@Test
	void whoseTreatmentIsPlannedBeforeTheAnswerIsToldToCall() {
		LocalDate today = LocalDate.ofInstant(RequestMother.SUBMITTED, ZoneId.of("Europe/Paris"));
		assertThat(open(save(aRequest().planned(today.plusDays(2)).submit(this.vault)))).bodyText()
			.contains("Un traitement est prévu avant notre réponse. Appelez-nous dès maintenant au 01 23 45 67 89");
		assertThat(open(save(aRequest().planned(today.plusDays(60)).submit(this.vault)))).bodyText()
			.doesNotContain("prévu avant notre réponse");
	}

	@Test
	void wordsThatCannotBeOpenedDoNotHideTheRest() {
		SecondOpinionRequest request = save(aRequest().submit(this.vault));
		this.jdbc.sql("update second_opinion_request set narrative = '\\x00' where id = :id")
			.param("id", request.getId())
			.update();
		assertThat(open(request)).hasStatusOk()
			.bodyText()
			.contains("ne peuvent pas être affichés pour le moment", "06 12 34 56 78")
			.doesNotContain("carcinome");
	}

	@Test
	void nothingPersonalIsKeptOnTheWay() {
		SecondOpinionRequest request = save(aRequest().submit(this.vault));
		MvcTestResult result = open(request);
		assertThat(result).hasHeader("Cache-Control", "no-store").hasHeader("X-Robots-Tag", "noindex");
		assertThat(result).bodyText().containsPattern("<title>Suivi de votre demande – Clinique des Tilleuls</title>");
	}

	@Test
	void thePageCostsSixStatements() throws Exception {
		String address = address(save(aRequest().byHelper().submit(this.vault)));
		assertThat(StatementCount.of(() -> assertThat(this.mvc.get().uri(address)).hasStatusOk())).isEqualTo(7);
	}

	@Test
	void anOpinionCostsFewStatementsHoweverMuchFollowsIt() throws Exception {
		SecondOpinionRequest request = save(aRequest().submit(this.vault));
		this.opinions.delivers(request.getId(), Outcome.REVISED);
		for (int number = 1; number <= 3; number++) {
			this.patient.ask(request.getReference(), number, "Question " + number);
			this.opinions.adds(request.getId(), number, "Réponse " + number);
		}
		String address = address(request);
		assertThat(StatementCount.of(() -> assertThat(this.mvc.get().uri(address)).hasStatusOk())).isEqualTo(9);
		Cookie device = new Cookie("appareil-" + request.getReference(), this.devices.add(request.getId()).value());
		this.jdbc.sql("update addendum set read_at = delivered_at").update();
		assertThat(
				StatementCount.of(() -> assertThat(this.mvc.get().uri(address + "/avis").cookie(device)).hasStatusOk()))
			.as("the first time")
			.isLessThan(10);
		assertThat(
				StatementCount.of(() -> assertThat(this.mvc.get().uri(address + "/avis").cookie(device)).hasStatusOk()))
			.isLessThan(9);
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%C3%A9", "a'b", "%F0%9F%92%8A",
			"null", "%25", "a;b" })
	void aTokenThatLeadsNowhereLooksLikeAnyOther(String token) {
		MvcTestResult malformed = this.mvc.get().uri(URI.create("/suivi/" + token)).exchange();
		MvcTestResult unknown = this.mvc.get().uri("/suivi/{token}", SecretToken.random().value()).exchange();
		assertThat(malformed).hasStatus(404);
		assertThat(unknown).hasStatus(404);
		assertThat(malformed.getResponse().getErrorMessage()).isEqualTo(unknown.getResponse().getErrorMessage());
	}

	@Test
	void aRevokedLinkLeadsNowhere() {
		SecondOpinionRequest request = save(aRequest().submit(this.vault));
		String address = address(request);
		this.jdbc.sql("delete from follow_up_link where request_id = :id").param("id", request.getId()).update();
		assertThat(this.mvc.get().uri(address)).hasStatus(404);
	}

	private SecondOpinionRequest save(SecondOpinionRequest request) {
		return this.requests.save(request);
	}

	private String address(SecondOpinionRequest request) {
		return "/suivi/" + this.links.issue(request.getId()).orElseThrow().value();
	}

	private MvcTestResult open(SecondOpinionRequest request) {
		return this.mvc.get().uri(address(request)).exchange();
	}

}
