package org.secondavis.calls;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.secondavis.ApplicationTest;
import org.secondavis.conversation.Call;
import org.secondavis.conversation.CallOutcome;
import org.secondavis.conversation.Calls;
import org.secondavis.encryption.Vault;
import org.secondavis.mail.OutgoingMail.State;
import org.secondavis.request.Contact.Person;
import org.secondavis.request.Contact.TimeOfDay;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.StaffId;
import org.secondavis.request.Status;
import org.secondavis.review.Desk;
import org.secondavis.review.Replies;
import org.secondavis.review.Replies.Reply;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffMember;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.Together.atOnce;
import static org.secondavis.request.RequestMother.aRequest;

/** The log of calls, and whom to call today. */
@ApplicationTest
class CallsTests {

	private static final ZoneId HERE = ZoneId.of("Europe/Paris");

	@Autowired
	private Desk desk;

	@Autowired
	private Replies replies;

	@Autowired
	private Calls calls;

	@Autowired
	private Vault vault;

	@Autowired
	private Clock clock;

	@Autowired
	private JdbcClient jdbc;

	private StaffMember anne;

	private StaffMember paul;

	@BeforeEach
	void employ() {
		this.desk.clear();
		this.anne = this.desk.employ("Anne Martin", Role.DOCTOR);
		this.paul = this.desk.employ("Paul Petit", Role.SECRETARIAT);
	}

	@Test
	void aCallIsNotedInTheJournalAndItsWordsAreSealed() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest().byHelper());
		LocalDate next = today().plusDays(3);
		assertThat(note(request, "person", "HELPER", "outcome", "NO_ANSWER", "note", "sa fille rappelle", "nextDay",
				"" + next.getDayOfMonth(), "nextMonth", "" + next.getMonthValue(), "nextYear", "" + next.getYear(),
				"nextTime", "EVENING")
			.status()).isEqualTo(302);
		assertThat(show(url(request))).contains("Appel\u00A0: pas de réponse", "par Anne Martin (Médecin)",
				"sa fille rappelle", "C’est l’aidant", "À rappeler le", "en fin de journée");
		assertThat(show(url(request) + "?journal=call")).contains("sa fille rappelle")
			.doesNotContain("Demande envoyée");
		assertThat(this.jdbc.sql("select position('fille' in encode(text, 'escape')) from phone_call")
			.query(Integer.class)
			.list()).containsOnly(0);
	}

	@Test
	void whatIsWrongIsExplainedAndKept() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		assertThat(note(request, "person", "PATIENT").body()).contains("Dites ce qu’a donné l’appel");
		assertThat(note(request, "person", "HELPER", "outcome", "REACHED").body())
			.contains("Dites qui vous avez appelé");
		Reply odd = note(request, "person", "PATIENT", "outcome", "REACHED", "note", "mes mots", "nextDay", "32",
				"nextMonth", "13", "nextYear", "2026");
		assertThat(odd.status()).isEqualTo(422);
		assertThat(odd.body()).contains("Saisissez un jour qui existe", "mes mots", "value=\"32\"")
			.doesNotContain("??");
		assertThat(note(request, "person", "PATIENT", "outcome", "REACHED", "nextDay", "1", "nextMonth", "1",
				"nextYear", "2020")
			.body()).contains("un jour à venir");
		assertThat(note(request, "person", "PATIENT", "outcome", "REACHED", "nextTime", "NOON").status())
			.isEqualTo(422);
		assertThat(noted(request)).isEmpty();
	}

	@Test
	void aVoicemailAgainstThePatientsWishIsConfirmedFirst() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		this.jdbc.sql("update second_opinion_request set voicemail = false").update();
		assertThat(show(url(request) + "/appel")).contains("Non, ne laissez pas de message").doesNotContain("??");
		Reply asked = note(request, "person", "PATIENT", "outcome", "VOICEMAIL", "note", "rappelez-nous");
		assertThat(asked.status()).isEqualTo(422);
		assertThat(asked.body()).contains("Le patient ne veut pas de message vocal", "name=\"confirm\"",
				"rappelez-nous");
		assertThat(noted(request)).isEmpty();
		assertThat(note(request, "person", "PATIENT", "outcome", "VOICEMAIL", "confirm", "YES").status())
			.isEqualTo(302);
		assertThat(noted(request)).hasSize(1);
	}

	@Test
	void thePatientsWishesStandBesideTheForm() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest().byHelper());
		this.jdbc.sql("update second_opinion_request set contact_first = 'HELPER', contact_times = :never")
			.param("never", new String[] { (this.clock.instant().atZone(HERE).getHour() < 12) ? "EVENING" : "MORNING" })
			.update();
		assertThat(show(url(request) + "/appel")).contains("Appelez d’abord Camille Ng", "06 98 76 54 32",
				"Ce n’est pas le moment", "06 12 34 56 78");
	}

	@Test
	void whoDidNotKnowOfAColleaguesCallIsTold() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		note(request, "person", "PATIENT", "outcome", "NO_ANSWER", "note", "premier essai");
		Reply second = this.replies.send(this.paul, url(request) + "/appel", "seen", "", "person", "PATIENT", "outcome",
				"REACHED", "note", "je l’ai eue");
		assertThat(second.status()).isEqualTo(409);
		assertThat(second.body()).contains("quelqu’un vient d’en noter un autre", "premier essai",
				"par Anne Martin (Médecin)", "je l’ai eue",
				"name=\"seen\" value=\"%s\"".formatted(noted(request).get(0).getId()));
		assertThat(noted(request)).hasSize(1);
	}

	@Test
	void ofTwoCallsNotedAtTheSameMomentOneHasToBeNotedAgain() throws Exception {
		for (int round = 0; round < 5; round++) {
			SecondOpinionRequest request = this.desk.receive(aRequest());
			assertThat(atOnce(() -> reach(this.anne, request), () -> reach(this.paul, request)))
				.containsExactlyInAnyOrder(302, 409);
			assertThat(noted(request)).hasSize(1);
		}
	}

	private int reach(StaffMember member, SecondOpinionRequest request) throws Exception {
		return this.replies.send(member, url(request) + "/appel", "seen", "", "person", "PATIENT", "outcome", "REACHED")
			.status();
	}

	@Test
	void aDueCallStandsInTheListUntilSomebodyIsReached() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		assertThat(list()).contains("Personne à appeler aujourd’hui").doesNotContain("??");
		call(request, CallOutcome.NO_ANSWER, today().minusDays(1), TimeOfDay.NOON);
		assertThat(list())
			.contains(request.getReference().value(), "Appel prévu", "Prévu le", "Vers midi", "06 12 34 56 78",
					"Pas de réponse", "Oui, vous pouvez laisser un message")
			.doesNotContain("??");
		call(request, CallOutcome.NO_ANSWER, null, null);
		assertThat(list()).as("nobody was reached").contains("Appel prévu");
		assertThat(click(request, "REACHED").status()).isEqualTo(302);
		assertThat(list()).contains("Personne à appeler");
	}

	@Test
	void whoDoesNotAnswerComesBackOnTheNextWorkingDay() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		call(request, CallOutcome.NO_ANSWER, today(), null);
		assertThat(click(request, "NO_ANSWER").status()).isEqualTo(302);
		assertThat(noted(request).get(0).getNextDay()).isAfter(today());
		assertThat(list()).contains("Personne à appeler");
	}

	@Test
	void aClickAgainstThePatientsWishAsksFirst() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		this.jdbc.sql("update second_opinion_request set voicemail = false").update();
		call(request, CallOutcome.NO_ANSWER, today(), null);
		assertThat(list()).doesNotContain("value=\"VOICEMAIL\"");
		assertThat(click(request, "VOICEMAIL").status()).isEqualTo(422);
		assertThat(noted(request)).hasSize(1);
	}

	@Test
	void whomNoMailReachesIsInTheListUntilToldByTelephone() throws Exception {
		SecondOpinionRequest mailless = this.desk.receive(aRequest().withoutEmail());
		SecondOpinionRequest untold = this.desk.receive(aRequest().byHelper().withoutEmail());
		this.desk.receive(aRequest());
		assertThat(list()).contains(mailless.getReference().value(), untold.getReference().value(),
				"Attend des nouvelles", "À prévenir", "2 appels");
		call(mailless, CallOutcome.REACHED, null, null);
		assertThat(list()).doesNotContain(mailless.getReference().value()).contains(untold.getReference().value());
		this.jdbc.sql("update second_opinion_request set status_since = now() + interval '1 minute' where id = :id")
			.param("id", mailless.getId())
			.update();
		this.desk.put(mailless, Status.TO_COMPLETE);
		assertThat(list()).as("papers were asked for").contains(mailless.getReference().value());
		call(mailless, CallOutcome.NO_ANSWER, today().plusDays(2), null);
		assertThat(list()).as("a call is planned").doesNotContain(mailless.getReference().value());
	}

	@ParameterizedTest
	@CsvSource({ "CALL, apportera ses images", "CALLED, ''" })
	void whoWasAskedForPapersByTelephoneIsNotCalledForThemAgain(String told, String note) throws Exception {
		SecondOpinionRequest mailless = this.desk.receive(aRequest().withoutEmail());
		call(mailless, CallOutcome.REACHED, null, null);
		assertThat(this.replies
			.send(this.anne, url(mailless) + "/completer", "version", "0", "papers", "IMAGES", "told", told, "note",
					note)
			.status()).isEqualTo(302);
		assertThat(list()).contains("Personne à appeler");
	}

	@Test
	void aMailThatWasGivenUpIsSaidByTelephoneWhileTheRequestIsOpen() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		this.desk.mail(request, State.GIVEN_UP);
		assertThat(list()).contains(request.getReference().value(), "Attend des nouvelles");
		this.desk.put(request, Status.CLOSED);
		assertThat(list()).contains("Personne à appeler");
	}

	@Test
	void aFarewellThatWasLostOnItsWayIsSaidByTelephone() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		call(request, CallOutcome.NO_ANSWER, today(), null);
		this.replies.send(this.anne, url(request) + "/cloturer", "version", "0", "reason", "DONE", "told", "MESSAGE",
				"note", "Au revoir");
		assertThat(list()).as("a call that was planned before").contains("Personne à appeler");
		this.jdbc.sql("update outgoing_mail set status = 'GIVEN_UP' where template = 'message'").update();
		assertThat(list()).contains(request.getReference().value(), "Attend des nouvelles")
			.doesNotContain("Appel prévu");
		call(request, CallOutcome.REACHED, null, null);
		assertThat(list()).contains("Personne à appeler");
	}

	@Test
	void callsAreOrderedByTheWishedTimeOfDay() throws Exception {
		SecondOpinionRequest evening = this.desk.receive(aRequest());
		SecondOpinionRequest morning = this.desk.receive(aRequest());
		SecondOpinionRequest noon = this.desk.receive(aRequest());
		call(evening, CallOutcome.NO_ANSWER, today(), TimeOfDay.EVENING);
		call(morning, CallOutcome.NO_ANSWER, today(), null);
		call(noon, CallOutcome.NO_ANSWER, today(), TimeOfDay.NOON);
		assertThat(list()).containsSubsequence(morning.getReference().value(), noon.getReference().value(),
				evening.getReference().value());
	}

	@Test
	void aLongListHasPages() throws Exception {
		for (int i = 0; i < CallList.PAGE_SIZE + 2; i++) {
			this.desk.receive(aRequest().byHelper().withoutEmail());
		}
		assertThat(list()).contains("52 appels", "page=2");
		assertThat(show("/admin/appels?page=2")).contains("data-reference");
		assertThat(show("/admin/appels?page=99")).contains("data-reference");
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), HERE);
	}

	private void call(SecondOpinionRequest request, CallOutcome outcome, @Nullable LocalDate next,
			@Nullable TimeOfDay time) {
		this.calls.save(Call.made(request.getId(), new StaffId(this.paul.id()), Person.PATIENT, outcome, "", next, time,
				this.vault, Instant.now()));
	}

	private Reply note(SecondOpinionRequest request, String... fields) throws Exception {
		return this.replies.send(this.anne, url(request) + "/appel", fields);
	}

	private Reply click(SecondOpinionRequest request, String outcome) throws Exception {
		return note(request, "seen", noted(request).get(0).getId().toString(), "person", "PATIENT", "quick", "YES",
				"outcome", outcome);
	}

	private List<Call> noted(SecondOpinionRequest request) {
		return this.calls.findByRequestIdOrderByWrittenAtDescIdDesc(request.getId());
	}

	private String list() throws Exception {
		return show("/admin/appels");
	}

	private String show(String address) throws Exception {
		Reply reply = this.replies.show(this.anne, address);
		assertThat(reply.status()).isEqualTo(200);
		return reply.body();
	}

	private static String url(SecondOpinionRequest request) {
		return "/admin/demandes/" + request.getReference();
	}

}
