package org.secondavis.review;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.secondavis.ApplicationTest;
import org.secondavis.document.PaperType;
import org.secondavis.mail.OutgoingMail;
import org.secondavis.mail.OutgoingMail.State;
import org.secondavis.encryption.SecretToken;
import org.secondavis.mail.Outbox;
import org.secondavis.request.FollowUpLinks;
import org.secondavis.request.Move;
import org.secondavis.request.RequestMother;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.StaffId;
import org.secondavis.request.Status;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffMember;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.secondavis.PageToken.csrf;
import static org.secondavis.Together.atOnce;
import static org.secondavis.request.RequestMother.aRequest;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ApplicationTest
class DecisionTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Desk desk;

	@Autowired
	private Requests requests;

	@Autowired
	private Outbox outbox;

	@Autowired
	private FollowUpLinks links;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	private StaffMember anne;

	private StaffMember paul;

	@BeforeEach
	void employ() {
		this.desk.clear();
		this.anne = this.desk.employ("Anne Martin", Role.DOCTOR);
		this.paul = this.desk.employ("Paul Petit", Role.SECRETARIAT);
	}

	@ParameterizedTest
	@CsvSource({ "SUSPECT, liberer, NEW", "NEW, prendre-en-charge, IN_REVIEW",
			"TO_COMPLETE, prendre-en-charge, IN_REVIEW", "IN_REVIEW, completer, TO_COMPLETE",
			"CLOSED, rouvrir, IN_REVIEW", "REFERRED, rouvrir, IN_REVIEW", "DUPLICATE, rouvrir, IN_REVIEW" })
	void aDecisionLeadsFromOneStatusToTheNext(Status from, String action, Status to) throws Exception {
		SecondOpinionRequest request = received(from);
		decide(request, action, Map.of("told", "MESSAGE", "note", "mes mots"))
			.andExpect(redirectedUrl("/admin/demandes/" + request.getReference()))
			.andExpect(flash().attributeExists("done"));
		assertThat(stored(request).getStatus()).isEqualTo(to);
		show(request).andExpect(content().string(containsString("Anne Martin")));
	}

	@Test
	void aReleasedRequestGoesTheNormalWayWithItsMails() throws Exception {
		SecondOpinionRequest request = this.desk.suspect(aRequest());
		decide(request, "liberer", Map.of());
		assertThat(this.outbox.findByRequestIdOrderByQueuedAt(request.getId())).hasSize(2);
	}

	@Test
	void aRequestIsAssignedToAColleague() throws Exception {
		SecondOpinionRequest request = received(Status.NEW);
		decide(request, "attribuer", Map.of("assignee", this.paul.id().toString(), "note", "il connaît la famille"));
		assertThat(stored(request).getAssignee()).isEqualTo(new StaffId(this.paul.id()));
		show(request).andExpect(content()
			.string(allOf(containsString("Attribuée à Paul Petit"), containsString("il connaît la famille"))));
	}

	@Test
	void nobodyButAnActiveColleagueCanBeAssigned() throws Exception {
		SecondOpinionRequest request = received(Status.NEW);
		StaffMember locked = this.desk.employ("Léa Fermée", Role.DOCTOR, true);
		for (String nobody : List.of("", "x", UUID.randomUUID().toString(), locked.id().toString())) {
			decide(request, "attribuer", Map.of("assignee", nobody, "note", "à suivre")).andExpect(status().is(422))
				.andExpect(content().string(allOf(containsString("Choisissez un collègue"), containsString("à suivre"),
						containsString("<title>Erreur"), not(containsString("Léa Fermée")))));
		}
		assertThat(stored(request).getStatus()).isEqualTo(Status.NEW);
	}

	@Test
	void whoIsInChargeAlreadyIsNotAssignedAgain() throws Exception {
		SecondOpinionRequest request = received(Status.NEW);
		decide(request, "prendre-en-charge", Map.of());
		decide(stored(request), "attribuer", Map.of("assignee", this.anne.id().toString())).andExpect(status().is(422));
	}

	@Test
	void referringNeedsToSayWhereTo() throws Exception {
		SecondOpinionRequest request = received(Status.NEW);
		decide(request, "orienter",
				Map.of("reason", "RARE_CANCER", "elsewhere", " ", "told", "MESSAGE", "note", "Voyez {lieu}"))
			.andExpect(status().is(422));
		decide(request, "orienter", Map.of("reason", "RARE_CANCER", "elsewhere", "Centre de Lille", "told", "MESSAGE",
				"note", "Voyez {lieu}"))
			.andExpect(status().is3xxRedirection());
		show(request).andExpect(content().string(containsString("Centre de Lille")));
	}

	@Test
	void aPatientWithoutAnAddressIsCalledAndTheCallIsRecorded() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest().byHelper().withoutEmail());
		show(request).andExpect(content().string(allOf(containsString("personne ne l’a prévenu"),
				containsString("Patient à prévenir"), containsString("prevenir-patient"),
				containsString("Donné, selon la personne qui aide"), not(containsString("??")))));
		decide(request, "prevenir-patient", Map.of("note", "d’accord, rappeler mardi"))
			.andExpect(redirectedUrl("/admin/demandes/" + request.getReference()));
		assertThat(stored(request).mustTellPatient()).isFalse();
		show(request).andExpect(content().string(allOf(containsString("Patient prévenu par téléphone"),
				containsString("Anne Martin"), containsString("d’accord, rappeler mardi"),
				not(containsString("Patient à prévenir")), not(containsString("prevenir-patient")))));
		decide(stored(request), "prevenir-patient", Map.of()).andExpect(status().isConflict());
	}

	@Test
	void staffSeeThatThePatientHasTakenOver() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest().byHelper());
		this.transaction.executeWithoutResult((status) -> {
			SecondOpinionRequest found = stored(request);
			found.takeOver(RequestMother.SUBMITTED);
			this.requests.save(found);
		});
		show(request).andExpect(content().string(
				allOf(containsString("Ne vous adressez plus à Camille Ng"), containsString("Demande reprise à son nom"),
						not(containsString("Par un tiers")), not(containsString("??")))));
	}

	@Test
	void closingNeedsAReason() throws Exception {
		SecondOpinionRequest request = received(Status.IN_REVIEW);
		decide(request, "cloturer", Map.of("reason", "BORED")).andExpect(status().is(422))
			.andExpect(content().string(containsString("Choisissez le motif")));
		decide(request, "cloturer", Map.of("reason", "DONE", "told", "MESSAGE", "note", "Notre avis vous attend."))
			.andExpect(status().is3xxRedirection());
		show(request).andExpect(content().string(containsString("Avis rendu")));
	}

	@Test
	void aDuplicateNamesAnotherRequest() throws Exception {
		SecondOpinionRequest request = received(Status.NEW);
		SecondOpinionRequest other = received(Status.NEW);
		String itself = request.getReference().value();
		for (String wrong : List.of("", "SA-1", itself, itself.toLowerCase(Locale.ROOT).replace("-", ""),
				"SA-0000-0000")) {
			decide(request, "doublon", Map.of("duplicateOf", wrong)).andExpect(status().is(422));
		}
		decide(request, "doublon",
				Map.of("duplicateOf", other.getReference().value().substring(3).toLowerCase(Locale.ROOT)))
			.andExpect(status().is3xxRedirection());
		show(request).andExpect(content().string(containsString("doublon de " + other.getReference())));
	}

	@Test
	void twoRequestsAreNeverDuplicatesOfEachOther() throws Exception {
		SecondOpinionRequest request = received(Status.NEW);
		SecondOpinionRequest other = received(Status.NEW);
		decide(request, "doublon", Map.of("duplicateOf", other.getReference().value()))
			.andExpect(status().is3xxRedirection());
		decide(other, "doublon", Map.of("duplicateOf", request.getReference().value())).andExpect(status().is(422))
			.andExpect(content().string(containsString("n’est plus en cours")));
	}

	@ParameterizedTest
	@EnumSource
	void onlyPossibleDecisionsAreShownAndAllOthersAreRefused(Status status) throws Exception {
		SecondOpinionRequest request = received(status);
		SecondOpinionRequest other = received(Status.NEW);
		for (Action action : Action.values()) {
			boolean possible = request.possibleMoves().contains(action.move());
			String form = "/admin/demandes/" + request.getReference() + "/" + action.path() + "\"";
			show(request).andExpect(content().string(possible ? containsString(form) : not(containsString(form))));
			if (!possible) {
				decide(request, action.path(),
						Map.of("assignee", this.paul.id().toString(), "note", "n", "reason", "DONE", "duplicateOf",
								other.getReference().value()))
					.andExpect(status().isConflict())
					.andExpect(content().string(containsString("pas possible")));
			}
		}
		assertThat(stored(request).getStatus()).isEqualTo(status);
		assertThat(stored(request).revision()).isEqualTo(request.revision());
	}

	@Test
	void everyMoveHasItsActionButThoseThatHavePagesOfTheirOwn() {
		assertThat(Action.values()).extracting(Action::move)
			.containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(Move.KEEP_APART, Move.DELIVER)));
	}

	@ParameterizedTest
	@EnumSource(names = { "DELIVERED", "REFERRED", "DUPLICATE", "CLOSED" })
	void anEndedRequestIsHandedOverOnceTheArchiveWasOffered(Status ended) throws Exception {
		SecondOpinionRequest request = received(ended);
		show(request).andExpect(content().string(allOf(containsString("effacé 90 jours plus tard"),
				containsString("/admin/demandes/" + request.getReference() + "/archive\""))));
		decide(request, "verser", Map.of("note", "Dossier 12")).andExpect(status().isFound());
		assertThat(stored(request).getStatus()).isEqualTo(ended);
		assertThat(stored(request).getHandedOverAt()).isNotNull();
		show(request).andExpect(content().string(allOf(containsString("Versée au dossier médical de la clinique"),
				containsString("Dossier 12"), not(containsString("/verser\"")))));
		decide(stored(request), "verser", Map.of()).andExpect(status().isConflict());
	}

	@Test
	void anUnknownActionIsNotFound() throws Exception {
		decide(received(Status.NEW), "supprimer", Map.of()).andExpect(status().isNotFound());
	}

	@Test
	void whoComesSecondIsToldWhatChangedAndKeepsTheirWords() throws Exception {
		SecondOpinionRequest seen = received(Status.NEW);
		decide(seen, "prendre-en-charge", Map.of());
		perform(this.paul, seen, "cloturer",
				Map.of("version", "" + seen.revision(), "reason", "NO_ANSWER", "note", "rappelée deux fois"))
			.andExpect(status().isConflict())
			.andExpect(content().string(allOf(containsString("a changé pendant"), containsString("Prise en charge"),
					containsString("Anne Martin"), containsString("rappelée deux fois"),
					containsString("selected=\"selected\">Patient injoignable"))));
		assertThat(stored(seen).getStatus()).isEqualTo(Status.IN_REVIEW);
	}

	@Test
	void wordsForADecisionThatIsPossibleNoMoreBecomeANote() throws Exception {
		SecondOpinionRequest seen = received(Status.NEW);
		decide(seen, "cloturer", Map.of("reason", "DONE", "told", "MESSAGE", "note", "Au revoir"));
		decide(seen, "orienter", Map.of("note", "Centre de Lille")).andExpect(status().isConflict())
			.andExpect(content().string(containsString("Centre de Lille")));
	}

	@ParameterizedTest
	@CsvSource({ "''", "abc", "-1", "99999999999999999999" })
	void aDecisionWithoutTheRightVersionIsRefused(String version) throws Exception {
		SecondOpinionRequest request = received(Status.NEW);
		perform(this.anne, request, "prendre-en-charge", Map.of("version", version)).andExpect(status().isConflict());
		assertThat(stored(request).getStatus()).isEqualTo(Status.NEW);
	}

	@Test
	void ofTwoAtTheSameMomentOneIsToldThatTheOtherWasFaster() throws Exception {
		for (int round = 0; round < 5; round++) {
			SecondOpinionRequest request = received(Status.NEW);
			assertThat(atOnce(() -> take(this.anne, request), () -> take(this.paul, request)))
				.containsExactlyInAnyOrder(302, 409);
			assertThat(this.jdbc.sql("select count(*) from request_change where request_id = :id and move = 'TAKE'")
				.param("id", request.getId())
				.query(Long.class)
				.single()).isOne();
		}
	}

	private int take(StaffMember member, SecondOpinionRequest request) throws Exception {
		return perform(member, request, "prendre-en-charge", Map.of("version", "" + request.revision())).andReturn()
			.getResponse()
			.getStatus();
	}

	@Test
	void aNoteIsKeptWhateverHappenedMeanwhileAndIsSealed() throws Exception {
		SecondOpinionRequest seen = received(Status.NEW);
		decide(seen, "prendre-en-charge", Map.of());
		perform(this.paul, seen, "note", Map.of("note", "a peur de l’opération"))
			.andExpect(status().is3xxRedirection());
		decide(stored(seen), "completer", Map.of("told", "MESSAGE", "note", "manque la biopsie"));
		show(seen).andExpect(content().string(allOf(containsString("a peur de l’opération"),
				containsString("manque la biopsie"), containsString("Paul Petit"))));
		assertThat(raw("internal_note", "request_change")).doesNotContain("opération", "biopsie");
	}

	@Test
	void aNoteHasWords() throws Exception {
		SecondOpinionRequest request = received(Status.NEW);
		perform(this.anne, request, "note", Map.of("note", " \n ")).andExpect(status().is(422))
			.andExpect(content().string(containsString("Écrivez la note")));
		perform(this.anne, request, "note", Map.of("note", "x".repeat(4001))).andExpect(status().is(422));
		perform(this.anne, request, "note", Map.of("note", "x".repeat(4000))).andExpect(status().is3xxRedirection());
	}

	@Test
	void erasingAsksAndLeavesNothing() throws Exception {
		SecondOpinionRequest request = this.desk.suspect(aRequest().byHelper());
		this.desk.hasAtHand(request, PaperType.IMAGES);
		this.desk.mail(request, State.SENT);
		this.links.issue(request.getId());
		perform(this.anne, request, "note", Map.of("note", "sans doute un robot"));
		this.mvc.perform(get(url(request) + "/effacer").with(user(this.anne)))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("Rien ne peut être récupéré")));
		decide(request, "effacer", Map.of()).andExpect(redirectedUrl("/admin?status=SUSPECT"));
		for (String table : List.of("second_opinion_request", "request_change", "follow_up_link", "paper",
				"internal_note")) {
			assertThat(this.jdbc.sql("select count(*) from " + table).query(Long.class).single()).as(table).isZero();
		}
		assertThat(this.jdbc.sql("select count(*) from outgoing_mail where request_id is not null")
			.query(Long.class)
			.single()).isZero();
		decide(request, "effacer", Map.of()).andExpect(status().isNotFound());
	}

	@Test
	void onlyASuspectRequestCanBeErased() throws Exception {
		SecondOpinionRequest request = received(Status.NEW);
		show(request).andExpect(content().string(not(containsString("/effacer"))));
		this.mvc.perform(get(url(request) + "/effacer").with(user(this.anne))).andExpect(redirectedUrl(url(request)));
		decide(request, "effacer", Map.of()).andExpect(status().isNotFound());
		assertThat(stored(request)).isNotNull();
	}

	@Test
	void aRequestThatWasReleasedMeanwhileIsNotErased() throws Exception {
		SecondOpinionRequest seen = this.desk.suspect(aRequest());
		decide(seen, "liberer", Map.of());
		perform(this.paul, seen, "effacer", Map.of("version", "" + seen.revision())).andExpect(status().isConflict())
			.andExpect(content().string(containsString("Remise dans le circuit")));
	}

	@Test
	void aMailIsSentAgain() throws Exception {
		SecondOpinionRequest request = received(Status.NEW);
		UUID first = this.desk.mail(request, State.GIVEN_UP);
		UUID second = this.desk.mail(request, State.SENT);
		int before = this.outbox.findByRequestIdOrderByQueuedAt(request.getId()).size();
		perform(this.anne, request, "renvoyer", Map.of("mail", first.toString()))
			.andExpect(redirectedUrl(url(request) + "#journal"));
		send(post("/admin/courriers/{id}/renvoyer", second)).andExpect(redirectedUrl("/admin/courriers"));
		assertThat(this.outbox.findById(first)).get()
			.extracting(OutgoingMail::getStatus, OutgoingMail::getAttempts)
			.containsExactly(State.QUEUED, 0);
		assertThat(this.outbox.findById(second)).get().extracting(OutgoingMail::getStatus).isEqualTo(State.SENT);
		assertThat(this.outbox.findByRequestIdOrderByQueuedAt(request.getId())).hasSize(before + 1);
	}

	@Test
	void aReopenedRequestStaysWithWhoeverHadIt() throws Exception {
		SecondOpinionRequest request = received(Status.NEW);
		decide(request, "attribuer", Map.of("assignee", this.paul.id().toString()));
		decide(stored(request), "cloturer", Map.of("reason", "DONE", "told", "MESSAGE", "note", "Au revoir"));
		decide(stored(request), "rouvrir", Map.of());
		assertThat(stored(request).getAssignee()).isEqualTo(new StaffId(this.paul.id()));
	}

	@Test
	void oneGetsBackToTheListFromWhichOneCame() throws Exception {
		SecondOpinionRequest request = received(Status.NEW);
		Cookie list = this.mvc.perform(get("/admin?status=NEW&site=BREAST").with(user(this.anne)))
			.andReturn()
			.getResponse()
			.getCookie("liste");
		this.mvc.perform(get(url(request)).with(user(this.anne)).cookie(list))
			.andExpect(content().string(containsString("href=\"/admin?status=NEW&amp;site=BREAST\"")));
		for (String odd : List.of("%%%", "Lw", "aHR0cDovL2V2aWwuZXhhbXBsZQ\u00e9", "DQo")) {
			this.mvc.perform(get(url(request)).with(user(this.anne)).cookie(new Cookie("liste", odd)))
				.andExpect(content().string(containsString("href=\"/admin")));
		}
	}

	@Test
	void whoSendsAFormAfterTheSessionEndedGetsTheWordsBack() throws Exception {
		SecondOpinionRequest request = received(Status.NEW);
		this.mvc.perform(post(url(request) + "/note").param("note", "à rappeler <b>").with(csrf()))
			.andExpect(status().isForbidden());
		assertThat(this.jdbc.sql("select count(*) from internal_note").query(Long.class).single()).isZero();
	}

	@Test
	void linksAreRevokedAndRenewed() throws Exception {
		SecondOpinionRequest request = received(Status.NEW);
		SecretToken link = this.links.issue(request.getId()).orElseThrow();
		UUID mail = this.desk.mail(request, State.SENT);
		decide(request, "revoquer-liens", Map.of("note", "adresse fausse")).andExpect(redirectedUrl(url(request)));
		assertThat(this.links.find(link)).isEmpty();
		show(request).andExpect(content().string(allOf(containsString("Liens de suivi révoqués"),
				containsString("Révoqués le"), containsString("adresse fausse"), containsString("renouveler-lien"),
				not(containsString("value=\"" + mail + "\"")))));
		perform(this.anne, request, "renvoyer", Map.of("mail", mail.toString()))
			.andExpect(flash().attribute("doneBelow", "mails.again.revoked"));
		send(post("/admin/courriers/{id}/renvoyer", mail)).andExpect(flash().attribute("done", "mails.again.revoked"));
		assertThat(this.outbox.findById(mail)).get().extracting(OutgoingMail::getStatus).isEqualTo(State.SENT);

		decide(stored(request), "renouveler-lien", Map.of()).andExpect(redirectedUrl(url(request)));
		assertThat(this.outbox.findByRequestIdOrderByQueuedAt(request.getId())).extracting(OutgoingMail::getTemplate)
			.contains("link");
		show(request).andExpect(content().string(allOf(containsString("Nouveau lien de suivi demandé"),
				containsString("value=\"" + mail + "\""), not(containsString("Révoqués le")))));
	}

	@Test
	void aMailThatIsJustBeingSentIsNotSentAgain() throws Exception {
		SecondOpinionRequest request = received(Status.NEW);
		UUID mail = this.desk.mail(request, State.QUEUED);
		this.jdbc.sql("update outgoing_mail set attempt_ends = now() + interval '1 minute' where id = ?")
			.param(mail)
			.update();
		perform(this.anne, request, "renvoyer", Map.of("mail", mail.toString()))
			.andExpect(flash().attribute("doneBelow", "mails.again.underWay"));
		assertThat(this.outbox.findById(mail)).get().extracting(OutgoingMail::getAttempts).isEqualTo(1);
	}

	@Test
	void aMailOfAnotherRequestIsNotFound() throws Exception {
		UUID mail = this.desk.mail(received(Status.NEW), State.GIVEN_UP);
		for (String wrong : List.of(mail.toString(), UUID.randomUUID().toString(), "x", "")) {
			perform(this.anne, received(Status.NEW), "renvoyer", Map.of("mail", wrong))
				.andExpect(status().isNotFound());
		}
	}

	private SecondOpinionRequest received(Status status) {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		this.desk.put(request, status);
		return stored(request);
	}

	private ResultActions decide(SecondOpinionRequest seen, String action, Map<String, String> fields)
			throws Exception {
		Map<String, String> all = new HashMap<>(fields);
		all.put("version", "" + seen.revision());
		return perform(this.anne, seen, action, all);
	}

	private ResultActions perform(StaffMember member, SecondOpinionRequest request, String action,
			Map<String, String> fields) throws Exception {
		MockHttpServletRequestBuilder form = post(url(request) + "/" + action);
		fields.forEach(form::param);
		return this.mvc.perform(form.with(user(member)).with(csrf()).locale(Locale.FRENCH));
	}

	private ResultActions send(MockHttpServletRequestBuilder form) throws Exception {
		return this.mvc.perform(form.with(user(this.anne)).with(csrf()));
	}

	private ResultActions show(SecondOpinionRequest request) throws Exception {
		return this.mvc.perform(get(url(request)).with(user(this.anne)).locale(Locale.FRENCH))
			.andExpect(status().isOk());
	}

	private static String url(SecondOpinionRequest request) {
		return "/admin/demandes/" + request.getReference();
	}

	private SecondOpinionRequest stored(SecondOpinionRequest request) {
		return this.requests.findById(request.getId()).orElseThrow();
	}

	private String raw(String... tables) {
		StringBuilder rows = new StringBuilder();
		for (String table : tables) {
			this.jdbc.sql("select * from " + table)
				.query()
				.listOfRows()
				.forEach((row) -> row.values()
					.forEach((value) -> rows
						.append((value instanceof byte[] bytes) ? new String(bytes, StandardCharsets.UTF_8) : value)));
		}
		return rows.toString();
	}

}
