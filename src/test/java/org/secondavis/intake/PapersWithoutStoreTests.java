package org.secondavis.intake;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondavis.ApplicationTest;
import org.secondavis.Multipart;
import org.secondavis.document.FileMother;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** What patients see while the bucket does not answer: nothing listens on port 1. */
@ApplicationTest
@TestPropertySource(properties = { "secondavis.documents.store=s3",
		"secondavis.documents.s3.endpoint=http://127.0.0.1:1", "secondavis.documents.s3.bucket=files",
		"secondavis.documents.s3.access-key=key", "secondavis.documents.s3.secret-key=secret" })
class PapersWithoutStoreTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	private PatientBrowser browser;

	@BeforeEach
	void openBrowser() {
		this.browser = new PatientBrowser(this.mvc).start();
		this.browser.get(Step.PAPERS.url());
	}

	@Test
	void thePageSaysSoAtTheFileAndKeepsEveryAnswer() {
		MvcTestResult page = this.browser.send(Step.PAPERS.url(),
				new Multipart().field("documents[GENETICS]", "CAN_GET")
					.file("files[PATHOLOGY]", "anapath.pdf", FileMother.pdf(""))
					.field("action", "continue"));
		assertThat(page).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Nous n’avons pas pu garder le fichier «\u00A0anapath.pdf\u00A0»", "Vos réponses sont gardées")
			.doesNotContain("??");
		assertThat(PatientBrowser.body(page)).containsPattern("value=\"CAN_GET\"[^>]*checked");
		assertThat(this.jdbc.sql("select count(*) from uploaded_file").query(Integer.class).single()).isZero();
	}

	@Test
	void theRestOfTheFormGoesOn() {
		this.browser.fillInAll();
		assertThat(this.browser.send()).startsWith("SA-");
	}

}
