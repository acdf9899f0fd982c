package org.secondavis.intake;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondavis.ApplicationTest;
import org.secondavis.StatementCount;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class PreparationControllerTests {

	private static final String URL = "/demande/preparer";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	private PatientBrowser browser;

	@BeforeEach
	void openBrowser() {
		this.browser = new PatientBrowser(this.mvc);
	}

	@Test
	void everyQuestionStandsUnderItsTheme() {
		assertThat(this.browser.get(URL)).hasStatusOk()
			.bodyText()
			.contains("La maladie", "Les traitements possibles", "Le diagnostic est-il certain",
					"Que coûte chaque option")
			.doesNotContain("??");
		assertThat(Codes.OF_CHOICES.get("Question")).allSatisfy(
				(code) -> assertThat(this.browser.get(URL)).bodyText().containsOnlyOnce("value=\"" + code + "\""));
	}

	@Test
	void theSheetShowsWhatWasPreparedAndNothingIsStored() throws Exception {
		this.browser.get(URL);
		long before = drafts();
		assertThat(StatementCount
			.of(() -> assertThat(this.browser.post(URL, prepared().with("action", "sheet"))).hasStatusOk()
				.bodyText()
				.contains("Ma feuille pour le médecin", "Le diagnostic est-il certain",
						"Puis-je partir en mai &lt;b&gt;", "Le mariage de ma fille")
				.containsSubsequence("<ol>", "Préserver ma qualité de vie", "Mener à bien un projet", "</ol>")
				.containsSubsequence("Papiers que j’apporte", "anatomopathologie", "Papiers à demander")))
			.isZero();
		assertThat(drafts()).isEqualTo(before);
		assertThat(this.browser.cookie("demande")).isNull();
	}

	@Test
	void theSheetCanBeChanged() {
		this.browser.get(URL);
		assertThat(this.browser.post(URL, prepared().with("action", "edit"))).hasStatusOk()
			.bodyText()
			.contains("value=\"DIAGNOSIS_SURE\" checked", "value=\"Puis-je partir en mai &lt;b&gt; ?\"");
	}

	@Test
	void theRequestBeginsWithWhatWasPrepared() {
		this.browser.get(URL);
		assertThat(this.browser.post(URL, prepared().with("action", "start"))).hasRedirectedUrl("/demande/qui");
		assertThat(this.browser.get("/demande/attentes")).bodyText()
			.contains("value=\"QUALITY_OF_LIFE\" checked", "value=\"DIAGNOSIS_SURE\" checked", "Puis-je partir en mai",
					"1. Préserver ma qualité de vie", "2. Mener à bien un projet", "Le mariage de ma fille")
			.doesNotContain("error-summary");
		assertThat(this.browser.get("/demande/documents")).bodyText()
			.contains("name=\"documents[PATHOLOGY]\" value=\"HAVE\" checked");
	}

	@Test
	void aRequestUnderWayKeepsItsOtherAnswers() {
		this.browser.start().fillIn(Step.WHO, TypedForm.who());
		this.browser.post("/demande/attentes", TypedForm.expectations().with("action", "later"));
		assertThat(this.browser.get(URL)).bodyText().contains("Reporter ces réponses dans ma demande commencée");
		assertThat(this.browser.post(URL, prepared().with("action", "start").with("underWay", "1")))
			.hasRedirectedUrl("/demande/attentes");
		assertThat(this.browser.get("/demande/qui")).bodyText().contains("value=\"Zoë\"");
		assertThat(this.browser.get("/demande/attentes")).bodyText()
			.contains("Puis-je partir en mai", "pas le jeudi, dialyse")
			.doesNotContain(TypedForm.OWN_QUESTION);
	}

	@Test
	void aRequestThatIsGoneIsNotReplacedInSilence() {
		this.browser.get(URL);
		assertThat(this.browser.post(URL, prepared().with("action", "start").with("underWay", "1")))
			.hasRedirectedUrl("/demande?avis=nouvelle");
		assertThat(this.browser.get("/demande?avis=nouvelle")).bodyText()
			.contains("Nous n’avons pas retrouvé la demande que vous aviez commencée ici.", "Reprendre ma demande")
			.doesNotContain("??");
		assertThat(this.browser.get("/demande/attentes")).bodyText().contains("Puis-je partir en mai");
	}

	@Test
	void nothingPreparedTakesNothingAway() {
		this.browser.start();
		this.browser.post("/demande/attentes", TypedForm.expectations().with("action", "later"));
		this.browser.get(URL);
		this.browser.post(URL, TypedForm.empty().with("action", "start"));
		assertThat(this.browser.get("/demande/attentes")).bodyText()
			.contains(TypedForm.OWN_QUESTION, "le mariage de ma petite-fille");
	}

	@Test
	void aPriorityHasOnePlaceOnly() {
		this.browser.get(URL);
		assertThat(this.browser.post(URL, prepared().with("third", "PROJECT").with("action", "sheet"))).hasStatus(422)
			.bodyText()
			.contains("<title>Erreur", "href=\"#third\"", "déjà placé cette priorité", "Puis-je partir en mai");
	}

	@Test
	void oddInputGetsASentence() {
		this.browser.get(URL);
		assertThat(this.browser.post(URL,
				TypedForm.empty()
					.with("questions", "NONSENSE")
					.with("first", "UNKNOWN?")
					.with("ownQuestion2", "x".repeat(201))
					.with("documents[IMAGES]", "PERHAPS")
					.with("action", "start")))
			.hasStatus(422)
			.bodyText()
			.contains("Choisissez parmi les réponses proposées", "Enlevez un signe");
		assertThat(this.browser.cookie("demande")).isNull();
	}

	private static TypedForm prepared() {
		return TypedForm.empty()
			.with("questions", "DIAGNOSIS_SURE")
			.with("ownQuestion1", "Puis-je partir en mai <b> ?")
			.with("first", "QUALITY_OF_LIFE")
			.with("second", "PROJECT")
			.with("priorityDetail", "Le mariage de ma fille")
			.with("documents[PATHOLOGY]", "HAVE")
			.with("documents[IMAGES]", "CAN_GET");
	}

	private long drafts() {
		return this.jdbc.sql("select count(*) from draft").query(Long.class).single();
	}

}
