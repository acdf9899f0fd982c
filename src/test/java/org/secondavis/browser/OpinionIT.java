package org.secondavis.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

import com.icegreen.greenmail.util.GreenMail;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.secondavis.staff.Role;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A request becomes a written opinion that its patient has: everything is found by what
 * can be read on the page.
 */
@BrowserTest
class OpinionIT {

	@LocalServerPort
	private int port;

	@Autowired
	private TestStaff.SignIn signIn;

	@Autowired
	private GreenMail mails;

	@Autowired
	private Clock clock;

	private final Browser browser;

	OpinionIT(Browser browser) {
		this.browser = browser;
	}

	@Test
	void aConfirmedOpinionReachesThePatient() {
		try (BrowserContext home = this.browser.newContext(); BrowserContext practice = this.browser.newContext()) {
			PatientJourney patient = new PatientJourney(home.newPage(), this.port).upTo("verification");
			String reference = patient.sendAndReadReference();
			Page doctor = takenInCharge(practice, reference);
			write(doctor, "Confirmé");
			assertThat(doctor.getByText("Enregistré à"))
				.isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
			sign(doctor);
			follow(doctor, "Remettre l’avis");
			assertThat(doctor.locator("main")).containsText("un courriel lui dit qu’il y a du nouveau");
			press(doctor, "Remettre l’avis");
			isDelivered(doctor);
			isRead(patient, reference);
			doctor.reload();
			assertThat(doctor.locator("main")).containsText("Avis ouvert par le patient");
		}
	}

	@Test
	void aRevisedOpinionWaitsForTheMeetingOfTheClinic() {
		try (BrowserContext home = this.browser.newContext(); BrowserContext practice = this.browser.newContext()) {
			PatientJourney patient = new PatientJourney(home.newPage(), this.port).upTo("verification");
			String reference = patient.sendAndReadReference();
			Page doctor = takenInCharge(practice, reference);
			write(doctor, "Révisé");
			sign(doctor);
			follow(doctor, "Remettre l’avis");
			assertThat(doctor.locator("main")).containsText("ne peut pas encore être remis");
			follow(doctor, "tenez d’abord une RCP");
			hold(doctor);
			follow(doctor, "Retour à l’avis");
			follow(doctor, "Remettre l’avis");
			press(doctor, "Remettre l’avis");
			isDelivered(doctor);
			isRead(patient, reference);
			doctor.reload();
			assertThat(doctor.locator("main")).containsText("Avis ouvert par le patient");
		}
	}

	private Page takenInCharge(BrowserContext context, String reference) {
		Page page = context.newPage();
		page.navigate("http://localhost:%d/admin".formatted(this.port));
		this.signIn.as(Role.DOCTOR, page);
		page.waitForURL("**/admin*");
		follow(page, "Sans responsable");
		follow(page, reference);
		press(page, "Prendre en charge");
		assertThat(page.locator("main")).containsText("Vous avez pris la demande en charge");
		return page;
	}

	private static void write(Page page, String outcome) {
		follow(page, "Rédiger l’avis");
		for (Locator answer : page
			.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Les questions du patient"))
			.getByRole(AriaRole.TEXTBOX)
			.all()) {
			answer.fill("Oui, dès que le pansement est retiré.");
		}
		assertThat(page.getByLabel(PatientJourney.OWN_QUESTION)).hasValue("Oui, dès que le pansement est retiré.");
		page.getByLabel("En quoi l’avis en tient compte").fill("Votre main gauche reste libre.");
		page.getByLabel("Elle a eu lieu").check();
		page.getByLabel("Ce qu’elle a conclu").fill("Opérer, puis irradier.");
		page.getByLabel(outcome).first().check();
		exactly(page, "Diagnostic").fill("Le diagnostic est sûr.");
		exactly(page, "Traitement").fill("Opérer suffit, sans rayons.");
	}

	private static void sign(Page page) {
		press(page, "Enregistrer et relire");
		assertThat(page.locator("main")).containsText("Voici l’avis tel que le patient le lira");
		assertThat(page.locator("main")).containsText("Opérer suffit, sans rayons.");
		press(page, "J’ai relu cet avis");
		press(page, "Signer");
		assertThat(page.locator("main")).containsText("L’avis est signé");
	}

	private void hold(Page page) {
		page.getByLabel("Jour où elle a été tenue").fill(today().toString());
		page.getByLabel("Chirurgie").check();
		page.getByLabel("Radiothérapie").check();
		press(page, "Noter que la RCP a été tenue");
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("au moins trois spécialités");
		page.getByLabel("Anatomopathologie").check();
		page.getByLabel("Avis de la RCP").fill("Renoncer aux rayons.");
		press(page, "Noter que la RCP a été tenue");
		assertThat(page.locator("main")).containsText("RCP tenue le");
	}

	private static void isDelivered(Page page) {
		assertThat(page.locator("main")).containsText("L’avis est remis");
		follow(page, "Retour à la demande");
		assertThat(page.locator("main")).containsText("Avis écrit remis au patient");
	}

	/** The patient opens it with the link and the code of two mails, and keeps it. */
	private void isRead(PatientJourney patient, String reference) {
		Page page = patient.open(TestMails.awaitLink(this.mails, reference)).page();
		follow(page, "Lire mon avis");
		patient.send();
		patient.type("code", TestMails.awaitCode(this.mails, reference)).choosing("check");
		assertThat(page.locator("main")).containsText("Opérer suffit, sans rayons.");
		Download file = page.waitForDownload(() -> follow(page, "Télécharger l’avis"));
		assertThat(textOf(file)).contains("Opérer suffit, sans rayons.", "Oui, dès que le pansement est retiré.");
	}

	private static String textOf(Download file) {
		try (PDDocument document = Loader.loadPDF(file.path().toFile())) {
			return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void follow(Page page, String words) {
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words)).first().click();
	}

	private static void press(Page page, String words) {
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words)).first().click();
	}

	private static Locator exactly(Page page, String label) {
		return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), ZoneId.of("Europe/Paris"));
	}

}
