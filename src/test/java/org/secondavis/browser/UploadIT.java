package org.secondavis.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.icegreen.greenmail.util.GreenMail;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondavis.document.FileMother;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Sends large files in a real browser, over lines of every kind. */
@BrowserTest
class UploadIT {

	@LocalServerPort
	private int port;

	@Autowired
	private GreenMail mails;

	@TempDir
	private Path folder;

	private final Browser browser;

	private final List<String> errors = new ArrayList<>();

	private BrowserContext context;

	private PoorLine line;

	UploadIT(Browser browser) {
		this.browser = browser;
	}

	@BeforeEach
	void openLine() {
		this.line = new PoorLine(this.port);
		this.context = this.browser.newContext();
	}

	@AfterEach
	void closeLine() throws IOException {
		this.context.close();
		this.line.close();
	}

	private PatientJourney patient() {
		Page page = this.context.newPage();
		page.onConsoleMessage((message) -> this.errors.add(message.text()));
		page.onPageError(this.errors::add);
		return new PatientJourney(page, this.line.port());
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void filesAndAnswersArriveWithAndWithoutScripts(boolean scripts) throws IOException {
		this.context.close();
		this.context = this.browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(scripts));
		PatientJourney patient = patient().upTo("documents").choose("documents[IMAGES]", "HAVE");
		patient.page().locator("#files").setInputFiles(large("irm.pdf"));
		patient.goOn().on("verification");
		assertThat(patient.page().locator("main")).containsText("irm.pdf");
		assertThat(patient.open("/demande/documents").page().locator("[name='documents[IMAGES]'][value=HAVE]"))
			.isChecked();
		assertThat(this.errors).isEmpty();
	}

	@Test
	void whoStaysOnThePageSeesWhatHasArrived() throws IOException {
		PatientJourney patient = patient().upTo("documents");
		patient.page().locator("#files").setInputFiles(large("irm.pdf"));
		patient.choosing("stay");
		assertThat(patient.page().locator("#received")).containsText("irm.pdf");
	}

	@Test
	void aRefusalComesOntoThePageAndIsRead() throws IOException {
		PatientJourney patient = patient().upTo("documents").choose("documents[IMAGES]", "CAN_GET");
		Path page = Files.writeString(this.folder.resolve("page.html"), "<html>");
		patient.page().locator("#files").setInputFiles(new Path[] { page, large("irm.pdf") });
		patient.goOn();
		assertThat(patient.page().locator(".error-summary")).isFocused();
		assertThat(patient.page()).hasTitle(java.util.regex.Pattern.compile("^Erreur : .*"));
		assertThat(patient.page().locator("#received")).containsText("irm.pdf");
		assertThat(patient.page().locator("[name='documents[IMAGES]'][value=CAN_GET]")).isChecked();
		patient.page().locator("#files").setInputFiles(large("scanner.pdf"));
		patient.goOn().on("verification");
		assertThat(this.errors).noneMatch((error) -> error.contains("Content Security Policy"));
	}

	@Test
	void aLineThatBreaksLosesNothingAndCanBeTriedAgain() throws IOException {
		PatientJourney patient = patient().upTo("documents").choose("documents[IMAGES]", "HAVE");
		Page page = patient.page();
		page.locator("#files").setInputFiles(large("irm.pdf"));
		this.line.turn(PoorLine.State.BREAKS);
		patient.goOn();
		assertThat(page.locator("[data-sending=broken]")).containsText("L’envoi s’est interrompu");
		assertThat(page.locator("[data-sending=again]")).isFocused();
		assertThat(page.locator("[data-sending=panel]")).isHidden();
		assertThat(page.locator("[name='documents[IMAGES]'][value=HAVE]")).isChecked();
		look(page, "upload-broken");
		this.line.turn(PoorLine.State.GOOD);
		page.locator("[data-sending=again]").click();
		patient.on("verification");
		assertThat(page.locator("main")).containsText("irm.pdf");
	}

	@Test
	void howFarItIsCanBeSeenAndHeardAndItCanBeStopped() throws IOException {
		PatientJourney patient = patient().upTo("documents");
		Page page = patient.page();
		page.locator("#files").setInputFiles(large("irm.pdf"));
		this.line.turn(PoorLine.State.STANDS_STILL);
		patient.goOn();
		assertThat(page.locator("[data-sending=cancel]")).isFocused();
		assertThat(page.locator("[data-sending=label]"))
			.hasText(java.util.regex.Pattern.compile("Envoi en cours\\s:\\s\\d+\\s%"));
		assertThat(page.locator("[data-sending=status]")).containsText("Envoi en cours");
		assertThat(page.locator("progress")).isVisible();
		look(page, "upload-sending");
		page.locator("[data-sending=cancel]").click();
		assertThat(page.locator("[data-sending=cancelled]")).containsText("Envoi arrêté");
		assertThat(page.locator("button[name=action][value=continue]")).isFocused();
		look(page, "upload-cancelled");
		this.line.turn(PoorLine.State.GOOD);
		patient.goOn().on("verification");
		assertThat(page.locator("main")).containsText("irm.pdf");
	}

	@Test
	void papersFollowOnThePatientsOwnPage() throws IOException {
		PatientJourney patient = patient().upTo("verification");
		String reference = patient.sendAndReadReference();
		patient.page().locator("main a[href*='/suivi/']").first().click();
		patient.page().locator("main a[href$='/documents']").click();
		patient.send();
		String code = Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> TestMails.code(this.mails.getReceivedMessages(), "zoe@patiente.example", reference),
					Optional::isPresent)
			.orElseThrow();
		patient.type("code", code).choosing("check");
		patient.page().locator("#files").setInputFiles(large("irm.pdf"));
		patient.send();
		assertThat(patient.page().locator("main")).containsText("Vos fichiers sont arrivés.");
		assertThat(patient.page().locator("#received")).containsText("irm.pdf");

		// a device that is no longer known
		patient.page().locator("#files").setInputFiles(large("scanner.pdf"));
		this.context.clearCookies(
				new BrowserContext.ClearCookiesOptions().setName(java.util.regex.Pattern.compile("appareil-.*")));
		patient.send();
		assertThat(patient.page()).hasURL(java.util.regex.Pattern.compile(".*/code\\?vers=documents"));
	}

	private Path large(String name) throws IOException {
		return Files.write(this.folder.resolve(name), Arrays.copyOf(FileMother.pdf(name), 12_000_000));
	}

	private void look(Page page, String name) {
		for (int width : new int[] { 360, 1280 }) {
			page.setViewportSize(width, 900);
			page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
				.setPath(Path.of("target", "screenshots", "%s-%d.png".formatted(name, width))));
			assertThat((Boolean) page
				.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")).isTrue();
		}
		assertThat(new AxeBuilder(page).analyze().getViolations()).extracting(Rule::getId).isEmpty();
	}

}
