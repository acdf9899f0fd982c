package org.secondavis.browser;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

import com.icegreen.greenmail.util.GreenMail;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;
import org.secondavis.staff.Role;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * A newcomer's first day at the clinic: everything is found by what can be read on the
 * page, as somebody does who has no manual.
 */
@BrowserTest
class WorkdayIT {

	private static final String DOCTOR = "Dominique DOCTOR";

	@LocalServerPort
	private int port;

	@Autowired
	private GreenMail mails;

	@Autowired
	private TestStaff.SignIn signIn;

	@Autowired
	private Clock clock;

	private final Browser browser;

	WorkdayIT(Browser browser) {
		this.browser = browser;
	}

	@Test
	void aNewRequestBecomesAFixedAppointment() {
		try (BrowserContext home = this.browser.newContext();
				BrowserContext office = this.browser.newContext();
				BrowserContext practice = this.browser.newContext()) {
			Page doctor = atWork(practice, Role.DOCTOR);
			Page secretary = atWork(office, Role.SECRETARIAT);
			PatientJourney patient = new PatientJourney(home.newPage(), this.port).upTo("verification");
			String reference = patient.sendAndReadReference();

			theDoctorTakesBreastCancers(secretary);
			theDoctorSeesPatientsOnTuesdays(secretary);

			follow(secretary, "Sans responsable");
			follow(secretary, reference);
			assertThat(secretary.locator("main")).containsText(PatientJourney.OWN_QUESTION);
			press(secretary, "Attribuer à " + DOCTOR);
			assertThat(secretary.locator("main")).containsText("La demande est attribuée");
			follow(secretary, "Proposer des horaires");
			secretary.getByLabel("Médecin").selectOption(new SelectOption().setLabel(DOCTOR));
			press(secretary, "Voir les horaires libres");
			Locator free = secretary.getByRole(AriaRole.CHECKBOX);
			free.nth(0).check();
			free.nth(1).check();
			press(secretary, "Proposer ces horaires");
			assertThat(secretary.locator("main")).containsText("Les horaires sont proposés");

			Page told = patient.open(TestMails.awaitLink(this.mails, reference)).page();
			assertThat(told.locator("main")).containsText("2 horaires vous sont proposés");
			follow(told, "Répondre");
			patient.send();
			patient.type("code", TestMails.awaitCode(this.mails, reference)).choosing("check");
			Locator second = told.locator("fieldset label").nth(1);
			String time = second.innerText().strip();
			second.click();
			press(told, "Envoyer ma réponse");
			assertThat(told.locator("main")).containsText("Votre rendez-vous est fixé");
			assertThat(told.locator("main")).containsText(time);

			follow(secretary, "Demandes");
			assertThat(secretary.locator("tr[data-reference='" + reference + "']")).containsText("Réponse du patient");
			follow(secretary, reference);
			assertThat(secretary.locator("main")).containsText("Rendez-vous fixé");

			follow(doctor, "Mon travail");
			follow(doctor, reference);
			assertThat(doctor.locator("main")).containsText(time);
			findInTheAgenda(doctor, reference);
			assertThat(doctor.locator("main")).containsText("O'Brien-N'Guyen d'Été");
			isATableOnPaper(doctor, reference);
		}
	}

	private void theDoctorTakesBreastCancers(Page page) {
		follow(page, "Réglages");
		follow(page, "Médecins");
		follow(page, DOCTOR);
		page.getByLabel("Sein").check();
		press(page, "Enregistrer");
		assertThat(page.locator("main")).containsText("C’est enregistré");
	}

	private void theDoctorSeesPatientsOnTuesdays(Page page) {
		follow(page, "Réglages");
		follow(page, "Créneaux de consultation");
		page.getByLabel("Médecin").selectOption(new SelectOption().setLabel(DOCTOR));
		press(page, "Voir ses créneaux");
		follow(page, "Ajouter des heures chaque semaine");
		page.getByLabel("Jour de la semaine").selectOption(new SelectOption().setLabel("Mardi"));
		exactly(page, "De").fill("09:00");
		exactly(page, "À").fill("12:00");
		exactly(page, "À partir du").fill(today().toString());
		press(page, "Enregistrer");
		assertThat(page.locator("main")).containsText("Mardi");
	}

	/** The appointment lies within the weeks for which times were offered. */
	private void findInTheAgenda(Page page, String reference) {
		follow(page, "Agenda");
		for (int week = 0; week < 3 && page.getByText(reference).count() == 0; week++) {
			follow(page, "Semaine suivante");
		}
		assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(reference))).isVisible();
	}

	/** A4 between the margins of the sheet. */
	private void isATableOnPaper(Page page, String reference) {
		page.setViewportSize(673, 1000);
		page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
		Locator cell = page.getByRole(AriaRole.CELL, new Page.GetByRoleOptions().setName(reference));
		assertThat(cell).hasCSS("display", "table-cell");
		assertThat(page.getByRole(AriaRole.NAVIGATION)).hasCount(0);
		assertThat(page.getByRole(AriaRole.BUTTON)).hasCount(0);
	}

	private Page atWork(BrowserContext context, Role role) {
		Page page = context.newPage();
		page.navigate("http://localhost:%d/admin".formatted(this.port));
		this.signIn.as(role, page);
		page.waitForURL("**/admin*");
		return page;
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
