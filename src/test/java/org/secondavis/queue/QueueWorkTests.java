package org.secondavis.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.secondavis.HttpTest;
import org.secondavis.Visitor;
import org.secondavis.Visitor.Page;
import org.secondavis.conversation.Messages;
import org.secondavis.encryption.Vault;
import org.secondavis.mail.OutgoingMail.State;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.StaffId;
import org.secondavis.request.Status;
import org.secondavis.review.Desk;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffMember;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.request.RequestMother.aRequest;
import static org.secondavis.staff.StaffMother.PASSWORD;

class QueueWorkTests extends HttpTest {

	@Autowired
	private Desk desk;

	@Autowired
	private Requests requests;

	@Autowired
	private Messages messages;

	@Autowired
	private Vault vault;

	@Autowired
	private JdbcClient jdbc;

	private StaffMember anne;

	private StaffMember paul;

	@BeforeEach
	void signIn() {
		this.desk.clear();
		this.anne = this.desk.employ("Anne Martin", Role.SECRETARIAT);
		this.paul = this.desk.employ("Paul Petit", Role.DOCTOR);
		this.desk.givePassword(this.anne);
		this.visitor.signIn(this.anne.email(), PASSWORD);
	}

	@AfterEach
	void forgetTheClinicsOwnTexts() {
		this.jdbc.sql("truncate prepared_text").update();
	}

	@Test
	void whatPressesIsExplainedOnHoverAndInTheLegend() {
		SecondOpinionRequest request = this.desk.receive(aRequest().byHelper()
			.planned(LocalDate.now().plusDays(2))
			.submittedAt(Instant.now().minus(Duration.ofDays(30))));
		this.desk.receive(aRequest());
		this.desk.writes(request, "Une question");
		this.desk.mail(request, State.GIVEN_UP);
		String page = this.visitor.get("/admin?sort=pressing").body();
		assertThat(page.substring(page.indexOf("data-reference=\"" + request.getReference()))).containsSubsequence(
				"title=\"Le patient a écrit", "title=\"En retard", "title=\"Personne ne l’a prise",
				"title=\"Un traitement est prévu dans les deux semaines", "title=\"Même date de naissance",
				"title=\"Papiers essentiels", "title=\"Un courrier n’a pas pu partir", "</table>", "<p>En retard",
				"<p>Personne ne l’a prise", "<p>Papiers essentiels");
	}

	@Test
	void severalRequestsAreAssignedAtOnceAndTheListStaysAsItWas() {
		SecondOpinionRequest one = this.desk.receive(aRequest());
		SecondOpinionRequest two = this.desk.receive(aRequest());
		this.visitor.get("/admin?assignee=none&sort=oldest");
		Page done = this.visitor.post("/admin/lot", "assignee", this.paul.id().toString(), "chosen", ticked(one),
				"chosen", ticked(two));
		assertThat(done.location()).isEqualTo("/admin?assignee=none&sort=oldest");
		assertThat(this.visitor.follow(done).body()).contains("2 demandes sont attribuées");
		assertThat(List.of(one, two)).allSatisfy((request) -> {
			assertThat(stored(request).getAssignee()).isEqualTo(new StaffId(this.paul.id()));
			assertThat(stored(request).getStatus()).isEqualTo(Status.IN_REVIEW);
		});
	}

	@Test
	void whatHasChangedMeanwhileStaysAsItIsAndIsNamed() {
		SecondOpinionRequest fresh = this.desk.receive(aRequest());
		SecondOpinionRequest changed = this.desk.receive(aRequest());
		SecondOpinionRequest ended = this.desk.receive(aRequest());
		this.desk.put(ended, Status.CLOSED);
		this.visitor.get("/admin");
		this.visitor.post("/admin/demandes/" + changed.getReference() + "/prendre-en-charge", "version", "0");
		Page done = this.visitor.post("/admin/lot", "assignee", this.paul.id().toString(), "chosen", ticked(fresh),
				"chosen", ticked(changed), "chosen", ticked(ended));
		assertThat(this.visitor.follow(done).body()).containsSubsequence("1 demande est attribuée", "Ont changé",
				changed.getReference().value(), "Ce n’est pas possible dans leur état", ended.getReference().value());
		assertThat(stored(changed).getAssignee()).isEqualTo(new StaffId(this.anne.id()));
		assertThat(stored(ended).getAssignee()).isNull();
	}

	@Test
	void whoForgetsToTickOrToChooseIsToldAndTheTicksStay() {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		this.visitor.get("/admin");
		Page nothing = this.visitor.follow(this.visitor.post("/admin/lot", "assignee", this.paul.id().toString()));
		assertThat(nothing.body()).contains("Cochez d’abord", "value=\"" + this.paul.id() + "\" selected");
		Page nobody = this.visitor.follow(this.visitor.post("/admin/lot", "chosen", ticked(request)));
		assertThat(nobody.body()).contains("value=\"" + ticked(request) + "\"").contains("checked=\"checked\"");
		assertThat(stored(request).getAssignee()).isNull();
	}

	@Test
	void severalRequestsAreClosedAtOnceAndEachPatientIsTold() {
		SecondOpinionRequest french = this.desk.receive(aRequest());
		SecondOpinionRequest english = this.desk.receive(aRequest().inEnglish());
		SecondOpinionRequest unreachable = this.desk.receive(aRequest().withoutEmail());
		this.visitor.get("/admin");
		Page done = this.visitor
			.follow(this.visitor.post("/admin/lot", "action", "close", "reason", "TREATED_ELSEWHERE", "chosen",
					ticked(french), "chosen", ticked(english), "chosen", ticked(unreachable)));
		assertThat(done.body()).containsSubsequence("2 demandes sont clôturées", "À appeler avant de clôturer",
				unreachable.getReference().value());
		assertThat(List.of(french, english)).allSatisfy((request) -> {
			assertThat(stored(request).getStatus()).isEqualTo(Status.CLOSED);
			assertThat(this.messages.findByRequestIdOrderByWrittenAt(request.getId())).hasSize(1);
		});
		assertThat(this.messages.findByRequestIdOrderByWrittenAt(english.getId()).get(0).text(this.vault))
			.contains("Dear Zoë");
		assertThat(stored(unreachable).getStatus()).isEqualTo(Status.NEW);
	}

	@Test
	void whatLacksSomethingStopsNothingElse() {
		this.jdbc.sql("""
				insert into prepared_text (id, version, topic, name, language, text)
				values (gen_random_uuid(), 0, 'CLOSING', null, 'en', 'Please turn to {lieu}.')""").update();
		SecondOpinionRequest before = this.desk.receive(aRequest());
		SecondOpinionRequest open = this.desk.receive(aRequest().inEnglish());
		SecondOpinionRequest after = this.desk.receive(aRequest());
		this.visitor.get("/admin");
		Page done = this.visitor.follow(this.visitor.post("/admin/lot", "action", "close", "reason", "DONE", "chosen",
				ticked(before), "chosen", ticked(open), "chosen", ticked(after)));
		assertThat(done.body())
			.containsSubsequence("2 demandes sont clôturées", "À décider une par une", open.getReference().value())
			.doesNotContain("??");
		assertThat(stored(open).getStatus()).isEqualTo(Status.NEW);
		assertThat(stored(after).getStatus()).isEqualTo(Status.CLOSED);
	}

	@Test
	void whoTicksNothingIsToldSoBeforeAnythingElse() {
		this.visitor.get("/admin");
		assertThat(this.visitor.follow(this.visitor.post("/admin/lot", "action", "close")).body())
			.contains("Cochez d’abord")
			.doesNotContain("Choisissez le motif");
	}

	@Test
	void nobodyIsRefusedByTheDozen() {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		Page page = this.visitor.get("/admin");
		assertThat(page.body()).doesNotContain("value=\"OUT_OF_SCOPE\"");
		for (String reason : List.of("OUT_OF_SCOPE", "WITHDRAWN", "", "x")) {
			assertThat(this.visitor
				.follow(this.visitor.post("/admin/lot", "action", "close", "reason", reason, "chosen", ticked(request)))
				.body()).contains("Choisissez", "checked=\"checked\"");
		}
		assertThat(stored(request).getStatus()).isEqualTo(Status.NEW);
	}

	@Test
	void aViewIsKeptWithoutItsSearchAndForOneselfOnly() {
		this.visitor.get("/admin?q=zoe&flag=late&assignee=me");
		Page kept = this.visitor.follow(this.visitor.post("/admin/vues", "name", "  Mes <retards> ", "status", "ALL",
				"q", "zoe", "flag", "late", "assignee", "me", "sort", "oldest"));
		assertThat(kept.body()).contains("La vue est enregistrée",
				"href=\"/admin?status=ALL&amp;assignee=me&amp;flag=late&amp;sort=oldest\">Mes &lt;retards&gt;</a>",
				"value=\"zoe\"");
		assertThat(this.visitor.get("/admin?status=ALL&assignee=me&flag=late&sort=oldest").body())
			.contains("sort=oldest\" aria-current=\"page\">Mes &lt;retards&gt;</a>");
		this.desk.givePassword(this.paul);
		Visitor colleague = new Visitor(this.port);
		colleague.signIn(this.paul.email(), PASSWORD);
		assertThat(colleague.get("/admin").body()).doesNotContain("retards");
	}

	@Test
	void aViewCanBeReplacedAndForgottenByItsOwnerOnly() {
		this.visitor.get("/admin");
		this.visitor.post("/admin/vues", "name", "Urgent", "flag", "late");
		Page replaced = this.visitor.follow(this.visitor.post("/admin/vues", "name", "Urgent", "flag", "soon"));
		assertThat(replaced.body()).containsOnlyOnce(">Urgent</a>").contains("flag=soon");
		String forget = replaced.body().replaceAll("(?s).*action=\"(/admin/vues/[^\"]*/oublier)\".*", "$1");
		this.desk.givePassword(this.paul);
		Visitor colleague = new Visitor(this.port);
		colleague.signIn(this.paul.email(), PASSWORD);
		colleague.get("/admin");
		colleague.post(forget);
		assertThat(this.visitor.get("/admin").body()).contains(">Urgent</a>");
		assertThat(this.visitor.follow(this.visitor.post(forget)).body()).contains("La vue est retirée")
			.doesNotContain(">Urgent</a>");
	}

	@Test
	void aNameThatDoesNotFitIsKeptToBePutRight() {
		this.visitor.get("/admin");
		String tooLong = "x".repeat(41);
		assertThat(this.visitor.follow(this.visitor.post("/admin/vues", "name", tooLong)).body())
			.contains("40 signes au plus", "value=\"" + tooLong + "\"");
		assertThat(this.visitor.follow(this.visitor.post("/admin/vues", "name", " ")).body())
			.contains("40 signes au plus");
		IntStream.rangeClosed(1, SavedViews.MOST)
			.forEach((i) -> this.visitor.follow(this.visitor.post("/admin/vues", "name", "Vue " + i)));
		assertThat(this.visitor.follow(this.visitor.post("/admin/vues", "name", "De trop")).body())
			.contains("Vous avez déjà 12 vues", "value=\"De trop\"");
	}

	private static String ticked(SecondOpinionRequest request) {
		return request.getReference() + ":" + request.revision();
	}

	private SecondOpinionRequest stored(SecondOpinionRequest request) {
		return this.requests.findById(request.getId()).orElseThrow();
	}

}
