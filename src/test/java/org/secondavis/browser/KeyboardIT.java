package org.secondavis.browser;

import java.time.Instant;
import java.util.Map;

import com.icegreen.greenmail.util.GreenMail;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.secondavis.encryption.Vault;
import org.secondavis.openid.IdentityProvider;
import org.secondavis.request.FollowUpLinks;
import org.secondavis.request.RequestMother;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.staff.Role;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What doctors, secretaries and patients do with an opinion, with no mouse: there are no
 * hands in here but a {@link Keyboard}'s.
 */
@BrowserTest
class KeyboardIT {

	@LocalServerPort
	private int port;

	@Autowired
	private TestStaff.SignIn signIn;

	@Autowired
	private GreenMail mails;

	@Autowired
	private Requests requests;

	@Autowired
	private FollowUpLinks links;

	@Autowired
	private Vault vault;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private IdentityProvider provider;

	private final BrowserContext home;

	private final BrowserContext clinic;

	KeyboardIT(Browser browser) {
		this.home = browser.newContext();
		this.clinic = browser.newContext();
	}

	@AfterEach
	void close() {
		this.home.close();
		this.clinic.close();
	}

	@Test
	void aRevisedOpinionIsWrittenReadAskedAboutAndSentOn() {
		SecondOpinionRequest request = this.requests
			.save(RequestMother.aRequest().submittedAt(Instant.now()).submit(this.vault));
		String reference = request.getReference().toString();
		OpinionJourney doctor = new OpinionJourney(signedIn(Role.DOCTOR));
		doctor.takeInCharge(reference).write("Révisé").sign().holdTheMeeting().deliver();

		Keyboard hands = open(this.home, "/suivi/" + this.links.issue(request.getId()).orElseThrow().value());
		OpinionJourney patient = new OpinionJourney(hands).askForTheCode()
			.read(TestMails.awaitCode(this.mails, reference));
		patient.ask("Et si j’attends ?");

		doctor.page().reload();
		doctor.answer("Et si j’attends ?", "Attendre un mois ne change rien.");
		patient.page().reload();
		patient.says("Attendre un mois ne change rien.");

		doctor.noteTheConsent().sendOn();
	}

	@Test
	void anIdentityIsLinkedAndOpensTheAccount() {
		this.jdbc.sql("delete from provider_link").update();
		this.provider.seat("somebody", Map.of("name", "Dominique Martin"));
		Keyboard hands = signedIn(Role.SECRETARIAT);
		hands.follow("Dominique SECRETARIAT");
		hands.follow("Relier Les Tilleuls");
		hands.press("Relier cette identité");
		hands.press("Se déconnecter");
		hands.page().navigate(at("/connexion"));
		hands.follow("Se connecter avec Les Tilleuls");
		hands.page().waitForURL("**/admin*");
		assertThat(hands.page().locator("header").first().innerText()).contains("Dominique SECRETARIAT");
	}

	private Keyboard signedIn(Role role) {
		Keyboard hands = open(this.clinic, "/admin");
		this.signIn.as(role, hands);
		hands.page().waitForURL("**/admin*");
		return hands;
	}

	private Keyboard open(BrowserContext context, String path) {
		Page page = context.newPage();
		page.navigate(at(path));
		return new Keyboard(page);
	}

	private String at(String path) {
		return "http://localhost:%d%s".formatted(this.port, path);
	}

}
