package org.secondavis.review;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.secondavis.ApplicationTest;
import org.secondavis.conversation.Call;
import org.secondavis.conversation.CallOutcome;
import org.secondavis.conversation.Calls;
import org.secondavis.conversation.Messages;
import org.secondavis.document.Availability;
import org.secondavis.document.Paper;
import org.secondavis.document.PaperType;
import org.secondavis.document.Papers;
import org.secondavis.encryption.Vault;
import org.secondavis.mail.Outbox;
import org.secondavis.mail.OutgoingMail;
import org.secondavis.request.Change;
import org.secondavis.request.Contact.Person;
import org.secondavis.request.NextPlace;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.StaffId;
import org.secondavis.request.Status;
import org.secondavis.request.Told;
import org.secondavis.review.Replies.Reply;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffMember;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.secondavis.Together.atOnce;
import static org.secondavis.request.RequestMother.aRequest;

/** Decisions of which the patient is told: nobody is left alone with one. */
@ApplicationTest
class TellingTests {

	@Autowired
	private Desk desk;

	@Autowired
	private Replies replies;

	@Autowired
	private Requests requests;

	@Autowired
	private Messages messages;

	@Autowired
	private Calls calls;

	@Autowired
	private Papers papers;

	@Autowired
	private Outbox outbox;

	@Autowired
	private Vault vault;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	private StaffMember anne;

	private StaffMember paul;

	@BeforeEach
	void employ() {
		this.desk.clear();
		this.jdbc.sql("truncate prepared_text, place").update();
		this.anne = this.desk.employ("Anne Martin", Role.DOCTOR);
		this.paul = this.desk.employ("Paul Petit", Role.SECRETARIAT);
	}

	@Test
	void theMissingPapersAreProposedAndTheMessageIsInThePatientsLanguage() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest().inEnglish());
		this.desk.hasAtHand(request, PaperType.PATHOLOGY);
		assertThat(show(request, "/completer")).contains("Dear Zoë O’Brien-N’Guyen d’Été,", "{documents}")
			.containsPattern("value=\"RCP_REPORT\"[^>]*checked")
			.doesNotContainPattern("value=\"PATHOLOGY\"[^>]*checked")
			.doesNotContain("??");
		assertThat(tell(request, "completer", "papers", "IMAGES", "papers", "GENETICS", "told", "MESSAGE", "note",
				"Please send:\r\n{documents}")
			.status()).isEqualTo(302);
		assertThat(messages(request)).singleElement()
			.asString()
			.matches("(?s)Please send:\n- [^\n]+\n- [^\n]+")
			.doesNotContain("{", "Images de ces examens");
		assertThat(stored(request).getStatus()).isEqualTo(Status.TO_COMPLETE);
		assertThat(lastChange(request)).satisfies((change) -> {
			assertThat(change.getDetail()).isEqualTo("IMAGES,GENETICS");
			assertThat(change.getTold()).isEqualTo(Told.MESSAGE);
		});
		assertThat(this.outbox.findByRequestIdOrderByQueuedAt(request.getId())).extracting(OutgoingMail::getTemplate)
			.contains("message");
	}

	@Test
	void staffSeeWhichPapersTheyAskedForAndWhichHaveArrived() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		tell(request, "completer", "papers", "IMAGES", "told", "MESSAGE", "note", "Vos images, svp");
		assertThat(show(request, "")).contains("Demandé le", "Documents demandés", "Pas encore lu par le patient")
			.doesNotContain("Tous les documents demandés", "??");
		assertThat(send(this.anne, request, "/papier", "paper", "IMAGES").status()).isEqualTo(302);
		assertThat(show(request, "")).contains(", arrivé", "Tous les documents demandés sont arrivés",
				"Document arrivé");
	}

	@Test
	void aPaperThatThePatientHasIsAwaitedUntilItComes() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		this.desk.hasAtHand(request, PaperType.IMAGES);
		tell(request, "completer", "papers", "IMAGES", "told", "MESSAGE", "note", "Vos images, svp");
		assertThat(show(request, "")).contains("Arrivé par la poste").doesNotContain(", arrivé");
		send(this.anne, request, "/papier", "paper", "IMAGES");
		assertThat(show(request, "")).contains(", arrivé", "Document arrivé").doesNotContain("Arrivé par la poste");
	}

	@Test
	void whatWasSaidOfAPaperBeforeStaysInTheTimeline() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		tell(request, "completer", "papers", "IMAGES", "told", "MESSAGE", "note", "Vos images, svp");
		this.transaction.executeWithoutResult((status) -> this.papers.findByRequestId(request.getId())
			.forEach((paper) -> paper.tell(Availability.NO, Instant.now())));
		send(this.anne, request, "/papier", "paper", "IMAGES");
		assertThat(show(request, "")).containsSubsequence("Document arrivé", "par Anne Martin",
				"Document que le patient n’a pas", "par le patient");
	}

	@Test
	void aPaperThatNobodyAskedForIsNotMarkedByAClick() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		this.papers.saveAll(List.of(new Paper(request.getId(), PaperType.IMAGES, Availability.NO)));
		assertThat(send(this.anne, request, "/papier", "paper", "IMAGES").status()).isEqualTo(404);
		assertThat(this.papers.findByRequestId(request.getId())).extracting(Paper::getAvailability)
			.containsExactly(Availability.NO);
	}

	@Test
	void whoCannotReadMessagesIsCalledAndTheCallIsNoted() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest().withoutEmail());
		assertThat(show(request, "/completer")).contains("Appelez-la.", "06 12 34 56 78")
			.doesNotContain("value=\"MESSAGE\"", "Préparer le message</button>");
		assertThat(tell(request, "completer", "papers", "IMAGES", "told", "MESSAGE", "note", "n").status())
			.isEqualTo(422);
		assertThat(tell(request, "completer").status()).isEqualTo(422);
		assertThat(
				tell(request, "completer", "papers", "IMAGES", "told", "CALL", "note", "apportera ses images").status())
			.isEqualTo(302);
		assertThat(noted(request)).singleElement()
			.extracting(Call::getOutcome, (call) -> call.text(this.vault))
			.containsExactly(CallOutcome.REACHED, "apportera ses images");
		assertThat(messages(request)).isEmpty();
		assertThat(show(request, "")).contains("Appel\u00A0: joint", "Le patient l’a appris par téléphone");
	}

	@ParameterizedTest
	@CsvSource({ "DONE, ''", "OTHER, ' '", "TREATED_ELSEWHERE, ''", "NO_ANSWER, ''", "OUT_OF_SCOPE, ''",
			"'', 'Bonjour'" })
	void nothingIsClosedInSilence(String reason, String note) throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		Reply answer = tell(request, "cloturer", "reason", reason, "told", "MESSAGE", "note", note);
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.body()).contains("<title>Erreur").doesNotContain("??");
		assertThat(tell(request, "cloturer", "reason", reason).status()).isEqualTo(422);
		assertThat(stored(request).getStatus()).isEqualTo(Status.NEW);
		assertThat(messages(request)).isEmpty();
	}

	@Test
	void whoHasWithdrawnNeedsNoMessage() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		assertThat(tell(request, "cloturer", "reason", "WITHDRAWN", "told", "MESSAGE", "note", "").status())
			.isEqualTo(302);
		assertThat(stored(request).getStatus()).isEqualTo(Status.CLOSED);
		assertThat(messages(request)).isEmpty();
	}

	@Test
	void aRefusalNamesAPlaceOfTheDirectory() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		UUID place = place("Centre du sein", "{BREAST}", true);
		place("Centre du poumon", "{LUNG}", true);
		place("Centre fermé", "{}", false);
		assertThat(show(request, "/cloturer"))
			.containsSubsequence("Centre du sein (pour ce cancer)", "Centre du poumon")
			.doesNotContain("Centre fermé", "??");
		String[] refusal = { "reason", "OUT_OF_SCOPE", "place", "", "elsewhere", " ", "told", "MESSAGE", "note",
				"Voyez :\n{lieu}" };
		Reply missing = tell(request, "cloturer", refusal);
		assertThat(missing.status()).isEqualTo(422);
		assertThat(missing.body()).contains("Voyez :", "selected=\"selected\">Hors du champ");
		refusal[3] = UUID.randomUUID().toString();
		assertThat(tell(request, "cloturer", refusal).status()).isEqualTo(422);
		refusal[3] = place.toString();
		assertThat(tell(request, "cloturer", refusal).status()).isEqualTo(302);
		assertThat(messages(request)).containsExactly("Voyez :\nCentre du sein\n0 800 00 00 00");
		assertThat(show(request, "")).contains("Hors du champ", "Centre du sein", "0 800 00 00 00");
	}

	@Test
	void aMessageInWhichAPlaceIsStillOpenIsNotSent() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		Reply answer = tell(request, "cloturer", "reason", "DONE", "told", "MESSAGE", "note", "Allez à {lieu}");
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.body()).contains("entre accolades", "Allez à {lieu}");
		assertThat(send(this.anne, request, "/message", "note", "Allez à {lieu}", "page", "p").status()).isEqualTo(422);
		assertThat(messages(request)).isEmpty();
	}

	@Test
	void nobodyWaitsForAPatientWhoWasNotReached() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		call(request, CallOutcome.NO_ANSWER);
		assertThat(tell(request, "completer", "papers", "IMAGES", "told", "ATTEMPT", "note", "").status())
			.isEqualTo(422);
		assertThat(stored(request).getStatus()).isEqualTo(Status.NEW);
	}

	@Test
	void aCallThatIsNotedAlreadyTellsThePatient() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		assertThat(tell(request, "cloturer", "reason", "DONE", "told", "CALLED").status()).isEqualTo(422);
		call(request, CallOutcome.NO_ANSWER);
		assertThat(tell(request, "cloturer", "reason", "DONE", "told", "CALLED").status()).isEqualTo(422);
		assertThat(tell(request, "cloturer", "reason", "DONE", "told", "ATTEMPT").status()).isEqualTo(422);
		call(request, CallOutcome.REACHED);
		assertThat(show(request, "/cloturer")).contains("value=\"CALLED\"", "par Paul Petit");
		assertThat(tell(request, "cloturer", "reason", "DONE", "told", "CALLED").status()).isEqualTo(302);
		assertThat(lastChange(request).getTold()).isEqualTo(Told.CALL);
	}

	@ParameterizedTest
	@CsvSource({ "CALLED, DONE", "ATTEMPT, NO_ANSWER" })
	void wordsThatWouldBeKeptNowhereAreNotDropped(String told, String reason) throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		call(request, CallOutcome.REACHED);
		Reply answer = tell(request, "cloturer", "reason", reason, "told", told, "note", "mes mots à moi");
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.body()).contains("gardé nulle part", "mes mots à moi").doesNotContain("??");
		assertThat(stored(request).getStatus()).isEqualTo(Status.NEW);
		assertThat(tell(request, "cloturer", "reason", reason, "told", told, "note", "").status()).isEqualTo(302);
	}

	@ParameterizedTest
	@CsvSource({ "DONE, Au revoir", "WITHDRAWN, ''" })
	void whereToTurnToIsKeptThoughTheDirectoryIsEmpty(String reason, String note) throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		assertThat(show(request, "/cloturer")).contains("annuaire est vide").doesNotContain("name=\"place\"");
		assertThat(tell(request, "cloturer", "reason", reason, "elsewhere", "Centre de Lille", "told", "MESSAGE",
				"note", note)
			.status()).isEqualTo(302);
		assertThat(lastChange(request).next(this.vault)).isEqualTo(NextPlace.inWords("Centre de Lille"));
	}

	@ParameterizedTest
	@EnumSource
	void theCallSaysWhoWasOnTheTelephone(Person person) throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest().byHelper());
		assertThat(show(request, "/cloturer")).containsPattern("value=\"PATIENT\"[^>]*checked");
		assertThat(tell(request, "cloturer", "reason", "DONE", "told", "CALL", "person", "", "note", "dit").body())
			.contains("Dites qui vous avez appelé");
		assertThat(tell(request, "cloturer", "reason", "DONE", "told", "CALL", "person", person.name(), "note", "dit")
			.status()).isEqualTo(302);
		assertThat(noted(request)).extracting(Call::getPerson).containsExactly(person);
	}

	@Test
	void whoWantsToBeCalledFirstIsProposed() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest().byHelper());
		this.jdbc.sql("update second_opinion_request set contact_first = 'HELPER'").update();
		assertThat(show(request, "/cloturer")).containsPattern("value=\"HELPER\"[^>]*checked");
		assertThat(show(this.desk.receive(aRequest()), "/cloturer")).doesNotContain("name=\"person\"");
	}

	@Test
	void callsThatNobodyAnsweredWillDoForWhoCannotBeReached() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest().withoutEmail());
		assertThat(tell(request, "cloturer", "reason", "NO_ANSWER", "told", "ATTEMPT").status()).isEqualTo(422);
		call(request, CallOutcome.NO_ANSWER);
		assertThat(tell(request, "cloturer", "reason", "NO_ANSWER", "told", "ATTEMPT").status()).isEqualTo(302);
	}

	@Test
	void aCallOfFormerTimesTellsNothingOfANewEnd() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		call(request, CallOutcome.REACHED);
		tell(request, "cloturer", "reason", "DONE", "told", "CALLED");
		send(this.anne, request, "/rouvrir", "version", "" + stored(request).revision());
		assertThat(tell(stored(request), "cloturer", "reason", "DONE", "told", "CALLED").status()).isEqualTo(422);
	}

	@Test
	void aReopenedRequestKeepsWhyItEndedAndWhatWasSaid() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		tell(request, "orienter", "reason", "RARE_CANCER", "place", "", "elsewhere", "Centre de Lille", "told",
				"MESSAGE", "note", "Voyez {lieu}");
		send(this.anne, request, "/rouvrir", "version", "" + stored(request).revision());
		assertThat(stored(request).getStatus()).isEqualTo(Status.IN_REVIEW);
		assertThat(show(request, "")).contains("Rouverte", "Orientée ailleurs\u00A0: Cancer rare",
				"Voyez Centre de Lille", "À qui s’adresser ensuite", "par Anne Martin (Médecin)");
	}

	@Test
	void whatWasSaidOnTheTelephoneIsNoPlace() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		assertThat(tell(request, "orienter", "reason", "RARE_CANCER", "elsewhere", "", "told", "CALL", "note",
				"a beaucoup pleuré")
			.status()).isEqualTo(422);
		assertThat(noted(request)).isEmpty();
	}

	@Test
	void preparingWritesTheMessageAndChangesNothing() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		Reply refusal = tell(request, "cloturer", "action", "prepare", "reason", "OUT_OF_SCOPE", "place", "",
				"elsewhere", "Centre de Lille", "told", "MESSAGE", "note", "");
		assertThat(refusal.status()).isEqualTo(200);
		assertThat(refusal.body())
			.contains("Cela ne dit rien de la gravité", "Centre de Lille\n", "selected=\"selected\">Hors du champ",
					"Rien n’est encore envoyé")
			.doesNotContain("{lieu}", "??");
		assertThat(tell(request, "completer", "action", "prepare", "papers", "IMAGES", "told", "MESSAGE", "note",
				"Mes mots\n{documents}")
			.body()).contains("Mes mots\n- Images de ces examens").doesNotContain("Bonjour");
		assertThat(stored(request).getStatus()).isEqualTo(Status.NEW);
		assertThat(messages(request)).isEmpty();
	}

	@Test
	void aPreparedTextIsAddedToWhatWasTyped() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		this.desk.hasAtHand(request, PaperType.PATHOLOGY, PaperType.RCP_REPORT, PaperType.IMAGES);
		this.jdbc.sql("""
				insert into prepared_text (id, version, topic, name, language, text)
				values (gen_random_uuid(), 0, 'a-b', 'Interprète', 'fr', 'Un interprète pour {nom}.')""").update();
		assertThat(insert(request, "Déjà écrit", "OWN")).contains(">Déjà écrit<", "value=\"a-b\"", "Interprète");
		assertThat(insert(request, "Déjà écrit", "a-b"))
			.contains("Déjà écrit\n\nUn interprète pour Zoë O’Brien-N’Guyen d’Été.", "Le texte est ajouté");
		assertThat(insert(request, "", "PAPERS")).contains("- Comptes rendus d’imagerie")
			.doesNotContain("{documents}", "- Images", "??");
		assertThat(messages(request)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "completer", "orienter", "cloturer" })
	void whoComesSecondIsToldAndKeepsTheirWords(String action) throws Exception {
		SecondOpinionRequest seen = this.desk.receive(aRequest());
		send(this.anne, seen, "/prendre-en-charge", "version", "" + seen.revision());
		Reply answer = send(this.paul, seen, "/" + action, "version", "" + seen.revision(), "reason", "DONE",
				"elsewhere", "Centre de Lille", "note", "mes mots à moi", "told", "MESSAGE");
		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.body()).contains("a changé pendant", "Prise en charge", "Anne Martin", "mes mots à moi",
				"name=\"version\" value=\"%d\"".formatted(stored(seen).revision()));
		assertThat(messages(seen)).isEmpty();
		assertThat(stored(seen).getStatus()).isEqualTo(Status.IN_REVIEW);
	}

	@Test
	void ofTwoWhoCloseAtTheSameMomentOneTellsThePatient() throws Exception {
		for (int round = 0; round < 5; round++) {
			SecondOpinionRequest request = this.desk.receive(aRequest());
			assertThat(atOnce(() -> close(this.anne, request), () -> close(this.paul, request)))
				.containsExactlyInAnyOrder(302, 409);
			assertThat(messages(request)).hasSize(1);
		}
	}

	private int close(StaffMember member, SecondOpinionRequest request) throws Exception {
		return send(member, request, "/cloturer", "version", "" + request.revision(), "reason", "DONE", "told",
				"MESSAGE", "note", "Au revoir de " + member.name())
			.status();
	}

	@Test
	void theDatabaseLetsNothingEndInSilenceEither() {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		assertThatException().isThrownBy(() -> this.jdbc
			.sql("insert into request_change (id, version, request_id, move, author, at, detail) "
					+ "values (gen_random_uuid(), 0, :id, 'CLOSE', :by, now(), 'DONE')")
			.param("id", request.getId())
			.param("by", this.anne.id())
			.update()).withMessageContaining("request_change_farewell_check");
	}

	@Test
	void anEndedRequestOffersNoOtherEndAndKeepsTheWords() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		tell(request, "cloturer", "reason", "DONE", "told", "MESSAGE", "note", "Au revoir");
		assertThat(this.replies.show(this.anne, url(request) + "/orienter").status()).isEqualTo(302);
		Reply late = tell(request, "orienter", "reason", "RARE_CANCER", "elsewhere", "Centre de Lille", "told",
				"MESSAGE", "note", "Voyez {lieu}");
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.body()).contains(">Centre de Lille\n\nVoyez {lieu}</textarea>");
	}

	private String show(SecondOpinionRequest request, String page) throws Exception {
		Reply reply = this.replies.show(this.anne, url(request) + page);
		assertThat(reply.status()).isEqualTo(200);
		return reply.body();
	}

	private Reply tell(SecondOpinionRequest request, String action, String... fields) throws Exception {
		String[] all = Arrays.copyOf(fields, fields.length + 2);
		all[fields.length] = "version";
		all[fields.length + 1] = "" + request.revision();
		return send(this.anne, request, "/" + action, all);
	}

	private String insert(SecondOpinionRequest request, String typed, String topic) throws Exception {
		return send(this.anne, request, "/message/texte", "note", typed, "topic", topic).body();
	}

	private Reply send(StaffMember member, SecondOpinionRequest request, String form, String... fields)
			throws Exception {
		return this.replies.send(member, url(request) + form, fields);
	}

	private void call(SecondOpinionRequest request, CallOutcome outcome) {
		this.calls.save(Call.made(request.getId(), new StaffId(this.paul.id()), Person.PATIENT, outcome, "", null, null,
				this.vault, Instant.now()));
	}

	private List<Call> noted(SecondOpinionRequest request) {
		return this.calls.findByRequestIdOrderByWrittenAtDescIdDesc(request.getId());
	}

	private UUID place(String name, String sites, boolean active) {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into place (id, version, name, purpose, phone, cancer_sites, active)
				values (:id, 0, :name, 'Répond', '0 800 00 00 00', :sites::text[], :active)""")
			.param("id", id)
			.param("name", name)
			.param("sites", sites)
			.param("active", active)
			.update();
		return id;
	}

	private List<String> messages(SecondOpinionRequest request) {
		return this.messages.findByRequestIdOrderByWrittenAt(request.getId())
			.stream()
			.map((message) -> message.text(this.vault))
			.toList();
	}

	private Change lastChange(SecondOpinionRequest request) {
		List<Change> history = this.requests.findWithHistoryByReference(request.getReference())
			.orElseThrow()
			.getHistory();
		return history.get(history.size() - 1);
	}

	private SecondOpinionRequest stored(SecondOpinionRequest request) {
		return this.requests.findById(request.getId()).orElseThrow();
	}

	private static String url(SecondOpinionRequest request) {
		return "/admin/demandes/" + request.getReference();
	}

}
