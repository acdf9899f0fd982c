package org.secondavis.intake;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.secondavis.ApplicationTest;
import org.secondavis.Multipart;
import org.secondavis.document.FileMother;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
@TestPropertySource(properties = "secondavis.documents.enabled=false")
class PapersSwitchedOffTests {

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
	void theChecklistRemainsAndPagesSayHowToSendPapersOtherwise() {
		this.browser.start();
		assertThat(this.browser.get(Step.PAPERS.url())).bodyText()
			.contains("name=\"documents[PATHOLOGY]\"", "par la poste\u00A0: 12 rue des Tilleuls, 75014 Paris")
			.doesNotContain("type=\"file\"", "value=\"stay\"");
		this.browser.fillInAll().send();
		String link = PatientBrowser.body(this.browser.get("/demande/envoyee"))
			.replaceFirst("(?s).*href=\"(/suivi/[^\"]+)\".*", "$1");
		assertThat(this.browser.get(link)).bodyText()
			.contains("par la poste\u00A0: 12 rue des Tilleuls, 75014 Paris")
			.doesNotContain("type=\"file\"");
	}

	@Test
	void whatIsSentAllTheSameIsNotKept() {
		this.browser.start().get(Step.PAPERS.url());
		Multipart form = new Multipart().field("documents[IMAGES]", "HAVE")
			.file("files", "a.pdf", FileMother.pdf(""))
			.field("action", "continue");
		assertThat(this.browser.send(Step.PAPERS.url(), form)).hasRedirectedUrl(Step.CHECK_URL);
		assertThat(this.jdbc.sql("select count(*) from uploaded_file").query(Integer.class).single()).isZero();
	}

}
