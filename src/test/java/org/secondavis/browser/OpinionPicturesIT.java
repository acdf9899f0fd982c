package org.secondavis.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondavis.encryption.Place;
import org.secondavis.opinion.OpinionMother;
import org.secondavis.opinion.Outcome;
import org.secondavis.opinion.Way;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.Status;
import org.secondavis.staff.Role;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.request.RequestMother.aRequest;

/** The opinion, the meeting before it, what follows it, and what is taken away. */
@BrowserTest
class OpinionPicturesIT extends Pictures {

	@Autowired
	private OpinionMother opinions;

	OpinionPicturesIT(Browser browser) {
		super(browser);
	}

	@ParameterizedTest
	@ValueSource(strings = { "fr", "en" })
	void everyPageOfAnOpinionIsAccessible(String language) {
		look(language, (staff) -> {
			this.signIn.as(Role.DOCTOR, staff.open("/connexion").page());
			staff.page().waitForURL("**/admin*");
			SecondOpinionRequest request = receive(aRequest());
			put(request, Status.IN_REVIEW);
			String address = "/admin/demandes/" + request.getReference();
			theDraft(staff, address);
			theMeeting(staff, address);
			theDelivery(staff, address);
			whatFollows(staff, request, address);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "fr", "en", SIMPLE })
	void everyPageOfADeliveredOpinionIsAccessible(String language) {
		look(language, (patient) -> {
			SecondOpinionRequest onPaper = theOpinionByPost(patient);
			SecondOpinionRequest request = theOpinion(patient);
			if (!language.equals(SIMPLE)) {
				this.signIn.as(Role.SECRETARIAT, patient.open("/connexion").page());
				picture(patient.open("/admin/demandes/%s/avis/medecin".formatted(request.getReference())).page(),
						"delivered-for-doctor");
				theAnswerByPost(patient, onPaper);
			}
		});
	}

	/** What staff print, and what they note at the end. */
	@ParameterizedTest
	@ValueSource(strings = { "fr", "en" })
	void everyPageThatIsTakenAwayIsAccessible(String language) {
		look(language, (staff) -> {
			this.signIn.as(Role.SECRETARIAT, staff.open("/connexion").page());
			SecondOpinionRequest request = receive(aRequest().byHelper());
			put(request, Status.CLOSED);
			String address = "/admin/demandes/" + request.getReference();
			Page page = staff.open(address).page();
			page.locator("form[action$='/verser']").locator("xpath=..").locator("summary").click();
			picture(page, "request-hand-over");
			picture(staff.open(address + "/fiche").page(), "sheet");
			assertThat(pagesOnPaper(page)).isOne();
		});
	}

	private static int pagesOnPaper(Page page) {
		try (PDDocument printed = Loader.loadPDF(page.pdf(new Page.PdfOptions().setFormat("A4")))) {
			return printed.getNumberOfPages();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void put(SecondOpinionRequest request, Status status) {
		this.jdbc.sql("update second_opinion_request set status = :status where id = :id")
			.param("status", status.name())
			.param("id", request.getId())
			.update();
	}

	private void theDraft(PatientJourney staff, String request) {
		Page page = staff.page();
		picture(staff.open(request + "/avis").page(), "opinion");
		Page other = page.context().newPage();
		other.navigate(page.url());
		page.locator("input[name=firstRcp][value=HELD]").check();
		page.locator("#firstRcpOn").evaluate("field => { field.type = 'text'; field.value = 'hier'; }");
		page.locator("button[value=save]").click();
		picture(page, "opinion-errors");
		page.locator("#firstRcpOn").fill("2026-10-12");
		page.locator("#firstConclusion").fill("Chimiothérapie");
		page.locator("input[name=opinionOutcome][value=REVISED]").check();
		page.locator("#opinionDiagnosis").fill("Un carcinome canalaire");
		page.locator("#opinionTreatment").fill("Hormonothérapie seule");
		page.locator("button[value=save]").click();
		picture(page, "opinion-draft");
		other.locator("#opinionTreatment").fill("Autre chose");
		other.locator("button[value=save]").click();
		picture(other, "opinion-overtaken");
		other.close();
		picture(staff.open(request + "/avis/relecture").page(), "opinion-incomplete");
		staff.open(request + "/avis");
		page.locator("textarea[name^=answers]").all().forEach((answer) -> answer.fill("Non, pas tout de suite."));
		page.locator("#whatMatters").fill("Vous pourrez jardiner.");
		page.locator("button[value=reread]").click();
		picture(page, "opinion-reread");
		page.locator("main form .btn-primary").click();
		picture(page, "opinion-proof-read");
		page.locator("form[action$=signature] .btn-primary").click();
		picture(page, "opinion-signed");
		picture(staff.open(request + "/avis/remise").page(), "opinion-delivery-refused");
	}

	private void theMeeting(PatientJourney staff, String request) {
		Page page = staff.page();
		picture(staff.open(request + "/rcp").page(), "rcp");
		page.locator("button[value=hold]").click();
		picture(page, "rcp-errors");
		page.locator("#plannedOn").fill(LocalDate.now().plusDays(3).toString());
		page.locator("button[value=plan]").click();
		picture(page, "rcp-planned");
		picture(staff.open(request).page(), "request-rcp");
		staff.open(request + "/rcp");
		page.locator("#heldOn").fill(LocalDate.now().minusDays(1).toString());
		for (String role : List.of("SURGEON", "RADIOTHERAPIST", "PATHOLOGIST")) {
			page.locator("input[value=" + role + "]").check();
		}
		page.locator("#advice").fill("Hormonothérapie seule");
		page.locator("button[value=hold]").click();
		picture(page, "rcp-held");
		staff.open(request + "/avis/relecture");
		page.locator("form[action$=relecture] .btn-primary").click();
		page.locator("form[action$=signature] .btn-primary").click();
	}

	private void theDelivery(PatientJourney staff, String request) {
		Page page = staff.page();
		picture(staff.open(request + "/avis/remise").page(), "opinion-delivery");
		page.locator("main form .btn-primary").click();
		picture(page, "opinion-delivered");
		picture(staff.open(request).page(), "request-delivered");
	}

	private void whatFollows(PatientJourney staff, SecondOpinionRequest request, String address) {
		Page page = staff.page();
		UUID question = UUID.randomUUID();
		this.jdbc.sql("""
				insert into opinion_question (id, opinion_id, number, text, asked_at)
				select :id, id, 1, :text, now() from opinion where request_id = :request""")
			.param("id", question)
			.param("text", this.vault.seal("Et si j’attends ?", new Place("opinion_question", "text", question)))
			.param("request", request.getId())
			.update();
		picture(staff.open(address + "/avis").page(), "opinion-question");
		picture(staff.open(address + "/avis/complement?question=" + question).page(), "addendum");
		page.locator("button[value=sign]").click();
		picture(page, "addendum-errors");
		page.locator("#addition").fill("Attendre un mois ne change rien.");
		page.locator("button[value=sign]").click();
		picture(page, "opinion-followed");
	}

	private SecondOpinionRequest theOpinionByPost(PatientJourney patient) {
		SecondOpinionRequest request = receive(aRequest().withoutEmail());
		this.opinions.delivers(request.getId(), Outcome.CONFIRMED, OpinionMother.words(), Way.POST);
		picture(patient.open(linkOf(request)).page(), "follow-up-opinion-by-post");
		return request;
	}

	private void theAnswerByPost(PatientJourney staff, SecondOpinionRequest request) {
		Page page = staff.open("/admin/demandes/%s/avis/medecin".formatted(request.getReference())).page();
		picture(page, "for-doctor-not-answered");
		page.locator("button[value=answer]").click();
		picture(page, "for-doctor-errors");
		Page other = page.context().newPage();
		other.navigate(page.url());
		page.locator("input[name=patientAgrees][value=YES]").check();
		page.locator("input[name=heard][value=CALL]").check();
		page.locator("button[value=answer]").click();
		picture(page, "for-doctor-answered");
		other.locator("input[name=patientAgrees][value=NO]").check();
		other.locator("input[name=heard][value=LETTER]").check();
		other.locator("button[value=answer]").click();
		picture(other, "for-doctor-overtaken");
		other.close();
	}

	private SecondOpinionRequest theOpinion(PatientJourney patient) {
		Page page = patient.page();
		SecondOpinionRequest request = receive(aRequest());
		this.opinions.delivers(request.getId(), Outcome.REVISED);
		String link = linkOf(request);
		picture(patient.open(link).page(), "follow-up-opinion");
		patient.open(link + "/code?vers=avis&avis=envoye");
		patient.type("code", this.codes.issueAtOnce(request.getId())).choosing("check");
		picture(page, "delivered");
		Page other = page.context().newPage();
		on(other).open(link + "/avis");
		page.locator("button[value=doctor]").click();
		picture(page, "delivered-doctor-errors");
		page.locator("#question").fill("a".repeat(1001));
		page.locator("button[value=ask]").click();
		picture(page, "delivered-question-errors");
		page.locator("#question").fill("Puis-je voyager après l’opération ?");
		page.locator("button[value=ask]").click();
		picture(page, "delivered-question-sent");
		other.locator("#question").fill("Qui me suivra ensuite ?");
		other.locator("button[value=ask]").click();
		picture(other, "delivered-question-overtaken");
		other.locator("button[value=ask]").click();
		other.locator("[role=status]").first().waitFor();
		other.close();
		this.opinions.adds(request.getId(), 1, "Oui, après un mois.");
		this.opinions.adds(request.getId(), null, "L’IRM est arrivée : elle confirme notre avis.");
		picture(patient.open(link).page(), "follow-up-opinion-answered");
		picture(patient.open(link + "/avis").page(), "delivered-answered");
		page.locator("#question").fill("Une dernière chose ?");
		page.locator("button[value=ask]").click();
		page.locator("input[name=doctorMay][value=YES]").check();
		page.locator("button[value=doctor]").click();
		picture(page, "delivered-all-asked");
		return request;
	}

}
