package org.secondavis.intake;

import org.junit.jupiter.api.Test;
import org.secondavis.ApplicationTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
@TestPropertySource(properties = { "secondavis.guard.minimum-time=1h", "secondavis.guard.sum-question=false",
		"secondavis.guard.requests-per-hour=1", "secondavis.guard.drafts-per-hour=2" })
class GuardTests {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void whoIsFasterThanAnyPersonIsSuspectedButNotTurnedAway() {
		PatientBrowser browser = new PatientBrowser(this.mvc).fillInAll();
		assertThat(browser.get(Step.CHECK_URL)).bodyText().doesNotContain("name=\"answer\"");
		assertThat(browser.post(Step.CHECK_URL, TypedForm.empty())).hasRedirectedUrl("/demande/envoyee");
		assertThat(browser.get("/demande/envoyee")).hasStatusOk()
			.bodyText()
			.contains("data-reference=\"SA-", "ne vient pas d’un robot");
		assertThat(browser.post(Step.CHECK_URL, TypedForm.empty()))
			.hasRedirectedUrl("/demande/envoyee?avis=deja-envoyee");
	}

	@Test
	void whoSendsTooOftenIsStoppedAndKeepsTheDraft() {
		new PatientBrowser(this.mvc).at("2001:db8:1:2::1").fillInAll().post(Step.CHECK_URL, TypedForm.empty());
		PatientBrowser second = new PatientBrowser(this.mvc).at("2001:db8:1:2::ffff").fillInAll();
		assertThat(second.post(Step.CHECK_URL, TypedForm.empty())).hasStatus(HttpStatus.TOO_MANY_REQUESTS);
		assertThat(second.at("2001:db8:1:3::1").post(Step.CHECK_URL, TypedForm.empty()))
			.hasRedirectedUrl("/demande/envoyee");
	}

	@Test
	void aPageThatWasMadeForAnotherRequestSendsNothing() {
		PatientBrowser browser = new PatientBrowser(this.mvc).fillInAll();
		String page = PatientBrowser.body(browser.get(Step.CHECK_URL));
		String former = page.replaceFirst("(?s).*name=\"draft\" value=\"([^\"]+)\".*", "$1");
		browser.post("/demande", TypedForm.empty().with("action", "again"));
		for (Step step : Step.values()) {
			browser.fillIn(step, TypedForm.of(step));
		}
		assertThat(browser.post(Step.CHECK_URL, TypedForm.empty().with("draft", former)))
			.hasRedirectedUrl("/demande?avis=autre");
	}

	@Test
	void nobodyBeginsFormsWithoutEnd() {
		for (int form = 0; form < 2; form++) {
			new PatientBrowser(this.mvc).at("2001:db8:7:7::" + form).start();
		}
		PatientBrowser third = new PatientBrowser(this.mvc).at("2001:db8:7:7::3");
		third.get("/demande");
		assertThat(third.post("/demande", TypedForm.empty())).hasStatus(HttpStatus.TOO_MANY_REQUESTS);
		new PatientBrowser(this.mvc).at("2001:db8:7:8::1").start();
	}

}
