package org.secondavis.browser;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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

/** What the workspace's script adds for those who use it all day. */
@BrowserTest
class DeskIT {

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

	DeskIT(Browser browser) {
		this.browser = browser;
	}

	@BeforeEach
	void openTheQueue() {
		this.jdbc.sql("truncate second_opinion_request, outgoing_mail cascade").update();
		receive(1);
		receive(2);
		this.context = this.browser.newContext();
		this.page = this.context.newPage();
		this.page.clock().install();
		this.page.navigate("http://localhost:%d/admin".formatted(this.port));
		this.signIn.as(Role.SECRETARIAT, this.page);
		this.page.waitForURL("**/admin*");
	}

	@AfterEach
	void close() {
		this.context.close();
	}

	@Test
	void keysLeadThroughTheListAndIntoARequest() {
		List<String> references = this.page.locator("tr[data-reference]")
			.all()
			.stream()
			.map((row) -> row.getAttribute("data-reference"))
			.toList();
		press("j", "j");
		assertThat(link(references.get(1))).isFocused();
		press("x");
		assertThat(this.page.locator("tr[data-reference='" + references.get(1) + "'] input")).isChecked();
		press("k");
		assertThat(link(references.get(0))).isFocused();
		press("Enter");
		this.page.waitForURL("**/admin/demandes/" + references.get(0));
		press("n");
		assertThat(this.page.locator("#note-note")).isFocused();
		press("j", "m");
		assertThat(this.page.locator("#note-note")).hasValue("jm");
		this.page.locator("h1").click();
		press("u");
		this.page.waitForURL("**/admin*");
		press("/");
		assertThat(this.page.locator("#q")).isFocused();
	}

	@Test
	void whoDoesNotWantKeysSwitchesThemOff() {
		press("?");
		assertThat(this.page.locator("#keys")).containsText("Raccourcis clavier");
		this.page.locator("#keys input").uncheck();
		this.page.locator("#keys button").click();
		press("/");
		assertThat(this.page.locator("#q")).not().isFocused();
		this.page.reload();
		press("?");
		assertThat(this.page.locator("#keys")).isHidden();
		this.page.locator("[data-keys=open]").click();
		this.page.locator("#keys input").check();
		this.page.locator("#keys button").click();
		press("/");
		assertThat(this.page.locator("#q")).isFocused();
	}

	@Test
	void theCountsStayTrueWhileThePageIsOpenAndNobodyLosesTheirPlace() {
		assertThat(count("open")).hasText("2");
		link(this.page.locator("tr[data-reference]").first().getAttribute("data-reference")).focus();
		receive(3);
		this.page.clock().runFor(61_000);
		assertThat(count("open")).hasText("3");
		assertThat(count("unassigned")).hasText("3");
		assertThat(this.page.locator("tr[data-reference]")).hasCount(2);
		Locator again = this.page.locator("#list-changed a");
		assertThat(again).isVisible();
		again.click();
		assertThat(this.page.locator("tr[data-reference]")).hasCount(3);
	}

	@Test
	void whoHasGoneAwayIsNotKeptSignedIn() {
		AtomicInteger asked = new AtomicInteger();
		this.page.onRequest((request) -> asked.addAndGet(request.url().endsWith("/compteurs") ? 1 : 0));
		this.page.clock().runFor(11 * 60_000);
		int whileThere = asked.get();
		this.page.clock().runFor(5 * 60_000);
		assertThat(whileThere).isGreaterThan(5);
		assertThat(asked.get()).isEqualTo(whileThere);
	}

	@Test
	void whoLeavesTypedWordsBehindIsAsked() {
		this.page.locator("tr[data-reference] a").first().click();
		Locator note = this.page.locator("#note-note");
		note.pressSequentially("À rappeler");
		List<String> asked = new ArrayList<>();
		this.page.onceDialog((dialog) -> {
			asked.add(dialog.type());
			dialog.dismiss();
		});
		this.page.locator("#lists a[data-key=g]").click();
		this.page.waitForCondition(() -> !asked.isEmpty());
		assertThat(note).hasValue("À rappeler");
		this.page.onDialog((dialog) -> asked.add("again"));
		this.page.locator("form:has(#note-note) button[type=submit]").click();
		assertThat(this.page.locator("main")).containsText("À rappeler");
		assertThat(asked).containsExactly("beforeunload");
	}

	@Test
	void onAPhoneTheListsWaitBehindAButtonThatNeedsNoScript() {
		try (BrowserContext phone = this.browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false)
			.setViewportSize(360, 740)
			.setStorageState(this.context.storageState()))) {
			Page small = phone.newPage();
			small.navigate("http://localhost:%d/admin".formatted(this.port));
			Locator menu = small.getByText("Menu", new Page.GetByTextOptions().setExact(true));
			Locator diary = small.locator("#lists").getByText("Agenda");
			assertThat(small.locator("h1")).isInViewport();
			assertThat(diary).isHidden();
			menu.click();
			assertThat(diary).isVisible();
			small.keyboard().press("Escape");
			assertThat(diary).isHidden();
			menu.click();
			diary.click();
			small.waitForURL("**/admin/agenda");
		}
	}

	private Locator count(String name) {
		return this.page.locator("[data-count=" + name + "]");
	}

	private Locator link(String reference) {
		return this.page.locator("tr[data-reference='" + reference + "'] a").first();
	}

	private void press(String... keys) {
		for (String key : keys) {
			this.page.keyboard().press(key);
		}
	}

	private void receive(int hour) {
		this.requests.save(RequestMother.aRequest()
			.submittedAt(Instant.now().minusSeconds(3600L * (10 - hour)))
			.submit(this.vault));
	}

}
