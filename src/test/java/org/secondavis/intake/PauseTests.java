package org.secondavis.intake;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.secondavis.ApplicationTest;
import org.secondavis.StatementCount;
import org.secondavis.encryption.SecretToken;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** Stopping on one device, going on with another. */
@ApplicationTest
class PauseTests {

	private static final Pattern LINK = Pattern.compile("https://avis\\.example(/demande/reprendre/[\\w-]{43})");

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private ResumeLinks links;

	@Autowired
	private OpenDrafts drafts;

	@Autowired
	private JdbcClient jdbc;

	private PatientBrowser browser;

	private PatientBrowser phone;

	@BeforeEach
	void openBrowser() {
		this.jdbc.sql("truncate throttle, outgoing_mail").update();
		this.browser = new PatientBrowser(this.mvc);
		this.phone = new PatientBrowser(this.mvc);
	}

	@Test
	void thePageSaysUntilWhenAnswersAreKeptAndWarnsOnASharedComputer() {
		this.browser.start();
		assertThat(this.browser.post(Step.WHO.url(), TypedForm.who().with("action", "later")))
			.hasRedirectedUrl(PauseController.URL);
		assertThat(this.browser.get(PauseController.URL)).hasStatusOk()
			.bodyText()
			.contains("Vos réponses sont gardées jusqu’au", "pour 7 jours", "Recevoir le lien par courriel",
					"Oublier le formulaire sur cet appareil", "href=\"/demande/verification\"")
			.doesNotContain("??", "Zoë", "zoe@");
		assertThat(this.browser.get(PauseController.URL + "?lang=en")).bodyText()
			.contains("Your answers are kept until")
			.doesNotContain("??", "Vos réponses");
	}

	@Test
	void theCheckPageLeadsThereToo() {
		assertThat(this.browser.fillInAll().post(Step.CHECK_URL, TypedForm.empty().with("action", "later")))
			.hasRedirectedUrl(PauseController.URL);
	}

	@ParameterizedTest
	@ValueSource(strings = { "qui", "contact", "situation", "attentes", "documents" })
	void everyStepSaysHowLongAnswersAreKept(String step) {
		assertThat(this.browser.start().get("/demande/" + step)).bodyText()
			.contains("Vos réponses sont gardées 7 jours après la dernière étape enregistrée.");
	}

	@Test
	void aShownLinkOpensTheFormOnAnotherDeviceAndShutsItHere() {
		this.browser.start().fillIn(Step.WHO, TypedForm.who());
		String link = shownLink(this.browser);
		assertThat(this.phone.get(link)).hasStatusOk()
			.bodyText()
			.contains("Reprendre ma demande", "Vos réponses sont gardées jusqu’au", "noindex")
			.doesNotContain("Zoë", "??");
		assertThat(this.phone.cookie("demande")).as("looking changes nothing").isNull();
		assertThat(this.browser.get("/demande/qui")).bodyText().contains("value=\"Zoë\"");

		assertThat(this.phone.post(link, TypedForm.empty())).hasRedirectedUrl(Step.CHECK_URL);
		assertThat(this.phone.get(Step.CHECK_URL)).hasRedirectedUrl("/demande/contact");
		assertThat(this.phone.get("/demande/qui")).bodyText().contains("value=\"Zoë\"");
		assertThat(this.browser.get("/demande/qui")).hasRedirectedUrl("/demande?avis=perdue");
		assertThat(this.browser.get("/demande?avis=perdue")).bodyText()
			.contains("Elle ne s’ouvre plus que sur celui-là.", "il marche tant que vos réponses sont gardées")
			.doesNotContain("??");
	}

	@Test
	void aLinkServesAsOftenAsOneLikes() {
		this.browser.start().fillIn(Step.WHO, TypedForm.who());
		String link = shownLink(this.browser);
		for (PatientBrowser device : List.of(this.phone, this.browser, this.phone)) {
			device.get(link);
			assertThat(device.post(link, TypedForm.empty())).hasRedirectedUrl(Step.CHECK_URL);
			assertThat(device.get("/demande/qui")).bodyText().contains("value=\"Zoë\"");
		}
	}

	@Test
	void aNewLinkReplacesTheOneBefore() {
		this.browser.start();
		String former = shownLink(this.browser);
		String link = shownLink(this.browser);
		assertThat(this.phone.get(former)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.phone.get(link)).hasStatusOk();
		mailLink("zoe@patiente.example");
		assertThat(this.phone.get(link)).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void onlyHashesOfLinksAreKept() {
		String link = shownLink(this.browser.start());
		String token = link.substring(link.lastIndexOf('/') + 1);
		assertThat(this.jdbc.sql("select count(*) from resume_link where token_hash = :hash")
			.param("hash", new SecretToken(token).hash())
			.query(Integer.class)
			.single()).isOne();
	}

	@ParameterizedTest
	@ValueSource(strings = { "unknown", "x' or '1'='1", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" })
	void aLinkThatLeadsNowhereSaysWhatToDo(String token) {
		assertThat(this.phone.get("/demande/reprendre/" + token)).hasStatus(HttpStatus.NOT_FOUND)
			.bodyText()
			.contains("Ce lien n’ouvre plus rien", "7 jours", "tel:")
			.doesNotContain("??");
	}

	@Test
	void aLinkToAnExpiredFormSaysSo() {
		String link = shownLink(this.browser.start());
		this.jdbc.sql("update draft set expires_at = now() - interval '1 second' where id = :id")
			.param("id", draftOf(this.browser).getId())
			.update();
		assertThat(this.phone.get(link)).hasStatus(HttpStatus.NOT_FOUND)
			.bodyText()
			.contains("Les réponses sont effacées 7 jours après");
		this.phone.get("/demande");
		assertThat(this.phone.post(link, TypedForm.empty())).hasRedirectedUrl(link);
		assertThat(this.phone.cookie("demande")).isNull();
	}

	@Test
	void aLinkToAFormThatWasSentSaysHowToFollowIt() {
		this.browser.fillInAll();
		String link = shownLink(this.browser);
		String reference = this.browser.send();
		assertThat(this.phone.get(link)).hasStatusOk()
			.bodyText()
			.contains("Cette demande est déjà envoyée", reference, "href=\"/suivi\"")
			.doesNotContain("??", "Zoë")
			.doesNotContainPattern("/suivi/[\\w-]{43}");
		this.phone.get("/demande");
		assertThat(this.phone.post(link, TypedForm.empty())).hasRedirectedUrl(link);
		assertThat(this.phone.get(Step.CHECK_URL)).hasRedirectedUrl("/demande?avis=perdue");
	}

	@Test
	void anotherFormOnTheDeviceIsNeverPutAsideUnasked() {
		this.browser.start().fillIn(Step.WHO, TypedForm.who());
		String link = shownLink(this.browser);
		this.phone.start().fillIn(Step.WHO, TypedForm.who().with("firstName", "Minh"));
		assertThat(this.phone.get(link)).bodyText()
			.contains("Une autre demande est commencée sur cet appareil.", "value=\"replace\"")
			.doesNotContain("??", "Zoë", "Minh");
		this.phone.get("/demande");
		assertThat(this.phone.post(link, TypedForm.empty())).hasRedirectedUrl(link);
		assertThat(this.phone.get("/demande/qui")).bodyText().contains("value=\"Minh\"");
		assertThat(this.phone.post(link, TypedForm.empty().with("action", "replace"))).hasRedirectedUrl(Step.CHECK_URL);
		assertThat(this.phone.get("/demande/qui")).bodyText().contains("value=\"Zoë\"");
	}

	@Test
	void aPageThatIsOpenOnTheFormerDeviceCannotMixAnythingIn() {
		this.browser.start().fillIn(Step.WHO, TypedForm.who());
		String link = shownLink(this.browser);
		this.phone.get(link);
		this.phone.post(link, TypedForm.empty());
		assertThat(this.browser.post(Step.SITUATION.url(), TypedForm.situation())).hasForwardedUrl("/demande/perdue");
		assertThat(this.phone.get(Step.SITUATION.url())).bodyText().doesNotContain("grosseur");
	}

	@Test
	void aWrongAddressIsExplainedAndKept() {
		this.browser.start();
		for (String wrong : new String[] { "zoe@", "zoe patiente.example", "a@b", "\u0000\u202E", "x".repeat(5000) }) {
			MvcTestResult page = mailLink(wrong);
			assertThat(page).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
				.bodyText()
				.contains("<title>Erreur", "href=\"#email\"", "nom@exemple.fr");
		}
		assertThat(mailLink("zoe@")).bodyText().contains("value=\"zoe@\"");
		assertThat(mailLink("")).bodyText().contains("Saisissez l’adresse à laquelle envoyer le lien");
		assertThat(mails()).isZero();
	}

	@Test
	void theAddressIsSealedAndTheMailBeforeIsCalledBack() {
		this.browser.start();
		assertThat(mailLink("fausse@patiente.example")).hasRedirectedUrl(PauseController.URL + "?avis=courriel");
		assertThat(mailLink("zoe@patiente.example")).hasRedirectedUrl(PauseController.URL + "?avis=courriel");
		assertThat(this.browser.get(PauseController.URL + "?avis=courriel")).bodyText()
			.contains("Le lien est en route.")
			.doesNotContain("zoe@");
		assertThat(mails()).isOne();
		assertThat(this.jdbc.sql("select m::text || encode(m.address, 'escape') from outgoing_mail m")
			.query(String.class)
			.single()).doesNotContain("zoe@", "patiente");
	}

	@Test
	void nobodyIsFloodedWithMail() {
		this.browser.start();
		for (int i = 0; i < 5; i++) {
			assertThat(mailLink("zoe%d@patiente.example".formatted(i))).hasStatus(HttpStatus.FOUND);
		}
		assertThat(mailLink("zoe@patiente.example")).as("one form").hasStatus(HttpStatus.TOO_MANY_REQUESTS);
		for (int i = 0; i < 5; i++) {
			this.browser = new PatientBrowser(this.mvc).start();
			assertThat(mailLink("Camille@aidant.example")).hasStatus(HttpStatus.FOUND);
		}
		this.browser = new PatientBrowser(this.mvc).start();
		assertThat(mailLink("camille@AIDANT.example")).as("one address").hasStatus(HttpStatus.TOO_MANY_REQUESTS);
		for (int i = 0; i < 20; i++) {
			this.browser = new PatientBrowser(this.mvc).at("203.0.113.9").start();
			assertThat(mailLink("paul%d@aidant.example".formatted(i))).hasStatus(HttpStatus.FOUND);
		}
		this.browser = new PatientBrowser(this.mvc).at("203.0.113.9").start();
		assertThat(mailLink("anne@aidant.example")).as("one network").hasStatus(HttpStatus.TOO_MANY_REQUESTS);
	}

	@Test
	void theDeviceForgetsTheFormAndTheLinkStillOpensIt() {
		this.browser.start().fillIn(Step.WHO, TypedForm.who());
		String link = shownLink(this.browser);
		assertThat(this.browser.post("/demande/oublier", TypedForm.empty().with("action", "draft")))
			.hasRedirectedUrl("/demande?avis=quittee");
		assertThat(this.browser.cookie("demande")).isNull();
		assertThat(this.browser.cookie("reprise")).isNull();
		assertThat(this.browser.get("/demande?avis=quittee")).bodyText()
			.contains("Cet appareil ne garde plus vos réponses.", "Commencer ma demande")
			.doesNotContain("??");
		this.phone.get(link);
		this.phone.post(link, TypedForm.empty());
		assertThat(this.phone.get("/demande/qui")).bodyText().contains("value=\"Zoë\"");
	}

	@Test
	void withoutAFormThereIsNothingToPause() {
		assertThat(this.browser.get(PauseController.URL)).hasRedirectedUrl("/demande?avis=perdue");
		assertThat(mailLink("zoe@patiente.example")).hasForwardedUrl("/demande/perdue");
		this.browser.fillInAll().send();
		assertThat(this.browser.get(PauseController.URL)).hasRedirectedUrl("/demande/envoyee?avis=deja-envoyee");
		assertThat(this.browser.post(PauseController.URL, TypedForm.empty().with("action", "link")))
			.hasRedirectedUrl("/demande/envoyee?avis=deja-envoyee");
		assertThat(mailLink("zoe@patiente.example")).hasRedirectedUrl("/demande/envoyee?avis=deja-envoyee");
	}

	@Test
	void homeOffersToGoOnWhileAFormIsUnderWayOnThisDevice() {
		assertThat(this.browser.get("/")).bodyText().doesNotContain("Reprendre ma demande");
		this.browser.fillInAll();
		assertThat(this.browser.cookie("reprise").getValue()).as("no secret").isEqualTo("1");
		assertThat(this.browser.get("/")).bodyText().contains("Reprendre ma demande", "href=\"/demande/verification\"");
		this.browser.send();
		assertThat(this.browser.get("/")).bodyText().doesNotContain("Reprendre ma demande");
	}

	@Test
	void aFormThatIsGoneIsNoLongerOffered() {
		this.browser.start();
		this.drafts.discard(new SecretToken(this.browser.cookie("demande").getValue()));
		assertThat(this.browser.get("/demande/verification")).hasRedirectedUrl("/demande?avis=perdue");
		this.browser.get("/demande?avis=perdue");
		assertThat(this.browser.get("/")).bodyText().doesNotContain("Reprendre ma demande");
	}

	@Test
	void pausingIsFrugal() throws Exception {
		this.browser.start();
		assertThat(StatementCount.of(() -> this.browser.get(PauseController.URL))).isLessThanOrEqualTo(4);
		String link = shownLink(this.browser);
		assertThat(StatementCount.of(() -> this.phone.get(link))).isLessThanOrEqualTo(4);
		assertThat(StatementCount.of(() -> this.phone.post(link, TypedForm.empty()))).isLessThanOrEqualTo(6);
	}

	private Draft draftOf(PatientBrowser device) {
		return this.drafts.require(new SecretToken(device.cookie("demande").getValue()));
	}

	private MvcTestResult mailLink(String address) {
		this.browser.get("/demande");
		return this.browser.post(PauseController.URL, TypedForm.empty().with("action", "mail").with("email", address));
	}

	private String shownLink(PatientBrowser device) {
		device.get(PauseController.URL);
		String page = PatientBrowser.body(device.post(PauseController.URL, TypedForm.empty().with("action", "link")));
		Matcher link = LINK.matcher(page);
		assertThat(link.find()).isTrue();
		return link.group(1);
	}

	private int mails() {
		return this.jdbc.sql("select count(*) from outgoing_mail where template = 'resume'")
			.query(Integer.class)
			.single();
	}

}
