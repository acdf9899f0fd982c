package org.secondavis.browser;

import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondavis.document.FileMother;
import org.secondavis.encryption.SecretToken;
import org.secondavis.request.SecondOpinionRequest;

import static org.secondavis.request.RequestMother.aRequest;

/** What patients see, and those who help them. */
@BrowserTest
class PatientPicturesIT extends Pictures {

	private static final List<String> INFORMATION = List.of("pourquoi", "quand", "deroulement",
			"traitement-personnalise", "metastases-peu-nombreuses", "preparer", "a-qui-demander", "chiffres",
			"questions-frequentes", "mentions-legales", "donnees-personnelles", "accessibilite", "plan-du-site");

	private static final int[] ERRORS = { 400, 403, 404, 409, 413, 429, 500, 503 };

	PatientPicturesIT(Browser browser) {
		super(browser);
	}

	@ParameterizedTest
	@ValueSource(strings = { "fr", "en", SIMPLE })
	void everyPageForPatientsIsAccessible(String language) {
		look(language, (patient) -> {
			picture(patient.page(), "home");
			for (String information : INFORMATION) {
				picture(patient.open("/information/" + information).page(), "information-" + information);
			}
			thePreparation(patient);
			theForm(patient);
			theTakeOver(patient);
			errors(patient);
		});
	}

	private void thePreparation(PatientJourney patient) {
		Page page = patient.page();
		picture(patient.open("/demande/preparer").page(), "prepare");
		page.locator("#question-PAIN").check();
		page.locator("#first").selectOption("PROJECT");
		page.locator("#second").selectOption("PROJECT");
		patient.type("ownQuestion1", "a".repeat(300));
		page.locator("button[value=sheet]").click();
		picture(page, "prepare-errors");
		page.locator("#second").selectOption("QUALITY_OF_LIFE");
		patient.type("ownQuestion1", "Puis-je voyager ?");
		page.locator("button[value=sheet]").click();
		picture(page, "prepare-sheet");
		picture(patient.open("/information/lettre").page(), "letter-form");
		page.locator("button[value=page]").click();
		picture(page, "letter-form-errors");
		patient.type("sender", "Zoë O’Brien").type("holder", "Hôpital du Nord");
		page.locator("button[value=page]").click();
		picture(page, "letter");
	}

	private void theForm(PatientJourney patient) {
		Page page = patient.page();
		picture(patient.open("/demande").page(), "form-start");
		patient.start();
		picture(page, "form-1-who");
		picture(patient.type("birthDay", "31").type("birthMonth", "02").type("birthYear", "1850").goOn().page(),
				"form-1-who-errors");
		patient.who();
		picture(page, "form-2-contact");
		picture(patient.type("phone", "12").type("email", "zoe@").goOn().page(), "form-2-contact-errors");
		patient.contact("zoe@patiente.example");
		picture(page, "form-3-situation");
		picture(patient.type("plannedDay", "32").type("diagnosisMonth", "13").goOn().page(), "form-3-situation-errors");
		patient.type("plannedDay", "").type("diagnosisMonth", "").situation();
		picture(page, "form-4-expectations");
		picture(patient.type("ownQuestion1", "a".repeat(2000)).goOn().page(), "form-4-expectations-errors");
		patient.choosing("later");
		picture(page, "form-later");
		picture(patient.type("email", "zoe@").choosing("mail").page(), "form-later-errors");
		patient.choosing("link");
		picture(page, "form-later-link");
		resumed(patient, page.locator("#link").inputValue());
		patient.open("/demande/attentes").expectations();
		picture(page, "form-5-documents");
		page.locator("details.more summary").click();
		picture(page, "form-5-documents-by-type");
		page.locator("#files")
			.setInputFiles(
					new FilePayload[] { file("compte rendu.pdf", FileMother.pdf("")), file("page.html", new byte[1]) });
		patient.goOn();
		page.locator(".error-summary").waitFor();
		picture(page, "form-5-documents-errors");
		patient.documents();
		picture(page, "form-6-check");
		picture(patient.type("answer", "1").send().page(), "form-6-check-errors");
		patient.answerTheSum().send().on("envoyee");
		picture(page, "form-sent");
		page.locator("main a[href*='/suivi/']").first().click();
		picture(page, "follow-up");
		String link = page.url().replaceFirst("^https?://[^/]+", "");
		theFollowUp(patient, link);
		picture(patient.open("/demande").page(), "form-start-again");
	}

	/** What another device shows of the form that is under way on this one. */
	private void resumed(PatientJourney patient, String link) {
		String path = link.substring(link.indexOf("/demande/"));
		picture(patient.open(path).page(), "form-resume");
		picture(patient.open(path + "x").page(), "form-resume-gone");
		try (BrowserContext other = newContext()) {
			PatientJourney stranger = on(other.newPage()).open("/?lang=" + language());
			picture(stranger.start().open(path).page(), "form-resume-other");
			picture(stranger.open("/").page(), "home-under-way");
			stranger.open("/demande/attentes").type("ownQuestion1", PatientJourney.OWN_QUESTION);
			other.clearCookies(new BrowserContext.ClearCookiesOptions().setName("demande"));
			picture(stranger.goOn().page(), "form-lost");
			picture(stranger.open("/demande?avis=perdue").page(), "form-lost-start");
		}
	}

	private void theFollowUp(PatientJourney patient, String link) {
		Page page = patient.page();
		picture(patient.open("/suivi").page(), "follow-up-lost");
		picture(patient.type("reference", "SA-7K2M-9QXU").type("email", "zoe@").send().page(), "follow-up-lost-errors");
		picture(patient.open(link + "/messages").page(), "follow-up-code");
		patient.send();
		picture(page, "follow-up-code-sent");
		picture(patient.type("code", "x").choosing("check").page(), "follow-up-code-errors");
		patient.type("code", this.codes.issueAtOnce(this.links.find(tokenIn(link)).orElseThrow().getId()))
			.choosing("check");
		picture(page, "follow-up-messages-none");
		picture(patient.send().page(), "follow-up-messages-errors");
		patient.type("message", "Puis-je venir avec ma fille ?").send();
		picture(page, "follow-up-messages");
		picture(patient.open(link + "/documents").page(), "follow-up-papers");
		page.locator("#files")
			.setInputFiles(new FilePayload[] { file("irm.pdf", FileMother.pdf("irm")), file("vide.pdf", new byte[0]) });
		patient.send();
		page.locator(".error-summary").waitFor();
		picture(page, "follow-up-papers-errors");
		page.locator("#files").setInputFiles(file("scanner.pdf", FileMother.pdf("scanner")));
		patient.send();
		page.waitForURL("**/documents?avis=envoye");
		picture(page, "follow-up-papers-sent");
		picture(patient.open(link + "/coordonnees").page(), "follow-up-contact");
		picture(patient.type("phone", "12").type("email", "zoe@").send().page(), "follow-up-contact-errors");
		picture(patient.open(link + "/copie").page(), "follow-up-copy");
		picture(patient.open(link + "/consultations").page(), "follow-up-readings");
		picture(patient.open(link + "/liens").page(), "follow-up-links");
		picture(patient.open(link + "/effacement").page(), "follow-up-erasure");
		page.locator("main .btn-danger").click();
		picture(page, "follow-up-erasure-asked");
		picture(patient.open(link + "/effacement").page(), "follow-up-erasure-call-off");
		picture(patient.open(link + "/retrait").page(), "follow-up-withdrawal");
		page.locator("main .btn-danger").click();
		picture(page, "follow-up-withdrawn");
	}

	private void theTakeOver(PatientJourney patient) {
		Page page = patient.page();
		SecondOpinionRequest helped = receive(aRequest().byHelper());
		String link = linkOf(helped);
		picture(patient.open(link).page(), "follow-up-helped");
		patient.open(link + "/code?vers=reprise&avis=envoye");
		patient.type("code", this.codes.issueAtOnce(helped.getId())).choosing("check");
		picture(page, "follow-up-take-over");
		page.locator("main form .btn-primary").click();
		picture(page, "follow-up-taken-over");
	}

	private void errors(PatientJourney patient) {
		picture(patient.open("/suivi/unknown").page(), "follow-up-unknown");
		for (int status : ERRORS) {
			picture(patient.open(TestStaff.ERRORS + status).page(), "error-" + status);
		}
	}

	private static SecretToken tokenIn(String link) {
		return new SecretToken(link.substring(link.lastIndexOf('/') + 1));
	}

	private static FilePayload file(String name, byte[] content) {
		return new FilePayload(name, "application/octet-stream", content);
	}

}
