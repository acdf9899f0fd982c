package org.secondavis.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.icegreen.greenmail.util.GreenMail;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.mail.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.secondavis.Program;
import org.secondavis.TestPostgres;
import org.secondavis.staff.Role;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Signs in with two factors in a real browser, which has an authenticator of its own
 * making. Passkeys belong to an address, so the port is known before the start.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
		properties = { "secondavis.staff.second-factor=required", "secondavis.mail.dispatch=true",
				"secondavis.mail.poll-interval=200ms" })
@ActiveProfiles("test")
@Import({ TestPostgres.class, TestMailServer.class, TestStaff.class })
@ExtendWith(Chromium.class)
class PasskeyIT {

	private static int port;

	@Autowired
	private TestStaff.SignIn signIn;

	@Autowired
	private GreenMail mails;

	private final Browser browser;

	private BrowserContext context;

	private Page page;

	private CDPSession devices;

	PasskeyIT(Browser browser) {
		this.browser = browser;
	}

	@DynamicPropertySource
	static void address(DynamicPropertyRegistry properties) throws IOException {
		port = Program.freePort();
		properties.add("server.port", () -> port);
		properties.add("secondavis.base-url", () -> "http://localhost:" + port);
	}

	@BeforeEach
	void openABrowser() throws Exception {
		this.mails.purgeEmailFromAllMailboxes();
		this.context = this.browser.newContext(new Browser.NewContextOptions().setBypassCSP(true));
		this.page = this.context.newPage();
		this.devices = this.context.newCDPSession(this.page);
		this.devices.send("WebAuthn.enable");
	}

	@AfterEach
	void close() {
		this.context.close();
	}

	@Test
	void aPasskeyTakesThePlaceOfTheCodeUntilItIsRemoved() {
		String device = device();
		signInAs(Role.SECRETARIAT);
		assertThat(this.page.locator("h1")).hasText("Confirmez que c’est vous");
		check("second-factor-code");
		this.page.locator("#code").fill(code("secretariat@tilleuls.example"));
		click("Continuer");
		this.page.waitForURL("**/admin*");

		this.page.locator("a[href='/admin/mon-compte']").click();
		this.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ajouter une clé d’accès")).click();
		assertThat(this.page.locator("#passkeyName")).not().hasValue("");
		check("passkey-new");
		this.page.locator("#passkeyName").fill("Mon ordinateur");
		click("Ajouter cette clé");
		assertThat(this.page.locator("[role=status]")).hasText("Votre clé d’accès est enregistrée.");
		assertThat(this.page.locator("main")).containsText("Mon ordinateur");
		check("own-account");

		click("Se déconnecter");
		signInAs(Role.SECRETARIAT);
		assertThat(this.page.locator("#code")).hasCount(0);
		check("second-factor-passkey");
		verifies(device, false);
		click("Utiliser ma clé d’accès");
		assertThat(this.page.locator("[data-passkey-failed]")).containsText("Votre appareil n’a pas confirmé.");
		verifies(device, true);
		click("Utiliser ma clé d’accès");
		this.page.waitForURL("**/admin*");

		this.page.navigate(at("/admin/mon-compte"));
		click("Retirer Mon ordinateur");
		click("Me déconnecter partout");
		signInAs(Role.SECRETARIAT);
		assertThat(this.page.locator("#code")).isVisible();
	}

	@Test
	void aCodeByMailIsTypedWithNoMouse() {
		Keyboard hands = new Keyboard(this.page);
		this.page.navigate(at("/admin"));
		this.signIn.as(Role.DOCTOR, hands);
		hands.write("Code à six chiffres", "12345");
		hands.press("Continuer");
		assertThat(this.page.getByRole(AriaRole.ALERT)).isFocused();
		hands.write("Code à six chiffres", code("doctor@tilleuls.example"));
		hands.press("Continuer");
		this.page.waitForURL("**/admin*");
		hands.press("Se déconnecter");
		assertThat(this.page.locator("main")).containsText("Vous avez quitté l’espace de la clinique");
	}

	private void signInAs(Role role) {
		this.page.navigate(at("/admin"));
		this.signIn.as(role, this.page);
	}

	private void click(String name) {
		this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
	}

	private String at(String path) {
		return "http://localhost:" + port + path;
	}

	private String code(String address) {
		for (int count = 1;; count++) {
			assertThat(this.mails.waitForIncomingEmail(20_000, count)).isTrue();
			List<String> codes = Stream.of(this.mails.getReceivedMessages()).flatMap((mail) -> {
				try {
					return TestMails.code(new Message[] { mail }, address, "espace de la clinique").stream();
				}
				catch (Exception ex) {
					throw new AssertionError(ex);
				}
			}).toList();
			if (!codes.isEmpty()) {
				return codes.get(codes.size() - 1);
			}
		}
	}

	/** Gives the browser a device that knows its owner by a finger. */
	private String device() {
		JsonObject options = new JsonObject();
		options.addProperty("protocol", "ctap2");
		options.addProperty("transport", "internal");
		options.addProperty("hasResidentKey", true);
		options.addProperty("hasUserVerification", true);
		options.addProperty("isUserVerified", true);
		JsonObject parameters = new JsonObject();
		parameters.add("options", options);
		return this.devices.send("WebAuthn.addVirtualAuthenticator", parameters).get("authenticatorId").getAsString();
	}

	private void verifies(String device, boolean verified) {
		JsonObject parameters = new JsonObject();
		parameters.addProperty("authenticatorId", device);
		parameters.addProperty("isUserVerified", verified);
		this.devices.send("WebAuthn.setUserVerified", parameters);
	}

	/** Pages that only this test sees; their pictures go where the others are. */
	private void check(String name) {
		for (ColorScheme colours : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
			this.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
			for (int width : new int[] { 320, 360, 1280 }) {
				this.page.setViewportSize(width, 900);
				String where = "%s-%s-%d".formatted(name, colours.name().toLowerCase(Locale.ROOT), width);
				assertThat(this.page.evaluate("document.documentElement.scrollWidth <= innerWidth")).as(where)
					.isEqualTo(true);
				this.page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
					.setPath(Path.of("target", "screenshots", where + ".png")));
			}
			assertThat(new AxeBuilder(this.page).setLegacyMode(true).analyze().getViolations()).as(name).isEmpty();
		}
		assertThat(KeyboardCheck.faultsOf(this.page)).as(name).isEmpty();
	}

}
