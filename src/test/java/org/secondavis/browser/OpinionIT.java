package org.secondavis.browser;

import com.icegreen.greenmail.util.GreenMail;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;
import org.secondavis.staff.Role;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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

	private final Browser browser;

	OpinionIT(Browser browser) {
		this.browser = browser;
	}

	@Test
	void aConfirmedOpinionReachesThePatient() {
		try (BrowserContext home = this.browser.newContext(); BrowserContext practice = this.browser.newContext()) {
			PatientJourney patient = new PatientJourney(home.newPage(), this.port).upTo("verification");
			String reference = patient.sendAndReadReference();
			OpinionJourney doctor = doctor(practice).takeInCharge(reference).write("Confirmé");
			assertThat(doctor.page().getByLabel(PatientJourney.OWN_QUESTION)).hasValue(OpinionJourney.ANSWER);
			assertThat(doctor.page().getByText("Enregistré à"))
				.isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
			doctor.sign().deliver();
			isRead(patient, reference);
			doctor.page().reload();
			doctor.says("Avis ouvert par le patient");
		}
	}

	@Test
	void aRevisedOpinionWaitsForTheMeetingOfTheClinic() {
		try (BrowserContext home = this.browser.newContext(); BrowserContext practice = this.browser.newContext()) {
			PatientJourney patient = new PatientJourney(home.newPage(), this.port).upTo("verification");
			String reference = patient.sendAndReadReference();
			OpinionJourney doctor = doctor(practice).takeInCharge(reference).write("Révisé").sign();
			doctor.holdTheMeeting().deliver();
			isRead(patient, reference);
			doctor.page().reload();
			doctor.says("Avis ouvert par le patient");
		}
	}

	private OpinionJourney doctor(BrowserContext context) {
		Page page = context.newPage();
		page.navigate("http://localhost:%d/admin".formatted(this.port));
		this.signIn.as(Role.DOCTOR, page);
		page.waitForURL("**/admin*");
		return new OpinionJourney(new Mouse(page));
	}

	/** The patient opens it with the link and the code of two mails, and keeps it. */
	private void isRead(PatientJourney patient, String reference) {
		Page page = patient.open(TestMails.awaitLink(this.mails, reference)).page();
		new OpinionJourney(new Mouse(page)).askForTheCode().read(TestMails.awaitCode(this.mails, reference));
	}

}
