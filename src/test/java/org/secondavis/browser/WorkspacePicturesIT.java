package org.secondavis.browser;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondavis.conversation.Message;
import org.secondavis.conversation.Messages;
import org.secondavis.document.FileMother;
import org.secondavis.document.TestFiles;
import org.secondavis.request.RequestMother;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccount;
import org.secondavis.staff.StaffAccounts;
import org.secondavis.staff.StaffMother;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.request.RequestMother.aRequest;

/** The workspace, its appointments and its settings. */
@BrowserTest
class WorkspacePicturesIT extends Pictures {

	@Autowired
	private Messages messages;

	@Autowired
	private TestFiles files;

	@Autowired
	private StaffAccounts accounts;

	WorkspacePicturesIT(Browser browser) {
		super(browser);
	}

	@ParameterizedTest
	@ValueSource(strings = { "fr", "en" })
	void everyPageOfTheWorkspaceIsAccessible(String language) {
		look(language, this::theWorkspace);
	}

	private void theWorkspace(PatientJourney patient) {
		Page page = patient.page();
		SecondOpinionRequest helper = receive(aRequest().byHelper());
		this.messages
			.save(Message.ofPatient(helper.getId(), "a", "Puis-je venir avec ma fille ?", this.vault, Instant.now()));
		SecondOpinionRequest suspect = this.requests.save(RequestMother.aRequest().suspect(this.vault));
		picture(patient.open("/connexion").page(), "sign-in");
		patient.type("username", "nobody@tilleuls.example").type("password", "wrong");
		page.locator("main form button[type=submit]").click();
		picture(page, "sign-in-errors");
		this.signIn.as(Role.ADMIN, page);
		picture(patient.open("/admin").page(), "queue");
		theMenu(page);
		picture(patient.open("/admin?q=zzzz").page(), "queue-empty");
		picture(patient.open("/admin?status=SUSPECT").page(), "queue-suspect");
		picture(patient.open("/admin/demandes/" + suspect.getReference()).page(), "request-suspect");
		UUID file = this.files.send(helper.getId(), "compte rendu.pdf", FileMother.pdf(""));
		patient.open("/admin/demandes/" + helper.getReference());
		picture(page, "request-new");
		this.jdbc.sql("update uploaded_file set store = 'S3' where id = :id").param("id", file).update();
		patient.open("/admin/demandes/%s/fichiers/%s".formatted(helper.getReference(), file));
		assertThat(page.title()).startsWith(language().equals("fr") ? "Ce fichier" : "This file");
		picture(page, "file-unavailable");
		SecondOpinionRequest untold = receive(aRequest().byHelper().withoutEmail());
		patient.open("/admin/demandes/" + untold.getReference());
		page.locator("details:has(form[action$='/prevenir-patient']) summary").click();
		picture(page, "request-untold");
		patient.open("/admin/demandes/" + helper.getReference());
		Page other = page.context().newPage();
		on(other).open("/admin/demandes/" + helper.getReference());
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

	private void theMenu(Page page) {
		page.setViewportSize(PHONE, 900);
		page.locator(".bar .menu").click();
		pictureOnPhone(page, "menu");
		page.setViewportSize(SCREEN, 900);
		page.reload();
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
		String link = linkOf(request);
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
		on(other).open(one);
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
		SecondOpinionRequest request = receive(aRequest());
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
		on(other).open(facts);
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
		String day = "2031-0%d-02".formatted(language().equals("fr") ? 1 : 2);
		patient.type("label", "Pont").type("firstDay", day).type("lastDay", day);
		page.locator("main form .btn-primary").click();
		picture(page, "closed-days");
	}

}
