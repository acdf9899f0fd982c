package org.secondavis.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.secondavis.ApplicationTest;
import org.secondavis.encryption.SecretToken;
import org.secondavis.encryption.Vault;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class StartControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private OpenDrafts openDrafts;

	@Autowired
	private Drafts drafts;

	@Autowired
	private Vault vault;

	@Autowired
	private Clock clock;

	private PatientBrowser browser;

	@BeforeEach
	void openBrowser() {
		this.browser = new PatientBrowser(this.mvc);
	}

	@Test
	void thePageSaysWhatToKnowBefore() {
		assertThat(this.browser.get("/demande")).hasStatusOk()
			.bodyText()
			.contains("Sous 5 jours ouvrés", "150 €", "Un avis écrit", "anatomopathologie", "téléphoner",
					"01 23 45 67 89", "CNIL", "Clinique des Tilleuls, 12 rue des Tilleuls", "Commencer ma demande")
			.doesNotContain("Reprendre", "??");
		assertThat(this.browser.get("/demande?lang=en")).bodyText()
			.contains("Start my request", "Within 5 working days")
			.doesNotContain("??");
	}

	@Test
	void theSecretOfADraftStaysInTheBrowser() {
		Cookie cookie = this.browser.start().cookie("demande");
		assertThat(cookie.isHttpOnly()).isTrue();
		assertThat(cookie.getSecure()).isFalse();
		assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
		assertThat(cookie.getPath()).isEqualTo("/demande");
		assertThat(cookie.getMaxAge()).isEqualTo((int) Duration.ofDays(7).toSeconds());
	}

	@Test
	void overHttpsTheSecretIsNeverSentOtherwise() {
		assertThat(this.browser.overHttps().start().cookie("demande").getSecure()).isTrue();
	}

	@Test
	void aFormThatIsUnderWayGoesOn() {
		this.browser.start().fillIn(Step.WHO, TypedForm.who());
		assertThat(this.browser.get("/demande")).bodyText()
			.contains("Reprendre ma demande", "href=\"/demande/verification\"")
			.doesNotContain("Commencer");
		this.browser.start();
		assertThat(this.browser.get("/demande/qui")).bodyText().contains("value=\"Zoë\"");
	}

	@Test
	void whoWantsToBeginAgainLeavesNothingBehind() {
		this.browser.start().fillIn(Step.WHO, TypedForm.who());
		SecretToken former = new SecretToken(this.browser.cookie("demande").getValue());
		assertThat(this.browser.post("/demande", TypedForm.empty().with("action", "again")))
			.hasRedirectedUrl("/demande/qui");
		assertThat(this.browser.get("/demande/qui")).bodyText().doesNotContain("value=\"Zoë\"");
		assertThat(this.openDrafts.find(former)).isEmpty();
	}

	@Test
	void anExpiredDraftIsOutOfReachAndDeletedInTheEnd() {
		Instant now = this.clock.instant();
		SecretToken expired = store(now.minus(Duration.ofDays(7)));
		SecretToken alive = store(now.minus(Duration.ofDays(6)));
		assertThat(this.openDrafts.find(expired)).isEmpty();
		assertThat(this.openDrafts.find(alive)).isPresent();
		this.openDrafts.deleteExpired();
		this.openDrafts.deleteExpired();
		assertThat(this.drafts.find(expired.hash(), Instant.EPOCH)).isEmpty();
		assertThat(this.openDrafts.find(alive)).isPresent();
	}

	@Test
	void anAnswerThatIsSavedKeepsTheDraftForAnotherWeek() {
		SecretToken token = store(this.clock.instant().minus(Duration.ofDays(6)));
		this.openDrafts.save(token, "", Step.WHO, TypedForm.who().as(WhoForm.class), true);
		assertThat(this.openDrafts.require(token).getExpiresAt())
			.isAfter(this.clock.instant().plus(Duration.ofDays(6)));
	}

	private SecretToken store(Instant startedAt) {
		SecretToken token = SecretToken.random();
		this.drafts.save(new Draft(token, this.vault, startedAt, Duration.ofDays(7)));
		return token;
	}

}
