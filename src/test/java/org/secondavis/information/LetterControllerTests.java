package org.secondavis.information;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.secondavis.ApplicationTest;
import org.secondavis.StatementCount;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class LetterControllerTests {

	private static final String URL = "/information/lettre";

	@Autowired
	private MockMvcTester mvc;

	@Test
	void thePageSaysWhatTheLawGives() {
		assertThat(this.mvc.get().uri(URL)).hasStatusOk()
			.bodyText()
			.contains("Demander mon dossier médical", "sous 8 jours", "rien n’est enregistré")
			.doesNotContain("??");
		assertThat(this.mvc.get().uri(URL + "?lang=en")).bodyText().contains("The letter is in French");
	}

	@Test
	void theLetterNamesPatientAndHospitalAndNothingIsStored() throws Exception {
		// the first visitor has the clinic's settings read
		send("page", "fr", "Zoë O'Brien", "Hôpital du Nord");
		assertThat(StatementCount.of(() -> assertThat(send("page", "fr", "Zoë O'Brien <b>", "Hôpital du Nord"))
			.hasStatusOk()
			.bodyText()
			.contains("Zoë O&#39;Brien &lt;b&gt;", "Hôpital du Nord", "L.1111-7", "3 rue du Port<", "59000 Lille<")))
			.isZero();
	}

	@Test
	void whoReadsEnglishSeesTheFrenchLetterAndWhatItSays() {
		assertThat(send("page", "en", "Zoë", "Hôpital du Nord")).bodyText()
			.contains("Conformément à l’article L.1111-7", "Under article L.1111-7", "What the letter says");
	}

	@Test
	void thePdfIsTheSameLetterAndCanBeReadAloud() throws IOException {
		MvcTestResult result = send("pdf", "en", "Zoë O'Brien", "Hôpital du Nord");
		assertThat(result).hasStatusOk()
			.hasContentType("application/pdf")
			.hasHeader("Content-Disposition", "attachment; filename=\"demande-de-dossier-medical.pdf\"")
			.hasHeader("Cache-Control", "no-store");
		try (PDDocument document = Loader.loadPDF(result.getResponse().getContentAsByteArray())) {
			assertThat(new PDFTextStripper().getText(document)).contains("Zoë O'Brien", "Hôpital du Nord",
					"59000 Lille", "code de la santé publique", "œuvre €");
			assertThat(document.getNumberOfPages()).isOne();
			assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr");
			assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
			assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Demander mon dossier médical");
		}
	}

	@Test
	void aPdfOfOddSignsIsWrittenToo() throws IOException {
		MvcTestResult result = send("pdf", "fr", "\u0000\uD83D\uDE00 محمد & <script>", "]]> Hôpital");
		assertThat(result).hasStatusOk();
		try (PDDocument document = Loader.loadPDF(result.getResponse().getContentAsByteArray())) {
			assertThat(new PDFTextStripper().getText(document)).contains("& <script>", "]]> Hôpital");
		}
	}

	@Test
	void whatIsMissingOrTooLongIsSaidAndKept() {
		assertThat(send("pdf", "fr", "", "x".repeat(151))).hasStatus(422)
			.bodyText()
			.contains("<title>Erreur", "href=\"#sender\"", "la lettre en a besoin", "Enlevez un signe", "59000 Lille");
	}

	@Test
	void theLetterCanBeChanged() {
		assertThat(send("edit", "fr", "Zoë", "Hôpital du Nord")).hasStatusOk()
			.bodyText()
			.contains("value=\"Hôpital du Nord\"", "59000 Lille");
	}

	private MvcTestResult send(String action, String language, String name, String hospital) {
		MvcTestResult page = this.mvc.get().uri(URL).exchange();
		String token = new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
			.replaceFirst("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
		return this.mvc.post()
			.uri(URL + "?lang=" + URLEncoder.encode(language, StandardCharsets.UTF_8))
			.param("sender", name)
			.param("address", "3 rue du Port\r\n59000 Lille")
			.param("holder", hospital)
			.param("period", "œuvre €")
			.param("action", action)
			.param("_csrf", token)
			.cookie(page.getResponse().getCookies())
			.exchange();
	}

}
