package org.secondavis.information;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondavis.HttpTest;
import org.secondavis.Visitor;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;

/** What search engines are told, in the pages and beside them. */
class SearchEnginesControllerTests extends HttpTest {

	private static final String SITE = "https://avis.example";

	private static final Pattern ALTERNATE = Pattern
		.compile("<link rel=\"alternate\" hreflang=\"([\\w-]+)\" href=\"([^\"]+)\">");

	@ParameterizedTest
	@CsvSource({ "/,Deuxième avis médical en cancérologie", "/demande,Demander un deuxième avis",
			"/information/quand,Quand demander un deuxième avis", "/information/chiffres,Un deuxième avis change-t-il",
			"/information/plan-du-site,Plan du site", "/information/lettre,Demander mon dossier médical",
			"/demande/preparer,Préparer ma demande" })
	void aPageThatMayBeFoundSaysWhatItIsAndWhereItsLanguagesStand(String path, String title) {
		String french = this.visitor.get(path).body();
		assertThat(french).contains("<title>" + title, "<meta property=\"og:title\" content=\"" + title,
				"<meta property=\"og:locale\" content=\"fr_FR\">", "<meta property=\"og:type\" content=\"website\">",
				"<link rel=\"canonical\" href=\"" + SITE + path + "\">",
				"<meta property=\"og:url\" content=\"" + SITE + path + "\">");
		String english = this.visitor.get(path + "?lang=en").body();
		assertThat(english).contains("<meta property=\"og:locale\" content=\"en_GB\">",
				"<link rel=\"canonical\" href=\"" + SITE + path + "?lang=en\">");
		String simple = this.visitor.get(path + "?lang=fr-simple").body();
		assertThat(simple).contains("<link rel=\"canonical\" href=\"" + SITE + path + "?lang=fr-simple\">");
		for (String page : List.of(french, english, simple)) {
			assertThat(page).doesNotContain("noindex", "og:image");
			assertThat(ALTERNATE.matcher(page).results().map((link) -> link.group(1) + " " + link.group(2)))
				.containsExactly("fr " + SITE + path, "en " + SITE + path + "?lang=en",
						"fr-simple " + SITE + path + "?lang=fr-simple", "x-default " + SITE + path);
			assertThat(Pattern.compile("name=\"description\" content=\"[^\"]{40,180}\"").matcher(page).results())
				.as("one description of a fitting length")
				.hasSize(1);
		}
		assertThat(Set.of(descriptionOf(french), descriptionOf(english), descriptionOf(simple))).hasSize(3);
	}

	@Test
	void aPageIsNotToldOfInALanguageInWhichItIsNotWritten() {
		String page = this.visitor.get("/information/mentions-legales?lang=fr-simple").body();
		assertThat(page).contains("<link rel=\"canonical\" href=\"" + SITE + "/information/mentions-legales\">");
		assertThat(ALTERNATE.matcher(page).results().map((link) -> link.group(1))).containsExactly("fr", "en",
				"x-default");
	}

	private static String descriptionOf(String page) {
		return page.replaceAll("(?s).*name=\"description\" content=\"([^\"]*)\".*", "$1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/suivi/abc", "/connexion", "/inconnu", "/information/inconnu" })
	void otherPagesAreNotToBeFound(String path) {
		assertThat(this.visitor.get(path).body()).contains("<meta name=\"robots\" content=\"noindex\">")
			.doesNotContain("canonical", "og:", "hreflang=\"x-default\"");
	}

	@Test
	void theStepsOfTheFormAreNotToBeFound() {
		this.visitor.get("/demande");
		Visitor.Page first = this.visitor.follow(this.visitor.post("/demande"));
		assertThat(first.status()).isEqualTo(200);
		assertThat(first.body()).contains("<meta name=\"robots\" content=\"noindex\">").doesNotContain("canonical");
	}

	@Test
	void robotsAreToldWhereTheSiteMapIs() {
		Visitor.Page rules = this.visitor.get("/robots.txt");
		assertThat(rules.header("Content-Type")).startsWith("text/plain");
		assertThat(rules.body().lines()).startsWith("User-agent: *")
			.contains("Allow: /demande/preparer", "Disallow: /suivi/", "Disallow: /admin", "Disallow: /demande/")
			.endsWith("Sitemap: https://avis.example/sitemap.xml");
	}

	@Test
	void theSiteMapNamesEveryPageInEachLanguageAndNothingForbidden() throws Exception {
		Visitor.Page map = this.visitor.get("/sitemap.xml");
		assertThat(map.header("Content-Type")).startsWith("application/xml");
		DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		factory.setNamespaceAware(true);
		Document document = factory.newDocumentBuilder()
			.parse(new ByteArrayInputStream(map.body().getBytes(StandardCharsets.UTF_8)));
		List<String> addresses = elements(document.getElementsByTagName("loc")).stream()
			.map(Element::getTextContent)
			.toList();
		assertThat(addresses).doesNotHaveDuplicates()
			.hasSize(2 * (5 + 12) + 5 + 10)
			.contains(SITE + "/", SITE + "/?lang=en", SITE + "/demande", SITE + "/information/chiffres?lang=en",
					SITE + "/information/donnees-personnelles", SITE + "/information/quand?lang=fr-simple",
					SITE + "/demande/preparer")
			.noneMatch((address) -> address.contains("/admin") || address.contains("/suivi"));
		assertThat(elements(document.getElementsByTagNameNS("http://www.w3.org/1999/xhtml", "link")))
			.hasSize(3 * 3 * (5 + 10) + 2 * 2 * 2)
			.allSatisfy((link) -> assertThat(addresses).contains(link.getAttribute("href")));
		for (String address : addresses) {
			Visitor.Page page = this.visitor.get(address.substring(SITE.length()));
			assertThat(page.status()).as(address).isEqualTo(200);
			if (address.contains("lang=")) {
				assertThat(page.body()).contains("<link rel=\"canonical\" href=\"" + address + "\">");
			}
		}
	}

	private static List<Element> elements(NodeList nodes) {
		return IntStream.range(0, nodes.getLength()).mapToObj((index) -> (Element) nodes.item(index)).toList();
	}

}
