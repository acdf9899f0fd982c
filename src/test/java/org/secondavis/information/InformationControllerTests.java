package org.secondavis.information;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondavis.ApplicationTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class InformationControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private InformationPages pages;

	@Test
	void theHomePageAnswersWhatPeopleAskFirst() {
		assertThat(this.mvc.get().uri("/")).hasStatusOk()
			.bodyText()
			.contains("Demander un deuxième avis sur un cancer", "href=\"/demande\"", "href=\"/information/preparer\"",
					"5 jours ouvrés", "150 €, dont une partie peut être remboursée", "tel:0123456789", "tel:15",
					"href=\"/information/pourquoi\"", "<meta name=\"description\"")
			.doesNotContain("noindex", "<script", "??");
	}

	@Test
	void theHomePageSpeaksEnglishToo() {
		assertThat(this.mvc.get().uri("/?lang=en")).hasStatusOk()
			.bodyText()
			.contains("<html lang=\"en\">", "Ask for a second opinion on cancer", "Why ask for a second opinion?")
			.doesNotContain("??");
	}

	@ParameterizedTest
	@ValueSource(strings = { "pourquoi", "quand", "deroulement", "traitement-personnalise", "metastases-peu-nombreuses",
			"preparer", "a-qui-demander", "chiffres", "questions-frequentes" })
	void everyPageLeadsToTheFormAndToTheOthers(String slug) {
		for (String language : new String[] { "fr", "en" }) {
			assertThat(this.mvc.get().uri("/information/{slug}?lang={language}", slug, language)).hasStatusOk()
				.bodyText()
				.contains("<meta name=\"description\"", "class=\"contents no-print\"", "href=\"/demande\"")
				.doesNotContain("href=\"/information/" + slug + "\"", "noindex", "??");
		}
	}

	@Test
	void theDayOfTheLastReviewIsWrittenInTheReadersLanguage() {
		assertThat(this.mvc.get().uri("/information/quand")).bodyText().contains("23 novembre 2026");
		assertThat(this.mvc.get().uri("/information/quand?lang=en")).bodyText().contains("23 November 2026");
	}

	@Test
	void aPageInOtherFrenchIsMarkedForWhoReadsEasyFrench() {
		assertThat(this.mvc.get().uri("/information/quand?lang=fr-simple")).hasStatusOk()
			.bodyText()
			.contains("<html lang=\"fr-simple\">", "Des soins urgents ne doivent jamais attendre.",
					"en général en 5 jours de travail", "Page relue le 23 novembre 2026")
			.doesNotContain("n’est pas en facile à lire", "??");
		assertThat(this.mvc.get().uri("/information/accessibilite?lang=fr-simple")).hasStatusOk()
			.bodyText()
			.contains("Cette page n’est pas en facile à lire.", "<h1 lang=\"fr\">Accessibilité</h1>")
			.doesNotContain("??");
	}

	@ParameterizedTest
	@ValueSource(strings = { "mentions-legales", "donnees-personnelles", "accessibilite" })
	void pagesAboutThisSiteAskForNoRequest(String slug) {
		for (String language : new String[] { "fr", "en" }) {
			assertThat(this.mvc.get().uri("/information/{slug}?lang={language}", slug, language)).hasStatusOk()
				.bodyText()
				.contains("Clinique des Tilleuls", "secretariat@tilleuls.example")
				.doesNotContain("class=\"btn btn-primary\"", "id=\"others\"", "??");
		}
	}

	@Test
	void everyFigureStandsInAChartAndInATable() {
		assertThat(this.mvc.get().uri("/information/chiffres")).bodyText()
			.contains("<svg", "role=\"img\"", "x1=\"12.0%\" x2=\"69.0%\"", "cx=\"42.8%\"", "<table")
			.doesNotContain("style=", "88\u00A0%")
			.satisfies((page) -> {
				for (String share : new String[] { "12 à 69", "43 à 82", "2 à 51", "52", "42,8", "17,8", "16,4", "56",
						"35", "8", "66" }) {
					assertThat(page.split(">" + share + "\u00A0%<")).as(share).hasSize(3);
				}
			});
		assertThat(this.mvc.get().uri("/information/chiffres?lang=en")).bodyText()
			.contains(">12 to 69%<", ">42.8%<", "1,463 cases");
		assertThat(this.mvc.get().uri("/information/quand")).bodyText().doesNotContain("class=\"chart\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "fr", "en", "fr-simple" })
	void theSiteMapLeadsToEveryPage(String language) {
		assertThat(this.mvc.get().uri("/information/plan-du-site?lang={language}", language)).hasStatusOk()
			.bodyText()
			.contains("href=\"/\"", "href=\"/demande\"", "href=\"/demande/preparer\"", "href=\"/information/lettre\"")
			.contains(this.pages.slugs().map((slug) -> "href=\"/information/" + slug + "\"").toList())
			.doesNotContain("??");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/demande", "/information/quand", "/connexion" })
	void everyPublicPageLeadsToThoseAboutThisSite(String path) {
		assertThat(this.mvc.get().uri(path)).bodyText()
			.contains("href=\"/information/mentions-legales\"", "href=\"/information/donnees-personnelles\"",
					"href=\"/information/accessibilite\"", "href=\"/information/plan-du-site\"");
	}

	@Test
	void ourDoctorsAreListed() {
		assertThat(this.mvc.get().uri("/information/a-qui-demander")).bodyText()
			.contains("<li>Dr Anne Martin (oncologie médicale)</li>", "<li>Pr Paul Petit (chirurgie)</li>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/information/inconnu", "/information/", "/information", "/information/pourquoi.md",
			"/information/..%2f..%2fapplication", "/information/fr/pourquoi" })
	void whatIsNoPageIsNotFound(String path) {
		assertThat(this.mvc.get().uri(URI.create(path)).exchange().getResponse().getStatus()).isIn(400, 404);
	}

}
