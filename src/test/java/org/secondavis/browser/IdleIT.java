package org.secondavis.browser;

import java.time.Instant;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.secondavis.encryption.Vault;
import org.secondavis.request.RequestMother;
import org.secondavis.request.Requests;
import org.secondavis.staff.Role;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A session ends when nobody is there, says so before, and takes nothing along. */
@BrowserTest
class IdleIT {

	private static final String NOTE = "À rappeler après 16 h, elle est en consultation";

	@LocalServerPort
	private int port;

	@Autowired
	private TestStaff.SignIn signIn;

	@Autowired
	private Requests requests;

	@Autowired
	private Vault vault;

	@Autowired
	private JdbcClient jdbc;

	private final Browser browser;

	private BrowserContext context;

	private Page page;

	IdleIT(Browser browser) {
		this.browser = browser;
	}

	@BeforeEach
	void writeANote() {
		String reference = this.requests.save(RequestMother.aRequest().submittedAt(Instant.now()).submit(this.vault))
			.getReference()
			.value();
		this.context = this.browser.newContext(new Browser.NewContextOptions().setBypassCSP(true));
		this.page = this.context.newPage();
		this.page.clock().install();
		signIn(this.page, "/admin/demandes/" + reference);
		this.page.locator("#note-note").fill(NOTE);
		assertThat(this.page.locator("#idle-soon")).isHidden();
	}

	@AfterEach
	void close() {
		this.context.close();
	}

	@Test
	void whoSaysTheyAreStillThereStays() {
		goAway();
		assertThat(this.page.getByRole(AriaRole.ALERTDIALOG,
				new Page.GetByRoleOptions().setName("Êtes-vous toujours là ?")))
			.isVisible();
		assertThat(this.page.locator("#idle-soon button")).isFocused();
		assertThat(new AxeBuilder(this.page).setLegacyMode(true).analyze().getViolations()).isEmpty();
		this.page.waitForResponse("**/presence", () -> this.page.keyboard().press("Enter"));
		assertThat(this.page.locator("#idle-soon")).isHidden();
		assertThat(this.page.locator("#note-note")).hasValue(NOTE);
	}

	@Test
	void whoSignsInAgainInAnotherTabGoesOnWhereTheyWere() {
		goAway();
		this.jdbc.sql("delete from spring_session").update();
		this.page.locator("#idle-soon button").click();
		assertThat(this.page.locator("#idle-over")).containsText("Ce que vous avez saisi est encore sur cette page");
		assertThat(new AxeBuilder(this.page).setLegacyMode(true).analyze().getViolations()).isEmpty();
		Page tab = this.page.waitForPopup(() -> this.page.locator("#idle-over a").click());
		this.signIn.as(Role.SECRETARIAT, tab);
		tab.waitForURL("**/admin*");
		assertThat(this.page.locator("#idle-over")).isHidden();
		send();
		assertThat(this.page.locator("#journal")).containsText(NOTE);
	}

	@Test
	void aFormThatIsSentTooLateIsSentAfterSigningInAgain() {
		this.jdbc.sql("delete from spring_session").update();
		send();
		assertThat(this.page.locator("h1")).hasText("Votre session a pris fin");
		assertThat(this.page.locator("main textarea")).hasValue(NOTE);
		assertThat(new AxeBuilder(this.page).setLegacyMode(true).analyze().getViolations()).isEmpty();
		Page tab = this.page.waitForPopup(() -> this.page.locator("main a[target=_blank]").click());
		this.signIn.as(Role.SECRETARIAT, tab);
		tab.waitForURL("**/admin*");
		this.page.getByText("Envoyer ce que j’avais saisi").click();
		assertThat(this.page.locator("h1")).hasText("Envoyer ce que vous aviez saisi");
		this.page.locator("main form button").click();
		assertThat(this.page.locator("#journal")).containsText(NOTE);
	}

	private void signIn(Page page, String path) {
		page.navigate("http://localhost:%d%s".formatted(this.port, path));
		this.signIn.as(Role.SECRETARIAT, page);
		page.waitForURL("**" + path);
	}

	private void send() {
		this.page.locator("form:has(#note-note) button[type=submit]").click();
	}

	// Counts are asked for during ten minutes, which prolong the session.
	private void goAway() {
		this.page.clock().runFor(11 * 60_000);
		this.page.waitForLoadState(LoadState.NETWORKIDLE);
		this.page.clock().runFor(28 * 60_000 + 30_000);
	}

}
