package org.secondavis.intake;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.secondavis.ApplicationTest;
import org.secondavis.Multipart;
import org.secondavis.document.FileMother;
import org.secondavis.document.FileOwner;
import org.secondavis.document.PatientFile;
import org.secondavis.document.PatientFiles;
import org.secondavis.request.Reference;
import org.secondavis.request.Requests;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.document.FileMother.pdf;

@ApplicationTest
class PapersTests {

	private static final String STEP = Step.PAPERS.url();

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private PatientFiles files;

	@Autowired
	private Requests requests;

	@Autowired
	private JdbcClient jdbc;

	private PatientBrowser browser;

	@BeforeEach
	void openBrowser() {
		this.jdbc.sql("truncate draft, second_opinion_request cascade").update();
		this.browser = new PatientBrowser(this.mvc).start();
		this.browser.get(STEP);
	}

	@Test
	void theLimitsAreSaidBeforehand() {
		assertThat(this.browser.get(STEP)).bodyText()
			.contains("PDF, photos (JPEG, PNG, HEIC)", "50\u00A0Mo", "500\u00A0Mo", "enctype=\"multipart/form-data\"",
					"name=\"files\"", "name=\"files[GENETICS]\"")
			.doesNotContain("??");
		assertThat(this.browser.get(STEP + "?lang=en")).bodyText().contains("up to 50 MB").doesNotContain("??");
	}

	@Test
	void filesComeWithTheAnswersAndGoWithTheRequest() {
		Multipart form = new Multipart().field("documents[LETTERS]", "CAN_GET")
			.file("files[PATHOLOGY]", "anapath.pdf", pdf("un"))
			.file("files[LETTERS]", "", new byte[0])
			.file("files", "photo.jpg", FileMother.jpeg())
			.field("action", "continue");
		assertThat(this.browser.send(STEP, form)).hasRedirectedUrl(Step.CHECK_URL);
		assertThat(this.browser.get(STEP)).bodyText().contains("anapath.pdf", "photo.jpg", "À ranger par la clinique");
		String answers = this.jdbc.sql("select count(*) from uploaded_file where draft_id is not null")
			.query(String.class)
			.single();
		assertThat(answers).isEqualTo("2");

		for (Step step : List.of(Step.WHO, Step.CONTACT, Step.SITUATION, Step.EXPECTATIONS)) {
			this.browser.fillIn(step, TypedForm.of(step));
		}
		assertThat(this.browser.get(Step.CHECK_URL)).bodyText().contains("anapath.pdf", "photo.jpg");
		String reference = this.browser.send();
		FileOwner request = FileOwner
			.request(this.requests.findByReference(Reference.parse(reference).orElseThrow()).orElseThrow().getId());
		assertThat(this.files.of(request)).extracting(PatientFile::name).containsExactly("anapath.pdf", "photo.jpg");
		assertThat(
				this.jdbc.sql("select availability from paper where type = 'PATHOLOGY'").query(String.class).single())
			.isEqualTo("HAVE");
	}

	@Test
	void aRefusedFileIsNamedAndNothingElseIsLost() {
		Multipart form = new Multipart().field("documents[GENETICS]", "CAN_GET")
			.file("files", "<b>page</b>.html", "<html>".getBytes())
			.file("files", "vide.pdf", new byte[0])
			.file("files", "bon.pdf", pdf(""))
			.field("action", "continue");
		MvcTestResult page = this.browser.send(STEP, form);
		assertThat(page).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("<title>Erreur", "href=\"#files\"", "id=\"files-error\"",
					"Le fichier «\u00A0b_.html\u00A0» n’est pas d’un type",
					"Le fichier «\u00A0vide.pdf\u00A0» est vide", "bon.pdf")
			.doesNotContain("<b>", "??");
		assertThat(PatientBrowser.body(page)).containsPattern("value=\"CAN_GET\"[^>]*checked");
		assertThat(this.jdbc.sql("select count(*) from uploaded_file").query(Integer.class).single()).isOne();
	}

	@Test
	void whoComesBackLaterIsToldOfARefusalFirst() {
		assertThat(this.browser.send(STEP,
				new Multipart().file("files", "vide.pdf", new byte[0]).field("action", "later")))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(this.browser.send(STEP, new Multipart().file("files", "a.pdf", pdf("")).field("action", "later")))
			.hasRedirectedUrl("/demande/plus-tard");
	}

	@Test
	void onePatientMaySendFilesAndStay() {
		assertThat(this.browser.send(STEP + "?retour=verification",
				new Multipart().file("files", "a.pdf", pdf("")).field("action", "stay")))
			.hasRedirectedUrl(STEP + "?retour=verification#received");
	}

	@Test
	void aFileCanBeTakenBackByWhoSentItOnly() {
		this.browser.send(STEP, new Multipart().file("files", "a.pdf", pdf("")).field("action", "stay"));
		String file = this.jdbc.sql("select id from uploaded_file").query(String.class).single();
		PatientBrowser stranger = new PatientBrowser(this.mvc).start();
		stranger.post(FilesController.REMOVE_URL, TypedForm.empty().with("file", file));
		assertThat(this.browser.get(STEP)).bodyText().contains("a.pdf");
		assertThat(this.browser.post(FilesController.REMOVE_URL, TypedForm.empty().with("file", "nonsense")))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.browser.post(FilesController.REMOVE_URL, TypedForm.empty().with("file", file)))
			.hasRedirectedUrl(STEP);
		assertThat(this.browser.get(STEP)).bodyText().doesNotContain("a.pdf");
	}

	@Test
	void withoutItsTokenOrWithAWrongOneNothingIsStored() {
		Multipart forged = new Multipart().field("_csrf", "forged").file("files", "a.pdf", pdf(""));
		assertThat(this.browser.sendAsIs(STEP, forged)).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.browser.sendAsIs(STEP, new Multipart().file("files", "a.pdf", pdf(""))))
			.hasStatus(HttpStatus.FORBIDDEN);
		Multipart late = new Multipart().file("files", "a.pdf", pdf("")).field("_csrf", this.browser.csrfToken());
		assertThat(this.browser.sendAsIs(STEP, late)).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.jdbc.sql("select count(*) from uploaded_file").query(Integer.class).single()).isZero();
	}

	@Test
	void whatIsThrownAwayTakesItsFilesAlong() {
		this.browser.send(STEP, new Multipart().file("files", "a.pdf", pdf("")).field("action", "stay"));
		this.browser.post("/demande", TypedForm.empty().with("action", "again"));
		assertThat(this.jdbc.sql("select count(*) from file_chunk").query(Integer.class).single()).isZero();
	}

	@Test
	void aFileThatArrivesAfterSendingBelongsToNobody() {
		this.browser.fillInAll();
		PatientBrowser other = this.browser.anotherTab();
		this.browser.send();
		assertThat(other.send(STEP, new Multipart().file("files", "a.pdf", pdf("")).field("action", "continue")))
			.hasRedirectedUrl(ConfirmationController.ALREADY_SENT_URL);
		assertThat(this.jdbc.sql("select count(*) from uploaded_file").query(Integer.class).single()).isZero();
	}

	@Test
	void anyStepMayBeSentAsAFormWithFiles() {
		Multipart form = new Multipart().field("birthName", "Ng").field("action", "later");
		assertThat(this.browser.send("/demande/qui", form)).hasRedirectedUrl("/demande/plus-tard");
		assertThat(this.browser.get("/demande/qui")).bodyText().contains("value=\"Ng\"");
	}

	@Test
	void aFormThatCannotBeUnderstoodIsRefused() {
		assertThat(this.mvc.post().uri(STEP).contentType("multipart/form-data").content("x"))
			.hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(this.mvc.post().uri(STEP).contentType(Multipart.contentType()).content("x"))
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.browser.sendAsIs(STEP, new Multipart().field("story", "a".repeat(300_000))))
			.hasStatus(HttpStatus.BAD_REQUEST);
	}

}
