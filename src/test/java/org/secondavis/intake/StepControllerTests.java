package org.secondavis.intake;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.secondavis.ApplicationTest;
import org.secondavis.StatementCount;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class StepControllerTests {

	@Autowired
	private MockMvcTester mvc;

	private PatientBrowser browser;

	@BeforeEach
	void openBrowser() {
		this.browser = new PatientBrowser(this.mvc);
	}

	@Test
	void theFormLeadsFromStepToStep() {
		this.browser.fillInAll();
		assertThat(this.browser.get(Step.CHECK_URL)).hasStatusOk();
	}

	@ParameterizedTest
	@EnumSource
	void eachStepSaysWhereOneIs(Step step) {
		assertThat(this.browser.start().get(step.url())).hasStatusOk()
			.bodyText()
			.contains("Étape %d sur 6".formatted(step.number()), "href=\"%s\"".formatted(step.previousUrl()),
					"value=\"continue\"", "value=\"later\"", "tel:15", "<title>")
			.doesNotContain("Erreur", "??");
	}

	@ParameterizedTest
	@EnumSource
	void eachStepSpeaksEnglish(Step step) {
		assertThat(this.browser.start().get(step.url() + "?lang=en")).hasStatusOk()
			.bodyText()
			.contains("Step %d of 6".formatted(step.number()))
			.doesNotContain("??", "facultatif");
	}

	@ParameterizedTest
	@EnumSource
	void whatWasTypedStandsThereAfterReload(Step step) {
		this.browser.start().fillIn(step, TypedForm.of(step));
		String page = PatientBrowser.body(this.browser.get(step.url()));
		TypedForm.of(step).parameters().forEach((field, values) -> {
			for (String value : values) {
				String first = value.replace("'", "&#39;").lines().findFirst().orElse("");
				assertThat(page).contains("name=\"" + field + "\"").contains(first);
			}
		});
	}

	@Test
	void wrongAnswersAreKeptAndExplained() {
		TypedForm typed = TypedForm.who().with("birthDay", "31").with("birthMonth", "2").with("action", "continue");
		this.browser.start();
		assertThat(this.browser.post("/demande/qui", typed)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("<title>Erreur", "href=\"#birthDay\"", "id=\"birthDay-error\"", "value=\"31\"",
					"value=\"O&#39;Brien-N&#39;Guyen d&#39;Été\"");
		assertThat(this.browser.get("/demande/qui")).hasStatusOk().bodyText().contains("<title>Erreur", "value=\"31\"");
	}

	@Test
	void whoMeansToComeBackIsNotReproached() {
		TypedForm typed = TypedForm.empty().with("birthName", "Ng").with("birthDay", "99").with("action", "later");
		assertThat(this.browser.start().post("/demande/qui", typed)).hasRedirectedUrl("/demande/plus-tard");
		assertThat(this.browser.get("/demande/plus-tard")).bodyText()
			.contains("Reprendre ma demande", "href=\"/demande/verification\"");
		assertThat(this.browser.get(Step.CHECK_URL)).hasRedirectedUrl("/demande/qui");
		assertThat(this.browser.get("/demande/qui")).bodyText()
			.contains("value=\"Ng\"", "value=\"99\"")
			.doesNotContain("Erreur");
	}

	@Test
	void anAnswerThatIsChangedFromTheCheckPageLeadsBackThere() {
		this.browser.fillInAll();
		assertThat(this.browser.get("/demande/contact?retour=verification")).bodyText()
			.contains("action=\"/demande/contact?retour=verification\"", "href=\"/demande/verification\"");
		TypedForm typed = TypedForm.contact().with("phone", "07 11 22 33 44");
		assertThat(this.browser.post("/demande/contact?retour=verification", typed))
			.hasRedirectedUrl("/demande/verification");
		assertThat(this.browser.get(Step.CHECK_URL)).bodyText().contains("07 11 22 33 44");
	}

	@Test
	void aMistakeDoesNotForgetTheWayBackToTheCheckPage() {
		this.browser.fillInAll();
		assertThat(this.browser.post("/demande/contact?retour=verification", TypedForm.empty())).bodyText()
			.contains("action=\"/demande/contact?retour=verification\"");
	}

	@Test
	void twoTabsLoseNothing() {
		PatientBrowser oneTab = this.browser.start();
		PatientBrowser otherTab = oneTab.anotherTab();
		oneTab.get("/demande/qui");
		otherTab.get("/demande/contact");
		oneTab.fillIn(Step.WHO, TypedForm.who());
		otherTab.fillIn(Step.CONTACT, TypedForm.contact());
		assertThat(oneTab.get("/demande/qui")).bodyText().contains("value=\"Zoë\"");
		assertThat(oneTab.get("/demande/contact")).bodyText().contains("value=\"zoe@patiente.example\"");
	}

	@Test
	void aHelperIsAskedForThePatientsContact() {
		this.browser.start().fillIn(Step.WHO, TypedForm.whoByHelper());
		assertThat(this.browser.get("/demande/contact")).bodyText()
			.contains("Comment joindre la personne malade", "name=\"contactFirst\"");
	}

	@Test
	void aPatientIsNotAskedWhomToCallFirst() {
		this.browser.start().fillIn(Step.WHO, TypedForm.who());
		assertThat(this.browser.get("/demande/contact")).bodyText().doesNotContain("name=\"contactFirst\"");
	}

	@Test
	void aStepMayBeLookedAtBeforeItsTurn() {
		this.browser.start();
		assertThat(this.browser.get("/demande/documents")).hasStatusOk();
		assertThat(this.browser.get(Step.CHECK_URL)).hasRedirectedUrl("/demande/qui");
		this.browser.fillIn(Step.WHO, TypedForm.who());
		assertThat(this.browser.get(Step.CHECK_URL)).hasRedirectedUrl("/demande/contact");
	}

	@ParameterizedTest
	@ValueSource(strings = { "qui", "contact", "situation", "attentes", "documents", "verification", "envoyee" })
	void withoutADraftOneBeginsAfresh(String step) {
		assertThat(this.browser.get("/demande/" + step)).hasRedirectedUrl("/demande?avis=perdue");
		assertThat(this.browser.get("/demande?avis=perdue")).bodyText()
			.contains("Nous ne retrouvons pas de demande en cours");
	}

	@ParameterizedTest
	@EnumSource
	void whatIsTypedWithoutADraftGoesNowhere(Step step) {
		this.browser.get("/demande");
		assertThat(this.browser.post(step.url(), TypedForm.of(step))).hasForwardedUrl("/demande/perdue");
		assertThat(this.browser.cookie("demande")).isNull();
	}

	@Test
	void aStepThatDoesNotExistIsNotFound() {
		assertThat(this.browser.start().get("/demande/paiement")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@ParameterizedTest
	@EnumSource
	void oddInputIsNeverAFailure(Step step) {
		this.browser.start();
		for (String odd : new String[] { "\u0000", "\uD83D\uDE00", "\u202Eabc\u0007", "${7*7}", "%s", "<script>", "'",
				"x".repeat(100_000) }) {
			TypedForm typed = TypedForm.of(step);
			typed.parameters().replaceAll((field, values) -> List.of(odd, odd));
			assertAnswered(this.browser.post(step.url(), typed));
			assertAnswered(this.browser.get(step.url()));
		}
	}

	@ParameterizedTest
	@EnumSource
	void hostileNamesAreNeverAFailure(Step step) {
		TypedForm typed = TypedForm.of(step);
		for (String name : new String[] { "documents[", "documents[X]", "documents[a.b[0]]", "reasons[", "reasons[x]",
				"treatments[99999999999]", "contactTimes[-1]", "birthName.x", "class.module.classLoader", "[", "]",
				"." }) {
			typed.with(name, "HAVE");
		}
		this.browser.start().fillIn(step, typed);
	}

	@ParameterizedTest
	@EnumSource
	void aStepIsFrugal(Step step) throws Exception {
		this.browser.start();
		assertThat(StatementCount.of(() -> this.browser.get(step.url()))).isLessThanOrEqualTo(4);
		assertThat(StatementCount.of(() -> this.browser.fillIn(step, TypedForm.of(step)))).isLessThanOrEqualTo(4);
	}

	@Test
	void aPageOfAnotherDraftIsNotMixedIn() {
		TypedForm stranger = TypedForm.who().with("draft", "01890000-0000-7000-8000-000000000000");
		assertThat(this.browser.start().post("/demande/qui", stranger)).hasRedirectedUrl("/demande?avis=autre");
		assertThat(this.browser.get("/demande?avis=autre")).bodyText().contains("pour ne pas mélanger deux dossiers");
		assertThat(this.browser.get("/demande/qui")).bodyText()
			.containsPattern("name=\"draft\" value=\"[0-9a-f-]{36}\"")
			.doesNotContain("value=\"%s\"".formatted(TypedForm.who().parameters().getFirst("firstName")));
	}

	private static void assertAnswered(MvcTestResult result) {
		assertThat(result.getResponse().getStatus()).isIn(200, 302, 422);
	}

}
