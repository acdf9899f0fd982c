package org.secondavis.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ScreenshotType;
import com.microsoft.playwright.options.SelectOption;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondavis.access.OneTimeCodes;
import org.secondavis.conversation.Message;
import org.secondavis.conversation.Messages;
import org.secondavis.encryption.Place;
import org.secondavis.encryption.SecretToken;
import org.secondavis.document.FileMother;
import org.secondavis.document.TestFiles;
import org.secondavis.encryption.Vault;
import org.secondavis.openid.IdentityProvider;
import org.secondavis.opinion.OpinionMother;
import org.secondavis.opinion.Outcome;
import org.secondavis.opinion.Way;
import org.secondavis.request.FollowUpLinks;
import org.secondavis.request.RequestMother;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccount;
import org.secondavis.staff.StaffAccounts;
import org.secondavis.staff.StaffMother;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Goes through every page and error state, in French and English: pictures go to
 * {@code target/screenshots}; axe-core must find nothing, in light or dark, no page may
 * scroll sideways at any width or ask a third party for anything. Colours are the same in
 * every language, and are looked at in French.
 */
@BrowserTest
class PicturesIT {

	/** What a page of 1280 px becomes at a zoom of 400 % (WCAG 2.2, 1.4.10). */
	private static final int NARROWEST = 320;

	private static final int PHONE = 360;

	private static final int SCREEN = 1280;

	/** What the workspace must do with. */
	private static final int DESK = 1024;

	private static final int[] WIDTHS = { 768, DESK };

	/** The spacing that a reader may set (WCAG 2.2, 1.4.12). */
	private static final String WIDER_TEXT = """
			const wider = document.createElement('style');
			wider.id = 'wider-text';
			wider.textContent = '* { line-height: 1.5 !important; letter-spacing: .12em !important; '
				+ 'word-spacing: .16em !important } p { margin-bottom: 2em !important }';
			document.head.append(wider);""";

	private static final List<String> INFORMATION = List.of("pourquoi", "quand", "deroulement",
			"traitement-personnalise", "metastases-peu-nombreuses", "preparer", "a-qui-demander", "chiffres",
			"questions-frequentes", "mentions-legales", "donnees-personnelles", "accessibilite", "plan-du-site");

	private static final String SIMPLE = "fr-simple";

	private static final int[] ERRORS = { 400, 403, 404, 409, 413, 429, 500, 503 };

	@LocalServerPort
	private int port;

	@Autowired
	private TestStaff.SignIn signIn;

	@Autowired
	private Requests requests;

	@Autowired
	private FollowUpLinks links;

	@Autowired
	private OneTimeCodes codes;

	@Autowired
	private Messages messages;

	@Autowired
	private Vault vault;

	@Autowired
	private TestFiles files;

	@Autowired
	private OpinionMother opinions;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private IdentityProvider provider;

	@Autowired
	private JdbcClient jdbc;

	private final Browser browser;

	private final List<String> findings = new ArrayList<>();

	private String language = "fr";

	PicturesIT(Browser browser) {
		this.browser = browser;
	}

	@ParameterizedTest
	@ValueSource(strings = { "fr", "en" })
	void everyPageIsAccessibleAndHasItsPicture(String language) {
		this.language = language;
		try (BrowserContext context = this.browser.newContext(new Browser.NewContextOptions().setBypassCSP(true))) {
			Page page = context.newPage();
			page.onRequest((request) -> {
				if (!request.url().startsWith("http://localhost:" + this.port) && !request.url().startsWith("data:")) {
					this.findings.add("asks a third party: " + request.url());
				}
			});
			PatientJourney patient = new PatientJourney(page, this.port).open("/?lang=" + language);
			picture(page, "home");
			for (String information : INFORMATION) {
				picture(patient.open("/information/" + information).page(), "information-" + information);
			}
			thePreparation(patient);
			theForm(patient);
			theTakeOver(patient);
			errors(patient);
			theWorkspace(patient);
		}
		assertThat(this.findings).isEmpty();
	}

	/** Messages, calls, ends, and what is set for them. */
	@ParameterizedTest
	@ValueSource(strings = { "fr", "en" })
	void everyPageOnWhichPeopleTalkIsAccessible(String language) {
		this.language = language;
		try (BrowserContext context = this.browser.newContext(new Browser.NewContextOptions().setBypassCSP(true))) {
			PatientJourney staff = new PatientJourney(context.newPage(), this.port).open("/?lang=" + language);
			this.signIn.as(Role.ADMIN, staff.open("/connexion").page());
			theSettingsOfMessages(staff);
			theTelling(staff);
		}
		assertThat(this.findings).isEmpty();
	}

	/** The opinion, the meeting before it, and what follows it. */
	@ParameterizedTest
	@ValueSource(strings = { "fr", "en" })
	void everyPageOfAnOpinionIsAccessible(String language) {
		this.language = language;
		try (BrowserContext context = this.browser.newContext(new Browser.NewContextOptions().setBypassCSP(true))) {
			PatientJourney staff = new PatientJourney(context.newPage(), this.port).open("/?lang=" + language);
			this.signIn.as(Role.DOCTOR, staff.open("/connexion").page());
			staff.page().waitForURL("**/admin*");
			SecondOpinionRequest request = this.requests
				.save(RequestMother.aRequest().submittedAt(Instant.now()).submit(this.vault));
			this.jdbc.sql("update second_opinion_request set status = 'IN_REVIEW' where id = :id")
				.param("id", request.getId())
				.update();
			String address = "/admin/demandes/" + request.getReference();
			theDraft(staff, address);
			theMeeting(staff, address);
			theDelivery(staff, address);
			whatFollows(staff, request, address);
		}
		assertThat(this.findings).isEmpty();
	}

	/** The opinion, what follows it, and who else may have it. */
	@ParameterizedTest
	@ValueSource(strings = { "fr", "en", SIMPLE })
	void everyPageOfADeliveredOpinionIsAccessible(String language) {
		this.language = language;
		try (BrowserContext context = this.browser.newContext(new Browser.NewContextOptions().setBypassCSP(true))) {
			PatientJourney patient = new PatientJourney(context.newPage(), this.port).open("/?lang=" + language);
			theOpinionByPost(patient);
			SecondOpinionRequest request = theOpinion(patient);
			if (!language.equals(SIMPLE)) {
				this.signIn.as(Role.SECRETARIAT, patient.open("/connexion").page());
				picture(patient.open("/admin/demandes/%s/avis/medecin".formatted(request.getReference())).page(),
						"delivered-for-doctor");
			}
		}
		assertThat(this.findings).isEmpty();
	}

	/** Signing in by a provider, on another site than ours, and linking what it knows. */
	@ParameterizedTest
	@ValueSource(strings = { "fr", "en" })
	void everyPageAboutProvidersIsAccessible(String language) {
		this.language = language;
		this.jdbc.sql("delete from provider_link").update();
		this.provider.seat("somebody", Map.of("name", "Dominique Martin"));
		try (BrowserContext context = this.browser.newContext(new Browser.NewContextOptions().setBypassCSP(true));
				BrowserContext strict = this.browser.newContext()) {
			PatientJourney staff = new PatientJourney(context.newPage(), this.port).open("/connexion?lang=" + language);
			theLink(staff);
			Page page = new PatientJourney(strict.newPage(), this.port).open("/connexion").page();
			page.locator("a[href='/connexion/avec/clinic']").click();
			page.waitForURL("**/admin*");
			assertThat(page.locator("header").first().innerText()).contains("Dominique ADMIN");
		}
		assertThat(this.findings).isEmpty();
	}

	private void theLink(PatientJourney staff) {
		Page page = staff.page();
		page.locator("a[href='/connexion/avec/away']").click();
		picture(page, "sign-in-provider-absent");
		this.signIn.as(Role.ADMIN, page);
		staff.open("/admin/mon-compte").page().locator("a[href='/connexion/avec/clinic']").click();
		picture(page, "provider-link");
		page.locator("main form .btn-primary").click();
		picture(page, "own-account-linked");
		UUID colleague = this.accounts.save(StaffMother.aMember(Role.DOCTOR)).getId();
		this.jdbc.sql("""
				insert into provider_link (id, account_id, provider, issuer, subject, linked_at)
				values (gen_random_uuid(), :account, 'clinic', 'https://id.example', 'colleague', now())
				""").param("account", colleague).update();
		picture(staff.open("/admin/comptes/" + colleague).page(), "account-linked");
	}

	private void theDraft(PatientJourney staff, String request) {
		Page page = staff.page();
		picture(staff.open(request + "/avis").page(), "opinion");
		Page other = page.context().newPage();
		other.navigate(page.url());
		page.locator("input[name=firstRcp][value=HELD]").check();
		page.locator("#firstRcpOn").evaluate("field => { field.type = 'text'; field.value = 'hier'; }");
		page.locator("button[value=save]").click();
		picture(page, "opinion-errors");
		page.locator("#firstRcpOn").fill("2026-10-12");
		page.locator("#firstConclusion").fill("Chimiothérapie");
		page.locator("input[name=opinionOutcome][value=REVISED]").check();
		page.locator("#opinionDiagnosis").fill("Un carcinome canalaire");
		page.locator("#opinionTreatment").fill("Hormonothérapie seule");
		page.locator("button[value=save]").click();
		picture(page, "opinion-draft");
		other.locator("#opinionTreatment").fill("Autre chose");
		other.locator("button[value=save]").click();
		picture(other, "opinion-overtaken");
		other.close();
		picture(staff.open(request + "/avis/relecture").page(), "opinion-incomplete");
		staff.open(request + "/avis");
		page.locator("textarea[name^=answers]").all().forEach((answer) -> answer.fill("Non, pas tout de suite."));
		page.locator("#whatMatters").fill("Vous pourrez jardiner.");
		page.locator("button[value=reread]").click();
		picture(page, "opinion-reread");
		page.locator("main form .btn-primary").click();
		picture(page, "opinion-proof-read");
		page.locator("form[action$=signature] .btn-primary").click();
		picture(page, "opinion-signed");
		picture(staff.open(request + "/avis/remise").page(), "opinion-delivery-refused");
	}

	private void theMeeting(PatientJourney staff, String request) {
		Page page = staff.page();
		picture(staff.open(request + "/rcp").page(), "rcp");
		page.locator("button[value=hold]").click();
		picture(page, "rcp-errors");
		page.locator("#plannedOn").fill(LocalDate.now().plusDays(3).toString());
		page.locator("button[value=plan]").click();
		picture(page, "rcp-planned");
		picture(staff.open(request).page(), "request-rcp");
		staff.open(request + "/rcp");
		page.locator("#heldOn").fill(LocalDate.now().minusDays(1).toString());
		for (String role : List.of("SURGEON", "RADIOTHERAPIST", "PATHOLOGIST")) {
			page.locator("input[value=" + role + "]").check();
		}
		page.locator("#advice").fill("Hormonothérapie seule");
		page.locator("button[value=hold]").click();
		picture(page, "rcp-held");
	}

	private void theDelivery(PatientJourney staff, String request) {
		Page page = staff.page();
		picture(staff.open(request + "/avis/remise").page(), "opinion-delivery");
		page.locator("main form .btn-primary").click();
		picture(page, "opinion-delivered");
		picture(staff.open(request).page(), "request-delivered");
	}

	private void whatFollows(PatientJourney staff, SecondOpinionRequest request, String address) {
		Page page = staff.page();
		UUID question = UUID.randomUUID();
		this.jdbc.sql("""
				insert into opinion_question (id, opinion_id, number, text, asked_at)
				select :id, id, 1, :text, now() from opinion where request_id = :request""")
			.param("id", question)
			.param("text", this.vault.seal("Et si j’attends ?", new Place("opinion_question", "text", question)))
			.param("request", request.getId())
			.update();
		picture(staff.open(address + "/avis").page(), "opinion-question");
		picture(staff.open(address + "/avis/complement?question=" + question).page(), "addendum");
		page.locator("button[value=sign]").click();
		picture(page, "addendum-errors");
		page.locator("#addition").fill("Attendre un mois ne change rien.");
		page.locator("button[value=sign]").click();
		picture(page, "opinion-followed");
	}

	private void theOpinionByPost(PatientJourney patient) {
		SecondOpinionRequest request = this.requests
			.save(RequestMother.aRequest().withoutEmail().submittedAt(Instant.now()).submit(this.vault));
		this.opinions.delivers(request.getId(), Outcome.CONFIRMED, OpinionMother.words(), Way.POST);
		picture(patient.open("/suivi/" + this.links.issue(request.getId()).orElseThrow().value()).page(),
				"follow-up-opinion-by-post");
	}

	private SecondOpinionRequest theOpinion(PatientJourney patient) {
		Page page = patient.page();
		SecondOpinionRequest request = this.requests
			.save(RequestMother.aRequest().submittedAt(Instant.now()).submit(this.vault));
		this.opinions.delivers(request.getId(), Outcome.REVISED);
		String link = "/suivi/" + this.links.issue(request.getId()).orElseThrow().value();
		picture(patient.open(link).page(), "follow-up-opinion");
		patient.open(link + "/code?vers=avis&avis=envoye");
		patient.type("code", this.codes.issueAtOnce(request.getId())).choosing("check");
		picture(page, "delivered");
		Page other = page.context().newPage();
		new PatientJourney(other, this.port).open(link + "/avis");
		page.locator("button[value=doctor]").click();
		picture(page, "delivered-doctor-errors");
		page.locator("#question").fill("a".repeat(1001));
		page.locator("button[value=ask]").click();
		picture(page, "delivered-question-errors");
		page.locator("#question").fill("Puis-je voyager après l’opération ?");
		page.locator("button[value=ask]").click();
		picture(page, "delivered-question-sent");
		other.locator("#question").fill("Qui me suivra ensuite ?");
		other.locator("button[value=ask]").click();
		picture(other, "delivered-question-overtaken");
		other.locator("button[value=ask]").click();
		other.locator("[role=status]").first().waitFor();
		other.close();
		this.opinions.adds(request.getId(), 1, "Oui, après un mois.");
		this.opinions.adds(request.getId(), null, "L’IRM est arrivée : elle confirme notre avis.");
		picture(patient.open(link).page(), "follow-up-opinion-answered");
		picture(patient.open(link + "/avis").page(), "delivered-answered");
		page.locator("#question").fill("Une dernière chose ?");
		page.locator("button[value=ask]").click();
		page.locator("input[name=doctorMay][value=YES]").check();
		page.locator("button[value=doctor]").click();
		picture(page, "delivered-all-asked");
		return request;
	}

	private void theSettingsOfMessages(PatientJourney staff) {
		Page page = staff.page();
		this.jdbc.sql("truncate place, prepared_text").update();
		picture(staff.open("/admin/reglages/textes").page(), "texts");
		picture(staff.open("/admin/reglages/textes/PAPERS/fr").page(), "text");
		page.locator("button[value=preview]").click();
		picture(page, "text-preview");
		page.locator("#text").fill("{prénom}");
		page.locator("main form .btn-primary").click();
		picture(page, "text-errors");
		picture(staff.open("/admin/reglages/textes/nouveau").page(), "text-new");
		page.locator("main form .btn-primary").click();
		picture(page, "text-new-errors");
		picture(staff.open("/admin/reglages/annuaire").page(), "directory-empty");
		staff.open("/admin/reglages/annuaire/nouveau");
		page.locator("main form .btn-primary").click();
		picture(page, "directory-errors");
		staff.type("name", "Centre de référence").type("phone", "03 20 00 00 00");
		page.locator("#purpose").fill("Reçoit les personnes dont le cancer est rare");
		page.locator("main form .btn-primary").click();
		picture(page, "directory");
	}

	private void theTelling(PatientJourney staff) {
		Page page = staff.page();
		SecondOpinionRequest helped = this.requests
			.save(RequestMother.aRequest().byHelper().submittedAt(Instant.now()).submit(this.vault));
		this.requests.save(RequestMother.aRequest().withoutEmail().submittedAt(Instant.now()).submit(this.vault));
		String request = "/admin/demandes/" + helped.getReference();
		picture(staff.open("/admin/appels").page(), "calls");
		picture(staff.open(request + "/appel").page(), "call");
		page.locator("main form .btn-primary").click();
		picture(page, "call-errors");
		page.locator("input[value=REACHED]").check();
		page.locator("main form .btn-primary").click();
		picture(staff.open(request + "/completer").page(), "papers-asked-for");
		Page other = page.context().newPage();
		new PatientJourney(other, this.port).open(request + "/cloturer");
		page.locator("main form .btn-primary").click();
		picture(page, "request-to-complete");
		other.locator("main form .btn-primary").click();
		picture(other, "closing-overtaken");
		other.close();
		staff.open(request + "/cloturer");
		page.locator("main form .btn-primary").click();
		picture(page, "closing-errors");
		page.locator("#reason").selectOption("OUT_OF_SCOPE");
		page.locator("#place").selectOption(new SelectOption().setIndex(1));
		page.locator("button[value=prepare]").click();
		picture(page, "closing-prepared");
		String link = "/suivi/" + this.links.issue(helped.getId()).orElseThrow().value();
		picture(staff.open(link).page(), "follow-up-asked");
		staff.open(link + "/code?vers=documents&avis=envoye");
		staff.type("code", this.codes.issueAtOnce(helped.getId())).choosing("check");
		picture(staff.open(link + "/documents").page(), "follow-up-papers-asked");
		picture(staff.open(link + "/messages").page(), "follow-up-messages-new");
		staff.open(request + "/cloturer");
		page.locator("#reason").selectOption("OUT_OF_SCOPE");
		page.locator("#place").selectOption(new SelectOption().setIndex(1));
		page.locator("#note").fill("{lieu}");
		page.locator("main form .btn-primary").click();
		picture(page, "request-closed");
		picture(staff.open(link).page(), "follow-up-ended");
	}

	/** What staff print, and what they note at the end. */
	@ParameterizedTest
	@ValueSource(strings = { "fr", "en" })
	void everyPageThatIsTakenAwayIsAccessible(String language) throws IOException {
		this.language = language;
		try (BrowserContext context = this.browser.newContext(new Browser.NewContextOptions().setBypassCSP(true))) {
			PatientJourney staff = new PatientJourney(context.newPage(), this.port).open("/?lang=" + language);
			this.signIn.as(Role.SECRETARIAT, staff.open("/connexion").page());
			SecondOpinionRequest request = this.requests
				.save(RequestMother.aRequest().byHelper().submittedAt(Instant.now()).submit(this.vault));
			this.jdbc.sql("update second_opinion_request set status = 'CLOSED' where id = :id")
				.param("id", request.getId())
				.update();
			String address = "/admin/demandes/" + request.getReference();
			Page page = staff.open(address).page();
			page.locator("form[action$='/verser']").locator("xpath=..").locator("summary").click();
			picture(page, "request-hand-over");
			picture(staff.open(address + "/fiche").page(), "sheet");
			try (PDDocument printed = Loader.loadPDF(page.pdf(new Page.PdfOptions().setFormat("A4")))) {
				assertThat(printed.getNumberOfPages()).isOne();
			}
		}
		assertThat(this.findings).isEmpty();
	}

	/** What patients read differs in its words only: one width will do. */
	@Test
	void everyPageForPatientsIsAccessibleInEasyFrench() {
		this.language = SIMPLE;
		try (BrowserContext context = this.browser.newContext(new Browser.NewContextOptions().setBypassCSP(true))) {
			PatientJourney patient = new PatientJourney(context.newPage(), this.port).open("/?lang=" + SIMPLE);
			picture(patient.page(), "home");
			for (String information : INFORMATION) {
				picture(patient.open("/information/" + information).page(), "information-" + information);
			}
			thePreparation(patient);
			theForm(patient);
		}
		assertThat(this.findings).isEmpty();
	}

	private void thePreparation(PatientJourney patient) {
		Page page = patient.page();
		picture(patient.open("/demande/preparer").page(), "prepare");
		page.locator("#question-PAIN").check();
		page.locator("#first").selectOption("PROJECT");
		page.locator("#second").selectOption("PROJECT");
		patient.type("ownQuestion1", "a".repeat(300));
		page.locator("button[value=sheet]").click();
		picture(page, "prepare-errors");
		page.locator("#second").selectOption("QUALITY_OF_LIFE");
		patient.type("ownQuestion1", "Puis-je voyager ?");
		page.locator("button[value=sheet]").click();
		picture(page, "prepare-sheet");
		picture(patient.open("/information/lettre").page(), "letter-form");
		page.locator("button[value=page]").click();
		picture(page, "letter-form-errors");
		patient.type("sender", "Zoë O’Brien").type("holder", "Hôpital du Nord");
		page.locator("button[value=page]").click();
		picture(page, "letter");
	}

	private void theForm(PatientJourney patient) {
		Page page = patient.page();
		picture(patient.open("/demande").page(), "form-start");
		patient.start();
		picture(page, "form-1-who");
		picture(patient.type("birthDay", "31").type("birthMonth", "02").type("birthYear", "1850").goOn().page(),
				"form-1-who-errors");
		patient.who();
		picture(page, "form-2-contact");
		picture(patient.type("phone", "12").type("email", "zoe@").goOn().page(), "form-2-contact-errors");
		patient.contact("zoe@patiente.example");
		picture(page, "form-3-situation");
		picture(patient.type("plannedDay", "32").type("diagnosisMonth", "13").goOn().page(), "form-3-situation-errors");
		patient.type("plannedDay", "").type("diagnosisMonth", "").situation();
		picture(page, "form-4-expectations");
		picture(patient.type("ownQuestion1", "a".repeat(2000)).goOn().page(), "form-4-expectations-errors");
		patient.choosing("later");
		picture(page, "form-later");
		picture(patient.type("email", "zoe@").choosing("mail").page(), "form-later-errors");
		patient.choosing("link");
		picture(page, "form-later-link");
		resumed(patient, page.locator("#link").inputValue());
		patient.open("/demande/attentes").expectations();
		picture(page, "form-5-documents");
		page.locator("details.more summary").click();
		picture(page, "form-5-documents-by-type");
		page.locator("#files")
			.setInputFiles(
					new FilePayload[] { file("compte rendu.pdf", FileMother.pdf("")), file("page.html", new byte[1]) });
		patient.goOn();
		page.locator(".error-summary").waitFor();
		picture(page, "form-5-documents-errors");
		patient.documents();
		picture(page, "form-6-check");
		picture(patient.type("answer", "1").send().page(), "form-6-check-errors");
		patient.answerTheSum().send().on("envoyee");
		picture(page, "form-sent");
		page.locator("main a[href*='/suivi/']").first().click();
		picture(page, "follow-up");
		String link = page.url().replaceFirst("^https?://[^/]+", "");
		theFollowUp(patient, link);
		picture(patient.open("/demande").page(), "form-start-again");
	}

	/** What another device shows of the form that is under way on this one. */
	private void resumed(PatientJourney patient, String link) {
		String path = link.substring(link.indexOf("/demande/"));
		picture(patient.open(path).page(), "form-resume");
		picture(patient.open(path + "x").page(), "form-resume-gone");
		try (BrowserContext other = this.browser.newContext(new Browser.NewContextOptions().setBypassCSP(true))) {
			PatientJourney stranger = new PatientJourney(other.newPage(), this.port).open("/?lang=" + this.language);
			picture(stranger.start().open(path).page(), "form-resume-other");
			picture(stranger.open("/").page(), "home-under-way");
			stranger.open("/demande/attentes").type("ownQuestion1", PatientJourney.OWN_QUESTION);
			other.clearCookies(new BrowserContext.ClearCookiesOptions().setName("demande"));
			picture(stranger.goOn().page(), "form-lost");
			picture(stranger.open("/demande?avis=perdue").page(), "form-lost-start");
		}
	}

	private void theFollowUp(PatientJourney patient, String link) {
		Page page = patient.page();
		picture(patient.open("/suivi").page(), "follow-up-lost");
		picture(patient.type("reference", "SA-7K2M-9QXU").type("email", "zoe@").send().page(), "follow-up-lost-errors");
		picture(patient.open(link + "/messages").page(), "follow-up-code");
		patient.send();
		picture(page, "follow-up-code-sent");
		picture(patient.type("code", "x").choosing("check").page(), "follow-up-code-errors");
		patient.type("code", this.codes.issueAtOnce(this.links.find(tokenIn(link)).orElseThrow().getId()))
			.choosing("check");
		picture(page, "follow-up-messages-none");
		picture(patient.send().page(), "follow-up-messages-errors");
		patient.type("message", "Puis-je venir avec ma fille ?").send();
		picture(page, "follow-up-messages");
		picture(patient.open(link + "/documents").page(), "follow-up-papers");
		page.locator("#files")
			.setInputFiles(new FilePayload[] { file("irm.pdf", FileMother.pdf("irm")), file("vide.pdf", new byte[0]) });
		patient.send();
		page.locator(".error-summary").waitFor();
		picture(page, "follow-up-papers-errors");
		page.locator("#files").setInputFiles(file("scanner.pdf", FileMother.pdf("scanner")));
		patient.send();
		page.waitForURL("**/documents?avis=envoye");
		picture(page, "follow-up-papers-sent");
		picture(patient.open(link + "/coordonnees").page(), "follow-up-contact");
		picture(patient.type("phone", "12").type("email", "zoe@").send().page(), "follow-up-contact-errors");
		picture(patient.open(link + "/copie").page(), "follow-up-copy");
		picture(patient.open(link + "/consultations").page(), "follow-up-readings");
		picture(patient.open(link + "/liens").page(), "follow-up-links");
		picture(patient.open(link + "/effacement").page(), "follow-up-erasure");
		page.locator("main .btn-danger").click();
		picture(page, "follow-up-erasure-asked");
		picture(patient.open(link + "/effacement").page(), "follow-up-erasure-call-off");
		picture(patient.open(link + "/retrait").page(), "follow-up-withdrawal");
		page.locator("main .btn-danger").click();
		picture(page, "follow-up-withdrawn");
	}

	private static SecretToken tokenIn(String link) {
		return new SecretToken(link.substring(link.lastIndexOf('/') + 1));
	}

	private void theTakeOver(PatientJourney patient) {
		Page page = patient.page();
		SecondOpinionRequest helped = this.requests
			.save(RequestMother.aRequest().byHelper().submittedAt(Instant.now()).submit(this.vault));
		String link = "/suivi/" + this.links.issue(helped.getId()).orElseThrow().value();
		picture(patient.open(link).page(), "follow-up-helped");
		patient.open(link + "/code?vers=reprise&avis=envoye");
		patient.type("code", this.codes.issueAtOnce(helped.getId())).choosing("check");
		picture(page, "follow-up-take-over");
		page.locator("main form .btn-primary").click();
		picture(page, "follow-up-taken-over");
	}

	private void errors(PatientJourney patient) {
		picture(patient.open("/suivi/unknown").page(), "follow-up-unknown");
		for (int status : ERRORS) {
			picture(patient.open(TestStaff.ERRORS + status).page(), "error-" + status);
		}
	}

	private void theWorkspace(PatientJourney patient) {
		Page page = patient.page();
		SecondOpinionRequest helper = this.requests
			.save(RequestMother.aRequest().byHelper().submittedAt(Instant.now()).submit(this.vault));
		this.messages
			.save(Message.ofPatient(helper.getId(), "a", "Puis-je venir avec ma fille ?", this.vault, Instant.now()));
		SecondOpinionRequest suspect = this.requests.save(RequestMother.aRequest().suspect(this.vault));
		picture(patient.open("/connexion").page(), "sign-in");
		patient.type("username", "nobody@tilleuls.example").type("password", "wrong");
		page.locator("main form button[type=submit]").click();
		picture(page, "sign-in-errors");
		this.signIn.as(Role.ADMIN, page);
		picture(patient.open("/admin").page(), "queue");
		picture(patient.open("/admin?q=zzzz").page(), "queue-empty");
		picture(patient.open("/admin?status=SUSPECT").page(), "queue-suspect");
		picture(patient.open("/admin/demandes/" + suspect.getReference()).page(), "request-suspect");
		UUID file = this.files.send(helper.getId(), "compte rendu.pdf", FileMother.pdf(""));
		patient.open("/admin/demandes/" + helper.getReference());
		picture(page, "request-new");
		this.jdbc.sql("update uploaded_file set store = 'S3' where id = :id").param("id", file).update();
		patient.open("/admin/demandes/%s/fichiers/%s".formatted(helper.getReference(), file));
		assertThat(page.title()).startsWith(this.language.equals("fr") ? "Ce fichier" : "This file");
		picture(page, "file-unavailable");
		SecondOpinionRequest untold = this.requests
			.save(RequestMother.aRequest().byHelper().withoutEmail().submittedAt(Instant.now()).submit(this.vault));
		patient.open("/admin/demandes/" + untold.getReference());
		page.locator("details:has(form[action$='/prevenir-patient']) summary").click();
		picture(page, "request-untold");
		patient.open("/admin/demandes/" + helper.getReference());
		Page other = page.context().newPage();
		new PatientJourney(other, this.port).open("/admin/demandes/" + helper.getReference());
		page.locator("form[action$='/prendre-en-charge'] button").click();
		picture(page, "request-in-review");
		other.locator("form[action$='/prendre-en-charge'] button").click();
		picture(other, "request-overtaken");
		other.close();
		theAppointments(patient, helper);
		picture(patient.open("/admin/courriers").page(), "mails");
		picture(patient.open("/admin/comptes").page(), "accounts");
		picture(patient.open("/admin/mon-compte").page(), "own-account");
		picture(patient.open("/admin/mon-compte/cle").page(), "passkey-new");
		patient.type("passkeyName", "");
		page.evaluate("document.querySelector('form[data-passkey]').submit()");
		page.locator(".error-summary").waitFor();
		picture(page, "passkey-new-errors");
		picture(patient.open("/admin/journal").page(), "trail");
		picture(patient.open("/admin/journal?reference=SA-1&firstDay=hier").page(), "trail-errors");
		picture(patient.open("/admin/conservation").page(), "retention");
		theDoctors(patient);
		theFacts(patient);
	}

	private void theDoctors(PatientJourney patient) {
		Page page = patient.page();
		String doctors = "/admin/reglages/medecins";
		StaffAccount doctor = this.accounts.save(StaffMother.aMember(Role.DOCTOR));
		picture(patient.open(doctors).page(), "doctors");
		String one = doctors + "/" + doctor.getId();
		patient.open(one).type("weeklyCapacity", "0");
		page.locator("input[value=BREAST]").check();
		page.locator("main form .btn-primary").click();
		picture(page, "doctor-errors");
		Page other = page.context().newPage();
		new PatientJourney(other, this.port).open(one);
		patient.type("weeklyCapacity", "4");
		page.locator("main form .btn-primary").click();
		picture(page, "doctor");
		other.locator("main form .btn-primary").click();
		picture(other, "doctor-overtaken");
		other.close();
		picture(patient.open(one + "/absence").page(), "absence");
		patient.type("firstDay", "2030-01-02").type("lastDay", "2030-01-01");
		page.locator("main form .btn-primary").click();
		picture(page, "absence-errors");
		SecondOpinionRequest request = this.requests
			.save(RequestMother.aRequest().submittedAt(Instant.now()).submit(this.vault));
		picture(patient.open("/admin/demandes/" + request.getReference()).page(), "request-proposals");
		page.locator("form[action$='/attribuer'] button").first().click();
		page.locator("details:has(form[action$='/attribuer']) summary").click();
		picture(page, "request-assigned");
	}

	private void theFacts(PatientJourney patient) {
		Page page = patient.page();
		String facts = "/admin/reglages/etablissement";
		picture(patient.open(facts).page(), "facts");
		Page other = page.context().newPage();
		new PatientJourney(other, this.port).open(facts);
		patient.type("facts[EMAIL]", "nulle part");
		page.locator("main form .btn-primary").click();
		picture(page, "facts-errors");
		patient.type("facts[EMAIL]", "").type("facts[HOURS]", "tous les matins");
		page.locator("main form .btn-primary").click();
		picture(page, "facts-set");
		other.locator("main form .btn-primary").click();
		picture(other, "facts-overtaken");
		other.close();
		patient.open(facts).type("facts[HOURS]", "");
		page.locator("main form .btn-primary").click();
		picture(patient.open(facts + "/en").page(), "facts-in-another-language");
		picture(patient.open("/admin/reglages/delais").page(), "targets");
		patient.type("days[IN_REVIEW]", "0");
		page.locator("main form .btn-primary").click();
		picture(page, "targets-errors");
		patient.open("/admin/reglages/jours-fermes");
		page.locator("main form .btn-primary").click();
		picture(page, "closed-days-errors");
		String day = "2031-0%d-02".formatted(this.language.equals("fr") ? 1 : 2);
		patient.type("label", "Pont").type("firstDay", day).type("lastDay", day);
		page.locator("main form .btn-primary").click();
		picture(page, "closed-days");
	}

	private void theAppointments(PatientJourney patient, SecondOpinionRequest request) {
		Page page = patient.page();
		UUID doctor = this.accounts.save(StaffMother.aMember(Role.DOCTOR)).getId();
		picture(patient.open("/admin/reglages/creneaux").page(), "slots-choose");
		picture(patient.open("/admin/reglages/creneaux?ajouter=semaine&doctor=" + doctor).page(), "slots-week");
		page.locator("button[value=add]").click();
		picture(page, "slots-week-errors");
		page.locator("#weekday").selectOption("MONDAY");
		patient.type("fromTime", "09:00").type("toTime", "12:00").type("validFrom", "2020-01-01");
		page.locator("button[value=add]").click();
		picture(patient.open("/admin/reglages/creneaux?ajouter=jour&doctor=" + doctor).page(), "slots-day");
		patient.type("day", "2100-01-04").page().locator("input[name=kind][value=CLOSED]").check();
		page.locator("button[value=add]").click();
		picture(page, "slots");
		String appointment = "/admin/demandes/%s/rendez-vous".formatted(request.getReference());
		picture(patient.open(appointment).page(), "appointment");
		picture(patient.open(appointment + "?visit=VIDEO&doctor=" + doctor).page(), "appointment-times");
		page.locator("button[value=propose]").click();
		picture(page, "appointment-errors");
		page.locator("input[name=times]").first().check();
		page.locator("input[name=times]").nth(1).check();
		page.locator("button[value=propose]").click();
		picture(page, "appointment-proposed");
		theAnswer(patient, request);
		picture(patient.open("/admin/demandes/" + request.getReference()).page(), "request-answered");
		picture(patient.open(appointment).page(), "appointment-booked");
		LocalDate monday = LocalDate.now().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
		picture(patient.open("/admin/agenda?jour=" + monday).page(), "agenda");
		picture(patient.open("/admin/agenda?jour=%s&medecin=%s".formatted(monday, doctor)).page(), "agenda-doctor");
		picture(patient.open("/admin/agenda?medecin=" + doctor).page(), "agenda-empty");
		page.locator("button[value=renew]").click();
		picture(page, "agenda-link");
		picture(patient.open("/admin/tableau").page(), "figures");
		picture(patient.open("/admin/tableau?du=x&au=y").page(), "figures-errors");
	}

	/** What the patient sees of a proposal, who then takes the first time. */
	private void theAnswer(PatientJourney patient, SecondOpinionRequest request) {
		Page page = patient.page();
		String link = "/suivi/" + this.links.issue(request.getId()).orElseThrow().value();
		picture(patient.open(link).page(), "follow-up-proposed");
		patient.open(link + "/code?vers=rendez-vous&avis=envoye");
		patient.type("code", this.codes.issueAtOnce(request.getId())).choosing("check");
		picture(page, "follow-up-appointment");
		page.locator("button[value=answer]").click();
		picture(page, "follow-up-appointment-errors");
		page.locator("input[name=time]").first().check();
		page.locator("button[value=answer]").click();
		picture(page, "follow-up-appointment-fixed");
	}

	private void picture(Page page, String name) {
		if (this.language.equals(SIMPLE)) {
			pictureOfOtherWords(page, name);
			return;
		}
		for (int width : WIDTHS) {
			page.setViewportSize(width, 900);
			fits(page, name, width);
		}
		page.setViewportSize(NARROWEST, 900);
		fits(page, name, NARROWEST);
		page.evaluate(WIDER_TEXT);
		fits(page, name + " with wider text", NARROWEST);
		page.evaluate("document.getElementById('wider-text').remove()");
		page.setViewportSize(PHONE, 900);
		shoot(page, "%s-%s-%d".formatted(name, this.language, PHONE));
		check(page, "%s (%s) at %d px".formatted(name, this.language, PHONE));
		page.setViewportSize(SCREEN, 900);
		fits(page, name, SCREEN);
		if (this.language.equals("fr")) {
			shoot(page, "%s-fr-%d".formatted(name, SCREEN));
			page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
			check(page, "%s at %d px, dark".formatted(name, SCREEN));
			page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
		}
	}

	// Dark colours and wider screens were checked in French.
	private void pictureOfOtherWords(Page page, String name) {
		page.setViewportSize(NARROWEST, 900);
		fits(page, name, NARROWEST);
		page.setViewportSize(PHONE, 900);
		shoot(page, "%s-%s-%d".formatted(name, SIMPLE, PHONE));
		check(page, "%s (%s) at %d px".formatted(name, SIMPLE, PHONE));
	}

	private void fits(Page page, String name, int width) {
		if (!(Boolean) page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")) {
			this.findings.add("%s (%s) scrolls sideways at %d px".formatted(name, this.language, width));
		}
	}

	private static FilePayload file(String name, byte[] content) {
		return new FilePayload(name, "application/octet-stream", content);
	}

	private void shoot(Page page, String file) {
		page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
			.setType(ScreenshotType.JPEG)
			.setQuality(80)
			.setPath(Path.of("target", "screenshots", file + ".jpg")));
	}

	private void check(Page page, String where) {
		for (Rule violation : new AxeBuilder(page).options(rules()).setLegacyMode(true).analyze().getViolations()) {
			this.findings.add("%s: %s: %s".formatted(where, violation.getId(), violation.getNodes().get(0).getHtml()));
		}
	}

	/** Axe leaves the size of targets out unless asked for it (WCAG 2.2, 2.5.8). */
	private static AxeRunOptions rules() {
		AxeRuleOptions targetSize = new AxeRuleOptions();
		targetSize.setEnabled(true);
		AxeRunOptions options = new AxeRunOptions();
		options.setRules(Map.of("target-size", targetSize));
		options.setResultTypes(List.of("violations"));
		return options;
	}

}
