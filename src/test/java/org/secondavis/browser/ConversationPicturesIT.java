package org.secondavis.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.staff.Role;

import static org.secondavis.request.RequestMother.aRequest;

/** Messages, calls, ends, and what is set for them. */
@BrowserTest
class ConversationPicturesIT extends Pictures {

	ConversationPicturesIT(Browser browser) {
		super(browser);
	}

	@ParameterizedTest
	@ValueSource(strings = { "fr", "en" })
	void everyPageOnWhichPeopleTalkIsAccessible(String language) {
		look(language, (staff) -> {
			this.signIn.as(Role.ADMIN, staff.open("/connexion").page());
			theSettingsOfMessages(staff);
			theTelling(staff);
		});
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
		SecondOpinionRequest helped = receive(aRequest().byHelper());
		receive(aRequest().withoutEmail());
		String request = "/admin/demandes/" + helped.getReference();
		picture(staff.open("/admin/appels").page(), "calls");
		picture(staff.open(request + "/appel").page(), "call");
		page.locator("main form .btn-primary").click();
		picture(page, "call-errors");
		page.locator("input[value=REACHED]").check();
		page.locator("main form .btn-primary").click();
		picture(staff.open(request + "/completer").page(), "papers-asked-for");
		Page other = page.context().newPage();
		on(other).open(request + "/cloturer");
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
		String link = linkOf(helped);
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

}
