package org.secondavis.opinion;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondavis.ApplicationTest;
import org.secondavis.StatementCount;
import org.secondavis.encryption.Vault;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.Status;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffMember;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.secondavis.request.RequestMother.aRequest;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** What staff do with an opinion, over HTTP, and who of them may. */
@ApplicationTest
class OpinionDeskTests {

	private static final String WORDS = OpinionWard.WORDS;

	@Autowired
	private OpinionWard ward;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Requests requests;

	@Autowired
	private PatientOpinions patient;

	@Autowired
	private Rcps meetings;

	@Autowired
	private Addenda addenda;

	@Autowired
	private Vault vault;

	@Autowired
	private JdbcClient jdbc;

	private StaffMember anne;

	private StaffMember paul;

	private StaffMember ada;

	private SecondOpinionRequest request;

	@BeforeEach
	void receive() {
		this.ward.clear();
		this.anne = this.ward.employ("Anne Martin", Role.DOCTOR);
		this.paul = this.ward.employ("Paul Petit", Role.SECRETARIAT);
		this.ada = this.ward.employ("Ada Min", Role.ADMIN);
		this.request = this.ward.receive(aRequest(), this.anne);
	}

	@Test
	void thePatientsQuestionsComeFirst() throws Exception {
		String page = open("/avis", this.anne).andExpect(status().isOk())
			.andExpect(content()
				.string(allOf(containsString("Personne n’a encore commencé"), containsString("jardiner encore"),
						containsString("name=\"answers[PAIN]\""), not(containsString("??")))))
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(page.indexOf("Faut-il opérer")).isBetween(0, page.indexOf("opinionDiagnosis"));
		assertThat(page).doesNotContain("placeholder=\"Un");
	}

	@Test
	void aConfirmedOpinionGoesToThePatient() throws Exception {
		save(Map.of("opinionOutcome", "CONFIRMED"));
		open("/avis", this.anne)
			.andExpect(content().string(allOf(containsString("Ce qui manque encore"), containsString("/avis#answers\""),
					containsString("Répondez à chaque question"), not(containsString("Signer<")))));
		open("/avis/relecture", this.anne).andExpect(content().string(not(containsString("J’ai relu cet avis"))));
		press("/avis/relecture").andExpect(status().is(422))
			.andExpect(content().string(containsString("n’est pas complet")));
		this.ward.write(this.request, this.anne, "CONFIRMED");
		open("/avis/relecture", this.anne).andExpect(content().string(allOf(containsString("J’ai relu cet avis"),
				containsString(WORDS), containsString("Notre avis rejoint celui"), containsString("12 octobre 2026"),
				not(containsString("??")))));
		press("/avis/signature").andExpect(status().is(422));
		this.ward.proofRead(this.request, this.anne);
		open("/avis", this.anne).andExpect(content().string(containsString("Signer<")));
		deliver("ONLINE").andExpect(status().is(422)).andExpect(content().string(containsString("doit signer")));
		this.ward.sign(this.request, this.anne);
		open("/avis/remise", this.paul).andExpect(content().string(allOf(containsString("signé par Anne Martin"),
				containsString("sur sa page de suivi"), not(containsString("??")))));
		deliver("ONLINE").andExpect(status().is(302))
			.andExpect(flash().attribute("done", "opinions.done.deliver.ONLINE"));
		assertThat(this.ward.opinion(this.request).state()).isEqualTo(OpinionState.DELIVERED);
		assertThat(this.requests.findById(this.request.getId()).orElseThrow().getStatus()).isEqualTo(Status.DELIVERED);
		assertThat(acts()).containsExactly("PROOF_READ", "SIGNED");
		open("/avis", this.anne).andExpect(content().string(allOf(containsString("Le patient ne l’a pas encore ouvert"),
				containsString(WORDS), containsString("Écrire un complément"), not(containsString("<textarea")))));
	}

	@Test
	void whatChangesThePlanWaitsForAMeeting() throws Exception {
		this.ward.write(this.request, this.anne, "REVISED");
		this.ward.proofRead(this.request, this.anne);
		this.ward.sign(this.request, this.anne);
		open("/avis/remise", this.anne).andExpect(content()
			.string(allOf(containsString("ne peut pas encore être remis"), containsString("tenez d’abord une RCP"))));
		deliver("ONLINE").andExpect(status().is(422));
		meet("plan", Map.of("plannedOn", today().plusDays(3).toString())).andExpect(status().is(302));
		deliver("ONLINE").andExpect(status().is(422));
		meet("putoff", Map.of("plannedOn", today().plusDays(5).toString())).andExpect(status().is(302));
		this.ward
			.send(this.request, "/rcp", this.anne,
					Map.of("action", "hold", "heldOn", today().toString(), "roles", "SURGEON", "advice", "Opérer"),
					"seen", this.ward.meeting(this.request))
			.andExpect(status().is(422))
			.andExpect(content().string(allOf(containsString("au moins trois spécialités"),
					containsString(">Opérer</textarea>"), not(containsString("??")))));
		hold(today()).andExpect(status().is(302));
		open("/rcp", this.anne).andExpect(content().string(allOf(containsString("RCP tenue le"),
				containsString("Radiothérapie"), containsString("Opérer d’abord"))));
		deliver("ONLINE").andExpect(status().is(422)).andExpect(content().string(containsString("doit signer")));
		this.ward.proofRead(this.request, this.anne);
		this.ward.sign(this.request, this.anne);
		deliver("ONLINE").andExpect(status().is(302));
		assertThat(acts()).containsExactly("PROOF_READ", "SIGNED", "RCP_PLANNED", "RCP_PUT_OFF", "RCP_HELD",
				"SIGNATURE_TAKEN_BACK", "PROOF_READ", "SIGNED");
	}

	/** What a meeting advised stands in the opinion: nobody gets it unsigned. */
	@ParameterizedTest
	@EnumSource(names = { "PROOF_READ", "SIGNED" })
	void whatAMeetingAdvisedIsReadAndSignedToo(OpinionState state) throws Exception {
		this.ward.bring(this.request, this.anne, state);
		String seen = this.ward.seen(this.request);
		hold(today()).andExpect(status().is(302)).andExpect(flash().attribute("done", "opinions.rcp.done.hold.reread"));
		for (String path : List.of("/avis/signature", "/avis/remise")) {
			this.ward.send(this.request, path, this.anne, Map.of("way", "ONLINE"), "revision", seen)
				.andExpect(status().is(409));
		}
		assertThat(this.ward.opinion(this.request).state()).isEqualTo(OpinionState.DRAFT);
	}

	@Test
	void whoDidNotSeeWhatAMeetingAdvisedHasNotReadTheOpinion() throws Exception {
		this.ward.bring(this.request, this.anne, OpinionState.DRAFT);
		hold(today()).andExpect(status().is(302)).andExpect(flash().attribute("done", "opinions.rcp.done.hold"));
		press("/avis/relecture").andExpect(status().is(409));
		assertThat(read("/avis/relecture", this.anne)).contains("Opérer d’abord",
				"name=\"meeting\" value=\"%s\"".formatted(this.ward.meeting(this.request)));
		this.ward.proofRead(this.request, this.anne);
	}

	@Test
	void meetingsAreNotedOnceTheyAreHeld() throws Exception {
		hold(today().plusDays(1)).andExpect(status().is(422))
			.andExpect(content().string(containsString("un jour passé ou aujourd’hui")));
		meet("plan", Map.of("plannedOn", today().minusDays(1).toString())).andExpect(status().is(422));
		meet("plan", Map.of("plannedOn", "bientôt")).andExpect(status().is(422))
			.andExpect(content().string(containsString("value=\"bientôt\"")));
		meet("plan", Map.of("plannedOn", today().toString())).andExpect(status().is(302));
		meet("cancel", Map.of()).andExpect(status().is(302));
		meet("cancel", Map.of()).andExpect(status().is(409));
		hold(today().minusDays(2)).andExpect(status().is(302));
		assertThat(this.meetings.findByRequestIdOrderById(this.request.getId())).extracting(Rcp::getState)
			.containsExactly(Rcp.State.CANCELLED, Rcp.State.HELD);
	}

	@Test
	void whatIsWrongIsExplainedAndKept() throws Exception {
		for (Map<String, String> wrong : List.of(Map.of("firstRcp", "HELD", "firstRcpOn", "hier", "trial", "Un essai"),
				Map.of("firstRcp", "HELD", "firstRcpOn", today().plusDays(1).toString(), "trial", "Un essai"),
				Map.of("answers[PAIN]", "a".repeat(Typed.LONGEST + 1), "trial", "Un essai"),
				Map.of("opinionTreatment", "a".repeat(Typed.LONGEST + 1), "trial", "Un essai"))) {
			Map<String, String> fields = new HashMap<>(wrong);
			this.ward.send(this.request, "/avis", this.anne, fields, "revision", "")
				.andExpect(status().is(422))
				.andExpect(content().string(allOf(containsString(">Un essai</textarea>"),
						containsString("<title>Erreur"), not(containsString("??")))));
		}
		assertThat(this.ward.seen(this.request)).isEmpty();
	}

	@Test
	void allThatIsWrongIsNamedAtOnce() throws Exception {
		String tooLong = "a".repeat(Typed.LONGEST + 1);
		Map<String, String> fields = new HashMap<>(Map.of("firstRcp", "HELD", "firstRcpOn", "hier", "answers[PAIN]",
				tooLong, "answers[own1]", tooLong, "opinionTreatment", tooLong, "trial", "Un essai"));
		String page = this.ward.send(this.request, "/avis", this.anne, fields, "revision", "")
			.andExpect(status().is(422))
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(page).contains(">Un essai</textarea>", "value=\"hier\"")
			.containsSubsequence("href=\"#answers[own1]\"", "Réponse à une question du patient\u00A0: raccourcissez",
					"href=\"#answers[PAIN]\"", "href=\"#firstRcpOn\"", "Saisissez un jour",
					"href=\"#opinionTreatment\"", "Traitement\u00A0: raccourcissez ce texte à 6")
			.doesNotContain("??");
		autosave(fields, "").andExpect(status().is(422))
			.andExpect(jsonPath("said").value(allOf(containsString("Traitement\u00A0: raccourcissez"),
					containsString("Saisissez un jour"), not(containsString("??")))));
		meet("hold", Map.of("heldOn", "bientôt", "roles", "SURGEON", "advice", " ")).andExpect(status().is(422))
			.andExpect(content().string(allOf(containsString("href=\"#heldOn\""), containsString("href=\"#roles\""),
					containsString("href=\"#advice\""), containsString("value=\"bientôt\""),
					not(containsString("??")))));
		assertThat(this.ward.seen(this.request) + this.ward.meeting(this.request)).isEmpty();
	}

	@Test
	void whatIsSavedAgainUnchangedStaysRead() throws Exception {
		this.ward.bring(this.request, this.anne, OpinionState.PROOF_READ);
		this.ward.write(this.request, this.anne, "CONFIRMED");
		assertThat(this.ward.opinion(this.request).state()).isEqualTo(OpinionState.PROOF_READ);
		this.ward.write(this.request, this.anne, "COMPLETED");
		assertThat(this.ward.opinion(this.request).state()).isEqualTo(OpinionState.DRAFT);
	}

	@Test
	void theScriptSavesAndIsToldWhenSomebodyElseWrote() throws Exception {
		autosave(Map.of("trial", "Un essai"), "").andExpect(status().isOk())
			.andExpect(jsonPath("revision").value("0"))
			.andExpect(jsonPath("said").value(containsString("Enregistré à")));
		autosave(Map.of("trial", "Un autre"), "0").andExpect(jsonPath("revision").value("1"));
		autosave(Map.of("trial", "Un troisième"), "0").andExpect(status().is(409))
			.andExpect(jsonPath("said").value(containsString("Anne Martin a modifié cet avis")));
		autosave(Map.of("trial", "a".repeat(Typed.LONGEST + 1)), "1").andExpect(status().is(422));
		assertThat(this.ward.opinion(this.request).words(this.vault).trial()).isEqualTo("Un autre");
		assertThat(acts()).isEmpty();
	}

	@Test
	void whoComesSecondKeepsWhatWasTypedAndSeesTheOther() throws Exception {
		this.ward.write(this.request, this.anne, "CONFIRMED");
		String seen = this.ward.seen(this.request);
		this.ward.write(this.request, this.anne, "COMPLETED");
		Map<String, String> mine = OpinionWard.complete("REVISED");
		mine.put("trial", "Le mien");
		this.ward.send(this.request, "/avis", this.anne, mine, "revision", seen)
			.andExpect(status().is(409))
			.andExpect(content().string(allOf(containsString("L’avis a changé entre-temps"), containsString("Le mien"),
					containsString("Voir la version enregistrée"),
					containsString("name=\"revision\" value=\"%s\"".formatted(this.ward.seen(this.request))),
					not(containsString("data-autosave=")), not(containsString("??")))));
		this.ward.proofRead(this.request, this.anne);
		this.ward.sign(this.request, this.anne);
		this.ward.send(this.request, "/avis", this.anne, mine, "revision", this.ward.seen(this.request))
			.andExpect(status().is(409))
			.andExpect(content().string(allOf(containsString("Le mien"), containsString("ne peut pas être modifié"))));
	}

	@Test
	void aSignatureIsTakenBackUntilDelivery() throws Exception {
		this.ward.bring(this.request, this.anne, OpinionState.SIGNED);
		press("/avis/signature/reprise").andExpect(status().is(302));
		assertThat(this.ward.opinion(this.request).state()).isEqualTo(OpinionState.DRAFT);
		this.ward.bring(this.request, this.anne, OpinionState.DELIVERED);
		press("/avis/signature/reprise").andExpect(status().is(409));
		deliver("ONLINE").andExpect(status().is(409));
		assertThat(this.ward.opinion(this.request).state()).isEqualTo(OpinionState.DELIVERED);
	}

	@Test
	void whoHasNoAddressGetsItOnPaper() throws Exception {
		this.request = this.ward.receive(aRequest().withoutEmail().of("Ali", "Benali"), this.anne);
		this.ward.bring(this.request, this.anne, OpinionState.SIGNED);
		open("/avis/remise", this.paul).andExpect(content().string(containsString("envoyez-le par courrier")));
		deliver("ONLINE").andExpect(status().is(409));
		deliver("POST").andExpect(status().is(302));
		assertThat(this.ward.opinion(this.request).getWay()).isEqualTo(Way.POST);
	}

	@Test
	void aQuestionIsAnsweredByWhatFollows() throws Exception {
		this.ward.bring(this.request, this.anne, OpinionState.DELIVERED);
		OpinionQuestion question = this.ward.ask(this.request, "Et si j’attends ?");
		open("/avis", this.paul).andExpect(content().string(allOf(containsString("Et si j’attends"),
				containsString("Attend une réponse"), not(containsString("??")))));
		String page = "/avis/complement";
		open(page + "?question=" + question.getId(), this.anne)
			.andExpect(content().string(allOf(containsString("Et si j’attends"), not(containsString("??")))));
		Map<String, String> fields = new HashMap<>(Map.of("question", question.getId().toString(), "action", "sign"));
		this.ward.send(this.request, page, this.anne, fields, "seen", "").andExpect(status().is(422));
		fields.put("addition", "Attendre un mois ne change rien.");
		fields.put("action", "save");
		this.ward.send(this.request, page, this.anne, fields, "seen", "").andExpect(status().is(302));
		open("/avis", this.paul).andExpect(content().string(not(containsString("Attendre un mois"))));
		this.ward.send(this.request, page, this.anne, fields, "seen", "")
			.andExpect(status().is(409))
			.andExpect(content().string(containsString(">Attendre un mois ne change rien.</textarea>")));
		fields.put("action", "sign");
		this.ward.send(this.request, page, this.anne, fields, "seen", added()).andExpect(status().is(302));
		open("/avis", this.paul).andExpect(
				content().string(allOf(containsString("Attendre un mois"), not(containsString("Attend une réponse")))));
		this.ward
			.send(this.request, page, this.anne, Map.of("addition", "Autre chose", "action", "sign"), "seen", added())
			.andExpect(status().is(302));
	}

	@ParameterizedTest
	@EnumSource(names = { "SECRETARIAT", "ADMIN" })
	void onlyDoctorsWriteProofReadSignAndMeet(Role role) throws Exception {
		StaffMember other = (role == Role.ADMIN) ? this.ada : this.paul;
		this.ward.bring(this.request, this.anne, OpinionState.PROOF_READ);
		String seen = this.ward.seen(this.request);
		for (String path : List.of("/avis", "/avis/brouillon", "/avis/relecture", "/avis/signature",
				"/avis/signature/reprise", "/avis/complement")) {
			this.ward.send(this.request, path, other, OpinionWard.complete("REVISED"), "revision", seen)
				.andExpect(status().isForbidden());
		}
		for (String action : List.of("plan", "putoff", "hold", "cancel")) {
			this.ward
				.send(this.request, "/rcp", other,
						Map.of("action", action, "plannedOn", today().plusDays(1).toString()), "seen", "")
				.andExpect(status().isForbidden());
		}
		for (String path : List.of("/avis/relecture", "/avis/complement")) {
			open(path, other).andExpect(status().isForbidden());
		}
		assertThat(this.ward.seen(this.request)).isEqualTo(seen);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/avis", "/rcp", "/avis/remise" })
	void nobodyElseReadsAWordBeforeTheSignature(String path) throws Exception {
		hold(today()).andExpect(status().is(302));
		this.ward.bring(this.request, this.anne, OpinionState.PROOF_READ);
		assertThat(read(path, this.paul)).doesNotContain(WORDS, "Opérer d’abord", "jours.", "Chimiothérapie");
		this.ward.sign(this.request, this.anne);
		assertThat(read("/avis", this.paul)).contains(WORDS).doesNotContain("Retirer la signature");
		assertThat(read("/rcp", this.paul)).doesNotContain("Opérer d’abord");
		if (!path.equals("/avis/remise")) {
			assertThat(read(path, this.ada)).doesNotContain(WORDS, "Opérer d’abord");
		}
		open("/avis/remise", this.ada).andExpect(status().isForbidden());
		this.ward
			.send(this.request, "/avis/remise", this.ada, Map.of("way", "ONLINE"), "revision",
					this.ward.seen(this.request))
			.andExpect(status().isForbidden());
		this.ward
			.send(this.request, "/avis/remise", this.paul, Map.of("way", "ONLINE"), "revision",
					this.ward.seen(this.request))
			.andExpect(status().is(302));
		this.ward.ask(this.request, "Une question intime");
		assertThat(read("/avis", this.ada)).doesNotContain(WORDS, "Une question intime");
	}

	@Test
	void nobodyWorksOnWhatNobodyHasInHand() throws Exception {
		this.jdbc.sql("update second_opinion_request set status = 'NEW' where id = :id")
			.param("id", this.request.getId())
			.update();
		open("/avis", this.anne).andExpect(content()
			.string(allOf(containsString("prenez-la d’abord en charge"), not(containsString("<textarea")))));
		this.ward.send(this.request, "/avis", this.anne, OpinionWard.complete("CONFIRMED"), "revision", "")
			.andExpect(status().is(409))
			.andExpect(content().string(containsString(WORDS)));
	}

	@Test
	void theWordsOfThePageAreInEnglishToo() throws Exception {
		this.ward.bring(this.request, this.anne, OpinionState.DRAFT);
		for (String path : List.of("/avis", "/avis/relecture", "/avis/remise", "/rcp")) {
			assertThat(read(path + "?lang=en", this.anne)).doesNotContain("??");
		}
	}

	@Test
	void theRequestSaysHowFarItHasCome() throws Exception {
		this.jdbc.sql("update second_opinion_request set first_read_at = now()").update();
		assertThat(read("", this.anne)).contains("Personne n’a encore commencé l’avis", "Rédiger l’avis")
			.doesNotContain("??");
		meet("plan", Map.of("plannedOn", today().plusDays(3).toString())).andExpect(status().is(302));
		this.ward.bring(this.request, this.anne, OpinionState.SIGNED);
		assertThat(read("", this.paul))
			.contains("RCP prévue le", "RCP planifiée pour le", "Avis relu", "Avis signé", "par Anne Martin",
					"Le patient ne l’a pas encore", "Voir l’avis")
			.doesNotContain(WORDS, "??", "Continuer l’avis");
		assertThat(read("", this.paul)).contains("journal=opinion");
		assertThat(queue("?flag=question&status=ALL")).doesNotContain(this.request.getReference().value());
		assertThat(queue("")).contains("RCP le ");
		deliver("ONLINE").andExpect(status().is(302));
		this.ward.ask(this.request, "Et si j’attends ?");
		assertThat(queue("?flag=question&status=DELIVERED")).contains(this.request.getReference().value(),
				"Question sur l’avis");
		assertThat(read("", this.ada)).contains("Question sur l’avis").doesNotContain("Et si j’attends");
		this.ward
			.send(this.request, "/avis/complement", this.anne,
					Map.of("addition", "Rien", "action", "sign", "question", question()), "seen", "")
			.andExpect(status().is(302));
		assertThat(queue("?flag=question&status=DELIVERED")).doesNotContain(this.request.getReference().value());
		assertThat(read("?lang=en", this.anne)).contains("Addition to the opinion delivered").doesNotContain("??");
	}

	/** It would be erased with the clock of what lies in the clinic's records. */
	@Test
	void whatFollowsAHandOverHasToBeHandedOverToo() throws Exception {
		this.ward.bring(this.request, this.anne, OpinionState.DELIVERED);
		handOver();
		this.patient.ask(this.request.getReference(), 1, "Et si j’attends ?");
		assertThat(handedOver()).isFalse();
		assertThat(read("", this.paul)).contains("/verser\"");
		handOver();
		assertThat(handedOver()).isTrue();
		Map<String, String> addendum = Map.of("addition", "Rien", "question", question());
		this.ward.send(this.request, "/avis/complement", this.anne, with(addendum, "save"), "seen", "")
			.andExpect(status().is(302));
		assertThat(handedOver()).as("a draft is nobody’s record").isTrue();
		this.ward.send(this.request, "/avis/complement", this.anne, with(addendum, "sign"), "seen", added())
			.andExpect(status().is(302));
		assertThat(handedOver()).isFalse();
		assertThat(this.jdbc.sql("""
				select count(*) from audit_entry e join second_opinion_request r on r.trail_id = e.subject
				where r.id = ? and e.account = ? and e.deed = 'CHANGE' and e.detail = 'ADDENDUM'""")
			.params(this.request.getId(), this.anne.id())
			.query(Integer.class)
			.single()).as("the trail tells it from its draft").isEqualTo(1);
	}

	private void handOver() {
		this.jdbc.sql("update second_opinion_request set handed_over_at = now() where id = ?")
			.param(this.request.getId())
			.update();
	}

	private boolean handedOver() {
		return this.requests.findByReference(this.request.getReference()).orElseThrow().getHandedOverAt() != null;
	}

	private static Map<String, String> with(Map<String, String> fields, String action) {
		Map<String, String> all = new HashMap<>(fields);
		all.put("action", action);
		return all;
	}

	@Test
	void itsPagesAreFrugal() throws Exception {
		this.ward.bring(this.request, this.anne, OpinionState.DELIVERED);
		this.ward.ask(this.request, "Et si j’attends ?");
		this.ward
			.send(this.request, "/avis/medecin", this.paul,
					Map.of("action", "answer", "patientAgrees", "YES", "heard", "CALL"), "revision",
					this.ward.seen(this.request))
			.andExpect(status().is(302));
		for (String path : List.of("/avis", "/rcp", "/avis/remise", "/avis/complement", "/avis/medecin")) {
			// a new session each time, which only MockMvc begins and stores
			assertThat(StatementCount.of(() -> open(path, this.anne))).as(path).isBetween(1L, 10L);
		}
	}

	private ResultActions open(String path, StaffMember by) throws Exception {
		return this.ward.open(this.request, path, by);
	}

	private String read(String path, StaffMember by) throws Exception {
		return open(path, by).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
	}

	private void save(Map<String, String> fields) throws Exception {
		this.ward.send(this.request, "/avis", this.anne, fields, "revision", this.ward.seen(this.request))
			.andExpect(status().is(302));
	}

	private ResultActions press(String path) throws Exception {
		return this.ward.send(this.request, path, this.anne, Map.of(), "revision", this.ward.seen(this.request));
	}

	private ResultActions deliver(String way) throws Exception {
		return this.ward.send(this.request, "/avis/remise", this.anne, Map.of("way", way), "revision",
				this.ward.seen(this.request));
	}

	private ResultActions autosave(Map<String, String> fields, String seen) throws Exception {
		return this.ward.send(this.request, "/avis/brouillon", this.anne, fields, "revision", seen);
	}

	private ResultActions meet(String action, Map<String, String> fields) throws Exception {
		Map<String, String> all = new HashMap<>(fields);
		all.put("action", action);
		return this.ward.send(this.request, "/rcp", this.anne, all, "seen", this.ward.meeting(this.request));
	}

	private ResultActions hold(LocalDate day) throws Exception {
		return meet("hold", Map.of("heldOn", day.toString(), "roles", "SURGEON,RADIOTHERAPIST,PATHOLOGIST", "advice",
				"Opérer d’abord"));
	}

	private String queue(String filter) throws Exception {
		return this.mvc.perform(get("/admin" + filter).with(user(this.anne)).locale(Locale.FRENCH))
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

	private String question() {
		return this.jdbc.sql("select id::text from opinion_question").query(String.class).single();
	}

	private String added() {
		return AddendumForm.seen(this.addenda.findByOpinionIdOrderById(this.ward.opinion(this.request).getId()));
	}

	private List<String> acts() {
		return this.jdbc.sql("select act from opinion_act where request_id = :id order by id")
			.param("id", this.request.getId())
			.query(String.class)
			.list();
	}

	private static LocalDate today() {
		return LocalDate.now(ZoneId.of("Europe/Paris"));
	}

}
