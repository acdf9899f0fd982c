package org.secondavis.review;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.secondavis.ApplicationTest;
import org.secondavis.document.PaperType;
import org.secondavis.encryption.Vault;
import org.secondavis.mail.OutgoingMail.State;
import org.secondavis.request.Answers;
import org.secondavis.request.Expectations;
import org.secondavis.request.Narrative;
import org.secondavis.request.Patient;
import org.secondavis.request.RequestMother;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffMember;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.DispatcherServlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.secondavis.request.RequestMother.aRequest;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ApplicationTest
class RequestPageTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Desk desk;

	@Autowired
	private Requests requests;

	@Autowired
	private Vault vault;

	@Autowired
	private JdbcClient jdbc;

	private StaffMember me;

	@BeforeEach
	void employ() {
		this.desk.clear();
		this.me = this.desk.employ("Anne Martin", Role.SECRETARIAT);
	}

	@Test
	void theListsBesideEveryPageSayHowMuchWaits() throws Exception {
		this.desk.receive(aRequest());
		this.desk.suspect(aRequest());
		this.desk.mail(this.desk.receive(aRequest()), State.GIVEN_UP);
		assertThat(shown("/admin/courriers", "fr")).contains(
				"<span>Demandes</span> <strong class=\"count\" data-count=\"open\">2</strong>",
				"<span>À vérifier</span> <strong class=\"count\" data-count=\"suspect\">1</strong>",
				"<strong class=\"count count-bad\">1 échec</strong>");
	}

	@Test
	void everyAnswerIsShownAndTheQuestionsComeFirst() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest().byHelper().planned(LocalDate.of(2031, 3, 4)));
		this.desk.hasAtHand(request, PaperType.PATHOLOGY);
		assertThat(page(request))
			.contains("Zoë", "O’Brien-N’Guyen d’Été", "29 février 1952", "06 12 34 56 78", "zoe@patiente.example",
					"Camille Ng", "06 98 76 54 32", "camille@aidant.example", "09/2026", "4 mars 2031",
					"carcinome canalaire", "hôpital du Nord", "Dr Durand", "Une histoire confidentielle.",
					"jardiner encore", "le mardi", "malentendante")
			.containsSubsequence("Faut-il opérer", "jardiner encore", "carcinome canalaire", "Une histoire",
					"06 12 34 56 78", "Camille Ng", "Journal");
	}

	@Test
	void aNewMessageIsMarkedUntilSomebodyHasOpenedTheRequest() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		this.desk.writes(request, "Une question <b>urgente</b>");
		assertThat(shown("/admin", "fr")).contains("Nouveau message");
		assertThat(page(request)).contains("Message de la personne malade", "Une question &lt;b&gt;urgente&lt;/b&gt;");
		assertThat(shown("/admin", "fr")).doesNotContain("Nouveau message");
		assertThat(shown("/admin/demandes/" + request.getReference() + "?journal=message", "fr")).contains("urgente");
	}

	@Test
	void whoComesFromACallReadsAllThatIsNew() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		this.desk.writes(request, "Une question");
		this.mvc
			.perform(get("/admin/demandes/" + request.getReference()).with(user(this.me))
				.requestAttr(DispatcherServlet.INPUT_FLASH_MAP_ATTRIBUTE, Map.of("doneBelow", "call.done"))
				.locale(Locale.FRENCH))
			.andExpect(content().string(containsString("Une question")));
		assertThat(stored(request).getFirstReadAt()).isNotNull();
		assertThat(shown("/admin", "fr")).doesNotContain("Nouveau message");
	}

	@Test
	void whoCannotReadMessagesIsToBeCalled() throws Exception {
		assertThat(page(this.desk.receive(aRequest().withoutEmail()))).contains("Appelez-la.")
			.doesNotContain("Envoyer le message");
	}

	@Test
	void blanksAreSaidToBeBlank() throws Exception {
		assertThat(page(this.desk.receive(aRequest().withoutEmail()))).contains("Non renseigné");
	}

	@Test
	void openingARequestMarksItReadOnceAndChangesNothingElse() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		page(request);
		SecondOpinionRequest first = stored(request);
		page(request);
		assertThat(first.getFirstReadAt()).isNotNull().isEqualTo(stored(request).getFirstReadAt());
		assertThat(stored(request).revision()).isEqualTo(request.revision());
	}

	@ParameterizedTest
	@ValueSource(strings = { "SA-0000-0001", "SA-0000-0000", "nonsense", "SA-7K2M-9QXU" })
	void anUnknownReferenceIsNotFound(String reference) throws Exception {
		this.mvc.perform(get("/admin/demandes/{reference}", reference).with(user(this.me)))
			.andExpect(status().isNotFound());
	}

	@Test
	void aReferenceTypedLooselyLeadsStraightToItsRequest() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		String loose = " " + request.getReference().value().toLowerCase(Locale.ROOT).replace('-', ' ');
		this.mvc.perform(get("/admin").param("q", loose).with(user(this.me)))
			.andExpect(redirectedUrl("/admin/demandes/" + request.getReference()));
	}

	@Test
	void theQueueShowsARowThatLeadsToTheRequest() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		assertThat(shown("/admin", "fr")).contains("data-reference=\"" + request.getReference() + "\"",
				"/admin/demandes/" + request.getReference(), "Zoë O’Brien-N’Guyen d’Été", "aujourd’hui",
				"4 sur 4 manquent", "Nouvelle", "Courrier en attente");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?status=SUSPECT", "?status=ENDED", "?status=nonsense&page=x", "?q=nobody",
			"?q=%25&site=LUNG&assignee=me", "?assignee=none&sort=planned&page=7" })
	void anEmptyListSaysWhyAndWhatToDo(String query) throws Exception {
		assertThat(shown("/admin" + query, "fr")).contains("class=\"empty\"").doesNotContain("??");
	}

	@Test
	void whatAPatientWroteIsNeverMarkup() throws Exception {
		String attack = "</textarea><script>alert(1)</script><b onclick=x>\"'`${111111*11}__${111111*11}__";
		Answers usual = aRequest().answers();
		SecondOpinionRequest request = this.requests.save(SecondOpinionRequest.submit(UUID.randomUUID(),
				new Answers(new Patient(attack, attack, attack, LocalDate.of(1952, 2, 29)), null, usual.contact(),
						usual.situation(), new Expectations(List.of(), null, List.of(), null),
						new Narrative(attack, attack, attack, attack, attack, List.of(attack), attack, attack)),
				Locale.FRENCH, this.vault, RequestMother.SUBMITTED));
		assertThat(page(request) + shown("/admin", "fr") + shown("/admin?q=script", "fr")
				+ shown("/admin?q=%3Cscript%3Ealert(1)%3C/script%3E%24%7B111111*11%7D__%24%7B111111*11%7D__", "fr"))
			.contains("&lt;script&gt;")
			.doesNotContain("<script>", "<b onclick", "1222221");
	}

	@Test
	void noPersonalDataStandsInTitlesAndLinks() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest().byHelper());
		for (String page : List.of(page(request), shown("/admin", "fr"))) {
			assertThat(page.replaceAll("(?s).*<title>(.*)</title>.*", "$1")).doesNotContain("Zoë", "Brien");
			assertThat(page.lines()
				.filter((line) -> line.contains("href="))
				.map((line) -> line.replaceAll(".*href=\"([^\"]*)\".*", "$1"))
				.filter((link) -> !link.startsWith("tel:") && !link.startsWith("mailto:")))
				.noneMatch((link) -> link.contains("Zo") || link.contains("Brien") || link.contains("612345678"));
		}
	}

	@Test
	void aRequestOpensEvenIfItsKeyIsMissing() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		this.jdbc.sql("update second_opinion_request set narrative = :other where id = :id")
			.param("other", "sealed with another key".getBytes(StandardCharsets.UTF_8))
			.param("id", request.getId())
			.update();
		assertThat(page(request)).contains("la clé de chiffrement manque", "06 12 34 56 78");
	}

	@Test
	void mailsAreShownWithoutAddress() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		this.desk.mail(request, State.GIVEN_UP);
		String mails = shown("/admin/courriers", "fr");
		assertThat(mails).contains(request.getReference().value(), "Abandonné", "1 essai", "Connection refused",
				"Renvoyer", "au patient");
		assertThat(mails).doesNotContain("zoe@patiente.example").doesNotContain("??");
		assertThat(page(request)).contains("Abandonné", "Connection refused", "Renvoyer");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/admin/courriers?page=99", "/admin/courriers?page=x", "/admin/courriers?page=-3" })
	void mailsHaveALastPage(String url) throws Exception {
		assertThat(shown(url, "fr")).contains("Aucun courrier");
	}

	@ParameterizedTest
	@ValueSource(strings = { "fr", "en" })
	void everyTextHasItsWords(String language) throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest().byHelper().planned(LocalDate.now().plusDays(3)));
		SecondOpinionRequest suspect = this.desk.suspect(aRequest());
		String pages = shown("/admin", language) + shown("/admin?status=SUSPECT", language)
				+ shown("/admin/demandes/" + request.getReference(), language)
				+ shown("/admin/demandes/" + request.getReference() + "?journal=note", language)
				+ shown("/admin/demandes/" + suspect.getReference() + "/effacer", language)
				+ shown("/admin/courriers", language);
		assertThat(pages).doesNotContain("??");
	}

	@Test
	void theLanguageOfTheFormIsNamedAsTheReaderChoseItAndOnlyFullOnesAreOfferedToStaff() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest().inEasyFrench());
		assertThat(page(request)).containsPattern("Langue du formulaire</dt>\\s*<dd[^>]*>Facile à lire<")
			.contains("hreflang=\"en\"")
			.doesNotContain("hreflang=\"fr-simple\"");
	}

	@Test
	void aDateOfBirthHasNoWeekday() throws Exception {
		assertThat(page(this.desk.receive(aRequest()))).contains(">29 février 1952 (");
	}

	@Test
	void theJournalShowsOneKindOfEntryIfAsked() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		String url = "/admin/demandes/" + request.getReference();
		assertThat(shown(url, "fr")).contains("Demande envoyée", "Demande reçue");
		assertThat(shown(url + "?journal=mail", "fr")).contains("Demande reçue").doesNotContain("Demande envoyée");
		assertThat(shown(url + "?journal=nonsense", "fr")).contains("Demande envoyée");
	}

	private String page(SecondOpinionRequest request) throws Exception {
		return shown("/admin/demandes/" + request.getReference(), "fr");
	}

	private String shown(String url, String language) throws Exception {
		return this.mvc.perform(get(URI.create(url)).with(user(this.me)).locale(Locale.forLanguageTag(language)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8);
	}

	private SecondOpinionRequest stored(SecondOpinionRequest request) {
		return this.requests.findById(request.getId()).orElseThrow();
	}

}
