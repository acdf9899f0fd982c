package org.secondavis.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondavis.HttpTest;
import org.secondavis.Visitor.Page;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageTests extends HttpTest {

	@Test
	void pagesAreInFrenchWhateverTheBrowserPrefers() {
		assertIsIn("fr", this.visitor.get("/connexion", "Accept-Language", "en,de"));
	}

	@Test
	void theChoiceStaysUntilTheNext() {
		Page chosen = this.visitor.get("/connexion?lang=en");
		assertIsIn("en", chosen);
		assertThat(chosen.header("Set-Cookie")).contains("langue=en", "Max-Age=31536000", "HttpOnly", "SameSite=Lax",
				"Path=/");
		assertIsIn("en", this.visitor.get("/connexion"));
		assertIsIn("en", this.visitor.get("/inconnu"));
		assertIsIn("fr", this.visitor.get("/inconnu?a=b&lang=fr"));
		assertIsIn("fr", this.visitor.get("/connexion"));
	}

	@Test
	void patientsAreOfferedEveryLanguage() {
		assertThat(this.visitor.get("/").body()).contains("lang=\"fr\" hreflang=\"fr\" aria-current=\"true\">Français<",
				"lang=\"en\" hreflang=\"en\">English<", "lang=\"fr-simple\" hreflang=\"fr-simple\">Facile à lire<");
		assertIsIn("fr-simple", this.visitor.get("/?lang=fr-simple"));
		assertThat(this.visitor.get("/").body()).contains("aria-current=\"true\">Facile à lire<",
				"Un médecin de notre clinique lit votre dossier.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "de", "", "EN", "en_GB", "../../etc", "%00", "fr%0d%0aSet-Cookie:x=y", "en,fr",
			"____________", "%F0%9F%98%80" })
	void whatIsNoLanguageOfOursIsPassedOver(String language) {
		Page page = this.visitor.get("/connexion?lang=" + language);
		assertIsIn("fr", page);
		assertThat(page.header("Set-Cookie")).doesNotContain("langue");
	}

	@ParameterizedTest
	@ValueSource(strings = { "de", "", "fr-FR-x-%%%", "_", "en\"", "\u00e9",
			"frfrfrfrfrfrfrfrfrfrfrfrfrfrfrfrfrfrfrfrfrfr" })
	void aCookieThatHoldsNoLanguageOfOursIsPassedOver(String language) {
		assertIsIn("fr", this.visitor.get("/connexion", "Cookie", "langue=" + language));
	}

	@Test
	void theSwitchKeepsTheWayBackToTheCheckPageAndRepeatsNothingElse() {
		assertThat(this.visitor.get("/connexion?retour=verification&lang=en&b=%22").body())
			.contains("href=\"?retour=verification&amp;lang=fr\"");
		assertThat(this.visitor.get("/inconnu?a=1").body()).contains("href=\"?lang=en\"");
	}

	private static void assertIsIn(String language, Page page) {
		assertThat(page.status()).isIn(200, 404);
		assertThat(page.header("Content-Language")).isEqualTo(language);
		assertThat(page.body()).contains("<html lang=\"" + language + "\">");
	}

}
