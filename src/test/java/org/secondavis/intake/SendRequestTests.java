package org.secondavis.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.secondavis.ApplicationTest;
import org.secondavis.StatementCount;
import org.secondavis.document.Papers;
import org.secondavis.encryption.Vault;
import org.secondavis.request.Decision;
import org.secondavis.request.Narrative;
import org.secondavis.request.Reference;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.StaffId;
import org.secondavis.request.Status;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccounts;
import org.secondavis.staff.StaffMother;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.Together.atOnce;

@ApplicationTest
class SendRequestTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Requests requests;

	@Autowired
	private Papers papers;

	@Autowired
	private Vault vault;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private TransactionTemplate transaction;

	private PatientBrowser browser;

	@BeforeEach
	void openBrowser() {
		this.browser = new PatientBrowser(this.mvc);
	}

	@Test
	void theClinicHoldsWhatThePatientTyped() {
		SecondOpinionRequest request = request(this.browser.fillInAll().send());
		assertThat(request.getStatus()).isEqualTo(Status.NEW);
		assertThat(request.getPatient()).isEqualTo(TypedForm.who().as(WhoForm.class).toPatient());
		assertThat(request.getContact()).isEqualTo(TypedForm.contact().as(ContactForm.class).toContact(false));
		assertThat(request.getSituation()).isEqualTo(TypedForm.situation().as(SituationForm.class).toSituation());
		assertThat(request.getExpectations())
			.isEqualTo(TypedForm.expectations().as(ExpectationsForm.class).toExpectations());
		assertThat(request.narrative(this.vault))
			.isEqualTo(new Narrative("carcinome canalaire infiltrant", "Hôpital des Peupliers", "Dr Durand-Lagarde",
					TypedForm.STORY.replace("\r\n", "\n"), "le mariage de ma petite-fille",
					List.of(TypedForm.OWN_QUESTION), "pas le jeudi, dialyse", "malentendante, appareillée"));
		assertThat(this.papers.findByRequestId(request.getId())).hasSize(2);
	}

	@Test
	void aHelperReadsThatAPatientWithoutAnAddressIsCalled() {
		this.browser.fillInAll();
		this.browser.post(Step.WHO.url(), TypedForm.whoByHelper().with("action", "continue"));
		this.browser.post(Step.CONTACT.url(), TypedForm.contact().with("email", "").with("action", "continue"));
		assertThat(this.browser.get(Step.CHECK_URL)).bodyText().contains("Accord de la personne malade");
		this.browser.send();
		assertThat(this.browser.get("/demande/envoyee")).bodyText()
			.contains("Le secrétariat appelle la personne malade.")
			.doesNotContain("??");
	}

	@Test
	void aGuardianNeedsNoAgreement() {
		this.browser.fillInAll();
		this.browser.post(Step.WHO.url(),
				TypedForm.whoByHelper()
					.without("helperAgreement")
					.with("helperRelation", "GUARDIAN")
					.with("action", "continue"));
		assertThat(this.browser.get(Step.CHECK_URL)).bodyText()
			.contains("Représentant légal")
			.doesNotContain("Accord de la personne malade", "??");
	}

	@Test
	void aHelperMaySendForAPatient() {
		this.browser.start().fillIn(Step.WHO, TypedForm.whoByHelper());
		Stream.of(Step.values()).skip(1).forEach((step) -> this.browser.fillIn(step, TypedForm.of(step)));
		SecondOpinionRequest request = request(this.browser.send());
		assertThat(request.getHelper()).isEqualTo(TypedForm.whoByHelper().as(WhoForm.class).toHelper());
	}

	@Test
	void theConfirmationSaysWhatFollows() {
		this.browser.fillInAll().send();
		assertThat(this.browser.get("/demande/envoyee")).hasStatusOk()
			.bodyText()
			.contains("data-reference=\"SA-", "Reçue le ", "lue par une personne", "Un courriel part",
					"au plus tard le", "href=\"/suivi/")
			.doesNotContain("d’un robot", "??");
		assertThat(this.browser.get("/demande/envoyee?lang=en")).bodyText()
			.contains("Received on ", "What happens next")
			.doesNotContain("??");
	}

	@Test
	void theFollowUpLinkLeadsToTheRequest() {
		String reference = this.browser.fillInAll().send();
		String page = PatientBrowser.body(this.browser.get("/demande/envoyee"));
		String link = page.replaceFirst("(?s).*href=\"(/suivi/[^\"]+)\".*", "$1");
		assertThat(this.browser.get(link)).hasStatusOk().bodyText().contains(reference);
	}

	@Test
	void theSecretOfTheLinkStaysInTheBrowser() {
		this.browser.fillInAll().send();
		assertThat(this.browser.cookie("suivi")).satisfies((cookie) -> {
			assertThat(cookie.isHttpOnly()).isTrue();
			assertThat(cookie.getPath()).isEqualTo("/demande/envoyee");
		});
	}

	@Test
	void whoseTreatmentIsPlannedBeforeTheAnswerIsToldToCallBeforeAndAfterSending() {
		LocalDate soon = LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(2);
		this.browser.fillInAll()
			.fillIn(Step.SITUATION,
					TypedForm.situation()
						.with("plannedDay", "" + soon.getDayOfMonth())
						.with("plannedMonth", "" + soon.getMonthValue())
						.with("plannedYear", "" + soon.getYear()));
		assertThat(this.browser.get(Step.CHECK_URL)).bodyText().contains("prévu avant notre réponse");
		this.browser.send();
		assertThat(this.browser.get("/demande/envoyee")).bodyText()
			.contains("prévu avant notre réponse. Appelez-nous dès maintenant au 01 23 45 67 89");
	}

	@Test
	void wrongSumsCostTheNeighboursNothing() {
		String hospital = "203.0.113.77";
		PatientBrowser one = new PatientBrowser(this.mvc).at(hospital).fillInAll();
		for (int attempt = 0; attempt < 25; attempt++) {
			assertThat(one.post(Step.CHECK_URL, one.solvedSum().with("answer", "1"))).hasStatus(422);
		}
		assertThat(new PatientBrowser(this.mvc).at(hospital).fillInAll().send()).startsWith("SA-");
	}

	@Test
	void sendingAgainLeadsToTheSameRequest() {
		TypedForm typed = this.browser.fillInAll().solvedSum();
		String reference = this.browser.send();
		assertThat(this.browser.post(Step.CHECK_URL, typed)).hasRedirectedUrl("/demande/envoyee");
		assertThat(this.browser.reference()).isEqualTo(reference);
		assertThat(this.browser.anotherTab().get(Step.CHECK_URL))
			.hasRedirectedUrl("/demande/envoyee?avis=deja-envoyee");
	}

	@Test
	void whatWasSentCannotBeChangedBehindTheClinicsBack() {
		this.browser.fillInAll().send();
		assertThat(this.browser.post("/demande/contact", TypedForm.contact()))
			.hasRedirectedUrl("/demande/envoyee?avis=deja-envoyee");
		assertThat(this.browser.get("/demande/envoyee?avis=deja-envoyee")).bodyText()
			.contains("une seule est enregistrée", "Appelez-nous");
	}

	@Test
	void aConfirmationThatGotLostIsFoundAgain() {
		String reference = this.browser.fillInAll().send();
		this.browser.forget("suivi");
		assertThat(this.browser.reference()).isEqualTo(reference);
		assertThat(this.browser.cookie("suivi")).isNotNull();
	}

	@Test
	void aSharedDeviceForgetsWhatWasSentAndTheClinicDoesNot() {
		String reference = this.browser.fillInAll().send();
		PatientBrowser copy = this.browser.anotherTab();
		assertThat(this.browser.get("/demande/envoyee")).bodyText().contains("Oublier ma demande sur cet appareil");
		assertThat(this.browser.post("/demande/oublier", TypedForm.empty())).hasRedirectedUrl("/demande?avis=oubliee");
		assertThat(this.browser.cookie("suivi")).isNull();
		assertThat(this.browser.cookie("demande")).isNull();
		assertThat(this.browser.get("/demande?avis=oubliee")).bodyText()
			.contains("ne garde plus rien d’une demande envoyée", "Commencer ma demande")
			.doesNotContain(reference, "/demande/envoyee");
		assertThat(this.browser.get("/demande/envoyee")).hasRedirectedUrl("/demande?avis=perdue");
		copy.forget("suivi");
		assertThat(copy.get("/demande/envoyee")).as("with a copy of the cookie")
			.hasRedirectedUrl("/demande?avis=perdue");
		assertThat(request(reference).getStatus()).isEqualTo(Status.NEW);
	}

	@Test
	void forgettingWhatWasSentLeavesAFormThatIsUnderWay() {
		this.browser.fillInAll();
		this.browser.post("/demande/oublier", TypedForm.empty());
		assertThat(this.browser.get("/demande?avis=oubliee")).bodyText()
			.contains("Une demande est commencée")
			.doesNotContain("ne garde plus rien");
		assertThat(this.browser.get("/demande/qui")).bodyText().contains("value=\"Zoë\"");
	}

	@Test
	void aDeviceGetsNoLinkOnceTheLinksWereRevokedEvenAfterTheyAreRenewed() {
		SecondOpinionRequest request = request(this.browser.fillInAll().send());
		TypedForm again = TypedForm.empty();
		decide(request, SecondOpinionRequest::revokeLinks);
		assertThat(this.browser.get("/demande/envoyee")).hasRedirectedUrl("/demande?avis=perdue");
		decide(request, SecondOpinionRequest::renewLink);
		assertThat(this.browser.get("/demande/envoyee")).hasRedirectedUrl("/demande?avis=perdue");
		this.browser.forget("suivi");
		assertThat(this.browser.get("/demande/envoyee")).hasRedirectedUrl("/demande?avis=perdue");
		assertThat(this.browser.post(Step.CHECK_URL, again)).hasForwardedUrl("/demande/perdue");
		assertThat(this.browser.get("/demande?avis=perdue")).bodyText()
			.contains("Appelez-nous avec votre référence")
			.doesNotContain("/demande/envoyee");
	}

	private void decide(SecondOpinionRequest request, BiConsumer<SecondOpinionRequest, Decision> decision) {
		StaffId anne = new StaffId(this.accounts.save(StaffMother.aMember(Role.DOCTOR)).getId());
		this.transaction.executeWithoutResult((status) -> {
			SecondOpinionRequest found = this.requests.findById(request.getId()).orElseThrow();
			decision.accept(found, Decision.by(anne, found.getSubmittedAt()));
			this.requests.save(found);
		});
	}

	@Test
	void anotherRequestFromTheSameDeviceIsAnotherOne() {
		String first = this.browser.fillInAll().send();
		assertThat(this.browser.get("/demande")).bodyText().contains("Commencer une autre demande", "/demande/envoyee");
		this.browser.start();
		assertThat(this.browser.cookie("suivi")).isNull();
		assertThat(this.browser.get("/demande/qui")).bodyText().doesNotContain("value=\"Zoë\"");
		assertThat(this.browser.fillInAll().send()).isNotEqualTo(first);
	}

	@RepeatedTest(3)
	void simultaneousSendingMakesOneRequest() {
		int tabs = 4;
		this.browser.fillInAll();
		long before = count("second_opinion_request");
		List<Callable<String>> sendings = new ArrayList<>();
		for (int i = 0; i < tabs; i++) {
			PatientBrowser tab = this.browser.anotherTab();
			TypedForm typed = tab.solvedSum();
			sendings.add(() -> {
				assertThat(tab.post(Step.CHECK_URL, typed)).hasRedirectedUrl("/demande/envoyee");
				return tab.reference();
			});
		}
		List<String> references = atOnce(sendings);
		assertThat(references).hasSize(tabs).containsOnly(references.get(0));
		assertThat(count("second_opinion_request")).isEqualTo(before + 1);
	}

	@Test
	void aWrongSumIsAskedAnewAndLosesNothing() {
		TypedForm typed = this.browser.fillInAll().solvedSum();
		MvcTestResult refused = this.browser.post(Step.CHECK_URL, typed.with("answer", "99"));
		assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("<title>Erreur", "href=\"#answer\"", "zoe@patiente.example", " =</span>")
			.doesNotContain(typed.parameters().getFirst("sum"));
		this.browser.send();
	}

	@Test
	void aSumIsAnsweredOnce() {
		TypedForm typed = this.browser.fillInAll().solvedSum();
		String right = typed.parameters().getFirst("answer");
		this.browser.post(Step.CHECK_URL, typed.with("answer", "99"));
		assertThat(this.browser.post(Step.CHECK_URL, typed.with("answer", right)))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("plus valable");
	}

	@Test
	void aSumOfAnotherDraftDoesNotCount() {
		TypedForm typed = new PatientBrowser(this.mvc).fillInAll().solvedSum();
		assertThat(this.browser.fillInAll().post(Step.CHECK_URL, typed)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("plus valable");
	}

	@Test
	void withoutAnAnswerTheSumIsAskedAgain() {
		this.browser.fillInAll();
		assertThat(this.browser.post(Step.CHECK_URL, TypedForm.empty())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Écrivez le résultat");
	}

	@Test
	void whoFillsInWhatNobodySeesIsSuspected() {
		TypedForm typed = this.browser.fillInAll().solvedSum().with("website", "https://casino.example");
		assertThat(this.browser.post(Step.CHECK_URL, typed)).hasRedirectedUrl("/demande/envoyee");
		assertThat(request(this.browser.reference()).getStatus()).isEqualTo(Status.SUSPECT);
		assertThat(this.browser.get("/demande/envoyee")).bodyText()
			.contains("ne vient pas d’un robot", "Aucun courriel ne part avant")
			.doesNotContain("Un courriel part vers", "au plus tard le");
	}

	@Test
	void nothingIsSentBeforeAllStepsAreDone() {
		this.browser.start();
		assertThat(this.browser.post(Step.CHECK_URL, TypedForm.empty())).hasRedirectedUrl("/demande/qui");
	}

	@Test
	void anAnswerThatBecameWrongIsAskedAgain() {
		this.browser.fillInAll().fillIn(Step.WHO, TypedForm.who().with("birthYear", "2024"));
		this.browser.fillIn(Step.SITUATION, TypedForm.situation().with("diagnosisYear", "2025"))
			.fillIn(Step.WHO, TypedForm.who().with("birthYear", "2024"));
		TypedForm typed = this.browser.solvedSum();
		this.browser.fillIn(Step.WHO,
				TypedForm.who().with("birthDay", "1").with("birthMonth", "1").with("birthYear", "2026"));
		assertThat(this.browser.post(Step.CHECK_URL, typed)).hasRedirectedUrl("/demande/situation");
		assertThat(this.browser.get("/demande/situation")).bodyText().contains("précède la naissance");
	}

	@Test
	void aFailureOfTheDatabaseClaimsNothingAndKeepsTheDraft() {
		TypedForm typed = this.browser.fillInAll().solvedSum();
		this.jdbc.sql("alter table paper rename to paper_gone").update();
		try {
			assertThat(this.browser.post(Step.CHECK_URL, typed)).hasStatus5xxServerError();
		}
		finally {
			this.jdbc.sql("alter table paper_gone rename to paper").update();
		}
		assertThat(this.browser.get("/demande/envoyee")).hasRedirectedUrl("/demande?avis=perdue");
		assertThat(this.browser.post(Step.CHECK_URL, typed)).hasRedirectedUrl("/demande/envoyee");
	}

	@Test
	void sendingIsFrugal() throws Exception {
		TypedForm typed = this.browser.fillInAll().solvedSum();
		assertThat(StatementCount.of(() -> this.browser.get(Step.CHECK_URL))).isLessThanOrEqualTo(4);
		assertThat(StatementCount.of(() -> this.browser.post(Step.CHECK_URL, typed))).isLessThanOrEqualTo(10);
		assertThat(StatementCount.of(() -> this.browser.get("/demande/envoyee"))).isLessThanOrEqualTo(4);
	}

	@Test
	void noTableHoldsAWordOfWhatConcernsHealth() {
		PatientBrowser drafting = new PatientBrowser(this.mvc).fillInAll();
		assertTablesHold(drafting.cookie("demande").getValue(), 0);
		assertTablesHold("zoe-du-brouillon@patiente.example", 0);
		drafting.fillIn(Step.CONTACT, TypedForm.contact().with("email", "zoe-du-brouillon@patiente.example"));
		assertTablesHold("zoe-du-brouillon@patiente.example", 0);
		this.browser.fillInAll().send();
		assertTablesHold("zoe@patiente.example", 1);
		Stream
			.of("carcinome", "Peupliers", "Durand-Lagarde", "grosseur", "opération", "mariage", "violoncelle",
					"dialyse", "malentendante")
			.forEach((word) -> assertTablesHold(word, 0));
	}

	private void assertTablesHold(String word, int atLeast) {
		Map<String, String> hits = this.jdbc.sql("""
				select table_name, column_name, data_type from information_schema.columns
				where table_schema = 'public' and table_name <> 'flyway_schema_history'
				""")
			.query((row, number) -> Map.entry(row.getString(1) + "." + row.getString(2), row.getString(3)))
			.list()
			.stream()
			.filter((column) -> holds(column.getKey(), column.getValue(), word))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		if (atLeast == 0) {
			assertThat(hits).as("columns with %s", word).isEmpty();
		}
		else {
			assertThat(hits).as("columns with %s", word).hasSizeGreaterThanOrEqualTo(atLeast);
		}
	}

	private boolean holds(String column, String type, String word) {
		String table = column.substring(0, column.indexOf('.'));
		String value = column.substring(column.indexOf('.') + 1);
		String condition = type.equals("bytea") ? "position(:bytes in %s) > 0".formatted(value)
				: "position(lower(:word) in lower(%s::text)) > 0".formatted(value);
		return this.jdbc.sql("select exists (select 1 from %s where %s)".formatted(table, condition))
			.param("bytes", word.getBytes(StandardCharsets.UTF_8))
			.param("word", word)
			.query(Boolean.class)
			.single();
	}

	private long count(String table) {
		return this.jdbc.sql("select count(*) from " + table).query(Long.class).single();
	}

	private SecondOpinionRequest request(String reference) {
		return this.requests.findByReference(Reference.parse(reference).orElseThrow()).orElseThrow();
	}

}
