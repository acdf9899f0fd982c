package org.secondavis.browser;

import java.time.Duration;
import java.util.Optional;

import com.google.gson.JsonObject;
import com.icegreen.greenmail.util.GreenMail;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondavis.staff.Role;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What people do from end to end, in a real browser. */
@BrowserTest
class JourneyIT {

	@LocalServerPort
	private int port;

	@Autowired
	private GreenMail mails;

	@Autowired
	private TestStaff.SignIn signIn;

	private final Browser browser;

	private BrowserContext context;

	JourneyIT(Browser browser) {
		this.browser = browser;
	}

	@BeforeEach
	void freshBrowser() {
		this.context = this.browser.newContext();
	}

	@AfterEach
	void closeBrowser() {
		this.context.close();
	}

	private PatientJourney patient() {
		return new PatientJourney(this.context.newPage(), this.port);
	}

	@Test
	void aRequestReachesTheClinicAndBothAreTold() {
		PatientJourney patient = patient().upTo("verification");
		assertThat(patient.page().locator("main")).containsText("O'Brien-N'Guyen d'Été");
		assertThat(patient.page().locator("main")).containsText(PatientJourney.STORY);
		String reference = patient.sendAndReadReference();

		String toPatient = mailTo("zoe@patiente.example", reference);
		String toClinic = mailTo("deuxieme-avis@tilleuls.example", reference);
		assertThat(toClinic).contains("https://avis.example/admin/demandes/" + reference);

		Page staff = this.context.newPage();
		staff.navigate("http://localhost:%d/admin/demandes/%s".formatted(this.port, reference));
		this.signIn.as(Role.DOCTOR, staff);
		staff.waitForURL("**/admin/demandes/" + reference + "*");
		assertThat(staff.locator("main")).containsText(PatientJourney.OWN_QUESTION);
		assertThat(staff.locator("main")).containsText(PatientJourney.STORY);
		staff.locator("form[action$='/prendre-en-charge'] button").click();
		assertThat(staff.locator("main")).containsText("pris la demande en charge");

		String link = TestMails.linkIn(toPatient, "/suivi/");
		patient.open(link.substring(link.indexOf("/suivi/")));
		assertThat(patient.page().locator("main")).containsText(reference);
		assertThat(patient.page().locator("main")).containsText(PatientJourney.STORY);
	}

	@Test
	void patientAndClinicWriteToEachOtherAndThePatientHasAllErased() {
		PatientJourney patient = patient().upTo("verification");
		String reference = patient.sendAndReadReference();
		patient.page().locator("main a[href*='/suivi/']").first().click();
		String link = patient.page().url().replaceFirst("^https?://[^/]+", "");
		patient.open(link + "/messages").send();
		String code = codeTo("zoe@patiente.example", reference);
		patient.type("code", code).choosing("check").type("message", "Puis-je venir avec ma fille ?").send();
		assertThat(patient.page().locator("main")).containsText("Pas encore lu par la clinique");

		Page staff = this.context.newPage();
		staff.navigate("http://localhost:%d/admin/demandes/%s".formatted(this.port, reference));
		this.signIn.as(Role.SECRETARIAT, staff);
		staff.waitForURL("**/admin/demandes/" + reference + "*");
		assertThat(staff.locator("main")).containsText("Puis-je venir avec ma fille ?");
		staff.locator("form[action$='/message'] textarea").fill("Oui, avec plaisir.");
		staff.locator("form[action$='/message'] button:not([formaction])").click();
		assertThat(staff.locator("main")).containsText("Le message est envoyé.");

		patient.open(link);
		assertThat(patient.page().locator("main")).containsText("Vous avez un nouveau message.");
		patient.open(link + "/messages");
		assertThat(patient.page().locator("main")).containsText("Oui, avec plaisir.");
		patient.open(link + "/effacement").page().locator("main .btn-danger").click();
		assertThat(patient.page().locator("main")).containsText("Vous avez demandé à tout effacer.");
		staff.reload();
		assertThat(staff.locator("main")).containsText("Effacement demandé");
	}

	@Test
	void theWholeWayInEnglish() {
		PatientJourney patient = patient().open("/?lang=en");
		assertThat(patient.page().locator("html")).hasAttribute("lang", "en");
		patient.upTo("verification");
		String reference = patient.sendAndReadReference();
		assertThat(patient.page().locator("html")).hasAttribute("lang", "en");
		assertThat(mailTo("zoe@patiente.example", reference)).contains("your request");
	}

	/** As a phone is in the country: 250 kbit/s down, 50 kbit/s up, 300 ms. */
	@Test
	void theWholeWayOnASlowLineWithScriptsOff() {
		this.context = this.browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
		PatientJourney patient = patient();
		JsonObject line = new JsonObject();
		line.addProperty("offline", false);
		line.addProperty("latency", 300);
		line.addProperty("downloadThroughput", 250 * 1024 / 8);
		line.addProperty("uploadThroughput", 50 * 1024 / 8);
		this.context.newCDPSession(patient.page()).send("Network.emulateNetworkConditions", line);
		assertThat(patient.upTo("verification").sendAndReadReference()).startsWith("SA-");
	}

	/** 320 x 256 is what a window of 1280 x 1024 becomes at a zoom of 400 %. */
	@ParameterizedTest
	@CsvSource({ "360, 640", "320, 256" })
	void theWholeWayOnASmallScreenWithoutSidewaysScroll(int width, int height) {
		this.context = this.browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height));
		PatientJourney patient = patient().start();
		noSidewaysScroll(patient);
		noSidewaysScroll(patient.who());
		noSidewaysScroll(patient.contact("zoe@patiente.example"));
		noSidewaysScroll(patient.situation());
		noSidewaysScroll(patient.expectations());
		noSidewaysScroll(patient.documents());
		patient.sendAndReadReference();
		noSidewaysScroll(patient);
	}

	private static void noSidewaysScroll(PatientJourney patient) {
		assertThat((Boolean) patient.page()
			.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
			.as(patient.page().url())
			.isTrue();
	}

	@Test
	void aHelperAsksAndThePatientIsToldToo() {
		PatientJourney helper = patient().start().whoByHelper();
		helper.contact("minh@patient.example").situation().expectations().documents();
		String reference = helper.sendAndReadReference();
		assertThat(mailTo("minh@patient.example", reference)).contains("/suivi/");
		assertThat(mailTo("camille@aidant.example", reference)).doesNotContain("/suivi/");
	}

	@Test
	void aMotherTakesOverWhatHerDaughterBegan() {
		PatientJourney daughter = patient().start().whoByHelper();
		daughter.contact("mere@patient.example").situation().expectations().documents();
		String reference = daughter.sendAndReadReference();
		daughter.page().locator("main a[href*='/suivi/']").first().click();
		String daughters = daughter.page().url().replaceFirst("^https?://[^/]+", "");

		try (BrowserContext tablet = this.browser.newContext()) {
			PatientJourney mother = new PatientJourney(tablet.newPage(), this.port);
			String link = TestMails.linkIn(mailTo("mere@patient.example", reference), "/suivi/");
			mother.open(link.substring(link.indexOf("/suivi/")));
			assertThat(mother.page().locator("main")).containsText("Demande envoyée par Camille Ng");
			mother.page().locator("main a[href$='/reprise']").click();
			mother.send();
			mother.type("code", codeTo("mere@patient.example", reference)).choosing("check");
			assertThat(mother.page().locator("h1")).containsText("Reprendre cette demande à votre nom");
			mother.page().locator("main form .btn-primary").click();
			assertThat(mother.page().locator("[role=status]")).containsText("s’adresse désormais");
			assertThat(mother.page().locator("main")).containsText("s’en occupe elle-même depuis le");
		}

		daughter.open(daughters);
		assertThat(daughter.page().locator("main")).containsText("Ce lien n’ouvre plus rien");
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> java.util.Arrays.stream(this.mails.getReceivedMessages())
				.anyMatch((mail) -> TestMails.says(mail, "camille@aidant.example", reference, "elle-même")));
		Page staff = staffAt(reference);
		assertThat(staff.locator("main")).containsText("Ne vous adressez plus à Camille Ng");
		assertThat(staff.locator("main")).containsText("Demande reprise à son nom");
	}

	@Test
	void aPatientWithoutAnAddressIsCalledAndStaffRecordIt() {
		PatientJourney son = patient().start().whoByHelper();
		son.contact("").situation().expectations().documents();
		String reference = son.sendAndReadReference();
		assertThat(son.page().locator("main")).containsText("Le secrétariat appelle la personne malade.");

		Page staff = staffAt(reference);
		assertThat(staff.locator("main")).containsText("personne ne l’a prévenu");
		staff.navigate("http://localhost:%d/admin?q=%s".formatted(this.port, reference.substring(0, 7)));
		assertThat(staff.locator("tr[data-reference='%s']".formatted(reference))).containsText("Patient à prévenir");
		staff.navigate("http://localhost:%d/admin/demandes/%s".formatted(this.port, reference));
		staff.locator("details:has(form[action$='/prevenir-patient']) summary").click();
		staff.locator("form[action$='/prevenir-patient'] textarea").fill("D’accord, préfère le matin.");
		staff.locator("form[action$='/prevenir-patient'] button").click();
		assertThat(staff.locator("[role=status]").first()).containsText("C’est noté");
		assertThat(staff.locator("main")).containsText("Patient prévenu par téléphone");
		assertThat(staff.locator("main")).not().containsText("personne ne l’a prévenu");
	}

	private Page staffAt(String reference) {
		Page staff = this.context.newPage();
		staff.navigate("http://localhost:%d/admin/demandes/%s".formatted(this.port, reference));
		this.signIn.as(Role.SECRETARIAT, staff);
		staff.waitForURL("**/admin/demandes/" + reference + "*");
		return staff;
	}

	private String codeTo(String address, String reference) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> TestMails.code(this.mails.getReceivedMessages(), address, reference), Optional::isPresent)
			.orElseThrow();
	}

	@Test
	void aWrongSumGivesANewOneAndKeepsEverything() {
		PatientJourney patient = patient().upTo("verification");
		int first = patient.sum();
		patient.type("answer", String.valueOf(first + 1)).send();
		assertThat(patient.page().locator("[role=alert]")).isVisible();
		assertThat(patient.page().locator("main")).containsText(PatientJourney.STORY);
		assertThat(patient.sendAndReadReference()).startsWith("SA-");
	}

	@Test
	void reloadBackAndASecondTabLoseNothing() {
		PatientJourney patient = patient().upTo("situation");
		patient.page().reload();
		patient.page().goBack();
		assertThat(patient.page().locator("[name=phone]")).hasValue("06 12 34 56 78");
		PatientJourney tab = patient().open("/demande/qui");
		assertThat(tab.page().locator("[name=firstName]")).hasValue("Zoë");
	}

	@Test
	void backAndSendAgainShowsTheSameReference() {
		PatientJourney patient = patient().upTo("verification");
		PatientJourney tab = patient().open("/demande/verification");
		String reference = patient.sendAndReadReference();
		assertThat(tab.sendAndReadReference()).isEqualTo(reference);
		patient.page().reload();
		assertThat(patient.reference()).isEqualTo(reference);
	}

	@Test
	void anAnswerChangedFromTheCheckPageReturnsThere() {
		PatientJourney patient = patient().upTo("verification");
		patient.page().locator("main a[href*='/demande/contact']").first().click();
		patient.on("contact").type("phone", "0032 2 555 12 12").goOn().on("verification");
		assertThat(patient.page().locator("main")).containsText("0032 2 555 12 12");
	}

	@Test
	void aWrongPageSaysSoInItsTitleAndLeadsToTheField() {
		PatientJourney patient = patient().start().type("firstName", "Zoë").goOn();
		assertThat(patient.page()).hasTitle(java.util.regex.Pattern.compile("^Erreur : .*"));
		assertThat(patient.page().locator("[role=alert]")).isFocused();
		patient.page().locator("[role=alert] a[href='#birthName']").click();
		assertThat(patient.page().locator("[name=birthName]")).isFocused();
		assertThat(patient.page().locator("[name=firstName]")).hasValue("Zoë");
	}

	@Test
	void theWholeWayByKeyboardAlone() {
		KeyboardJourney keyboard = new KeyboardJourney(patient().open("/demande").page());
		keyboard.press("main form[action$='/demande'] button[type=submit]");
		keyboard.pick("filledBy", "PATIENT").write("birthName", "Ng").write("firstName", "Zoë");
		keyboard.write("birthDay", "01").write("birthMonth", "1").write("birthYear", "1950").goOn();
		keyboard.write("phone", "06.12.34.56.78").goOn();
		keyboard.select("cancerSite").pick("careStage", "SUSPECTED").goOn();
		keyboard.goOn();
		keyboard.goOn();
		PatientJourney check = new PatientJourney(keyboard.page(), this.port).on("verification");
		keyboard.write("answer", String.valueOf(check.sum())).press("button[name=action][value=send]");
		assertThat(check.on("envoyee").reference()).startsWith("SA-");
	}

	/**
	 * Waits for a mail about this request; mails of other tests may arrive in between.
	 */
	private String mailTo(String address, String reference) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> TestMails.text(this.mails.getReceivedMessages(), address, reference), Optional::isPresent)
			.orElseThrow();
	}

}
