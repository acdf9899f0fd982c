package org.secondavis.browser;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.icegreen.greenmail.util.GreenMail;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** How people stop, leave and come back, in a real browser. */
@BrowserTest
class LeavingIT {

	private static final String ELSEWHERE = "https://temps.example/paris";

	@LocalServerPort
	private int port;

	@Autowired
	private GreenMail mails;

	private final Browser browser;

	LeavingIT(Browser browser) {
		this.browser = browser;
	}

	@Test
	void aFormThatIsStoppedGoesOnOnAnotherDeviceByTheLinkInTheMail() {
		try (BrowserContext library = this.browser.newContext(); BrowserContext home = this.browser.newContext()) {
			PatientJourney patient = new PatientJourney(library.newPage(), this.port).upTo("situation");
			patient.type("story", PatientJourney.STORY).choosing("later").on("plus-tard");
			patient.type("email", "reprise@patiente.example").choosing("mail");
			patient.page().waitForURL("**/plus-tard?avis=courriel");
			assertThat(patient.page().locator("[role=status]")).containsText("Le lien est en route.");
			patient.choosing("draft");
			assertThat(patient.page().locator("[role=status]")).containsText("ne garde plus vos réponses");

			String mail = mailTo("reprise@patiente.example");
			assertThat(mail).doesNotContainIgnoringCase("cancer").doesNotContain("Zoë", PatientJourney.STORY);
			String link = TestMails.linkIn(mail, "/demande/reprendre/");
			PatientJourney again = new PatientJourney(home.newPage(), this.port)
				.open(link.substring(link.indexOf("/demande/")));
			again.page().locator("main form button").press("Enter");
			again.on("situation");
			assertThat(again.page().locator("[name=story]")).hasValue(PatientJourney.STORY);
			again.situation().expectations().documents();
			String reference = again.sendAndReadReference();

			again.open(link.substring(link.indexOf("/demande/")));
			assertThat(again.page().locator("main")).containsText("Cette demande est déjà envoyée");
			assertThat(again.page().locator("main")).containsText(reference);
			assertThat(patient.open("/demande").page().locator("main")).containsText("Commencer ma demande");
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void whoeverLeavesQuicklyIsElsewhereAtOnceAndTheDeviceHasForgotten(boolean scripts) {
		try (BrowserContext context = this.browser
			.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(scripts))) {
			// sites send their visitors on, to places that nobody can foresee
			context.route("https://meteofrance.com/", (route) -> route.fulfill(
					new Route.FulfillOptions().setStatus(302).setHeaders(java.util.Map.of("Location", ELSEWHERE))));
			context.route(ELSEWHERE, (route) -> route
				.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody("<title>Paris</title>")));
			PatientJourney patient = new PatientJourney(context.newPage(), this.port).upTo("situation");
			Page page = patient.page();
			for (int i = 0; i < 3; i++) {
				page.keyboard().press("Tab");
			}
			assertThat(page.locator(".quick-exit button")).isFocused();
			page.keyboard().press("Enter");
			page.waitForURL(ELSEWHERE);
			List<String> left = context.cookies().stream().map((Cookie cookie) -> cookie.name).toList();
			assertThat(left).isEmpty();
			patient.open("/demande/contact");
			assertThat(page.locator("main")).containsText("Nous ne retrouvons pas de demande en cours");
		}
	}

	@Test
	void aPageOfTheSameSiteCanBeLeftWhereverOneIs() {
		try (BrowserContext context = this.browser.newContext()) {
			context.route("https://meteofrance.com/", (route) -> route
				.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody("<title>Paris</title>")));
			PatientJourney patient = new PatientJourney(context.newPage(), this.port).upTo("verification");
			patient.sendAndReadReference();
			patient.page().locator("main a[href*='/suivi/']").first().click();
			patient.page().locator(".quick-exit button").click();
			patient.page().waitForURL("https://meteofrance.com/");
			patient.page().goBack();
			assertThat(patient.open("/demande").page().locator("main")).containsText("Commencer ma demande");
		}
	}

	private String mailTo(String address) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> TestMails.text(this.mails.getReceivedMessages(), address, "/demande/"), Optional::isPresent)
			.orElseThrow();
	}

}
