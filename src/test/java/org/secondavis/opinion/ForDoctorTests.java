package org.secondavis.opinion;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondavis.HttpTest;
import org.secondavis.Visitor;
import org.secondavis.Visitor.Page;
import org.secondavis.encryption.Vault;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccount;
import org.secondavis.staff.StaffAccounts;
import org.secondavis.staff.StaffMother;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.request.RequestMother.aRequest;

/** How staff send an opinion on to the treating doctor. */
class ForDoctorTests extends HttpTest {

	@Autowired
	private OpinionMother mother;

	@Autowired
	private PatientOpinions patient;

	@Autowired
	private Requests requests;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private Vault vault;

	@Autowired
	private JdbcClient jdbc;

	private SecondOpinionRequest request;

	private String page;

	@BeforeEach
	void deliver() {
		this.request = this.requests.save(aRequest().submit(this.vault));
		this.mother.delivers(this.request.getId(), Outcome.CONFIRMED);
		this.page = "/admin/demandes/%s/avis/medecin".formatted(this.request.getReference());
		signIn(this.visitor, Role.SECRETARIAT);
	}

	@Test
	void withoutThePatientsAgreementThereIsNothingToSend() {
		assertThat(this.visitor.get(this.page).body()).contains("n’a pas encore dit", "n’envoyez rien")
			.doesNotContain("medecin.pdf", "Noter l’envoi", "??");
		assertThat(this.visitor.get(this.page + ".pdf").status()).isEqualTo(404);
		agree(true);
		agree(false);
		assertThat(this.visitor.get(this.page).body()).contains("ne souhaite pas").doesNotContain("medecin.pdf", "??");
		assertThat(this.visitor.get(this.page + ".pdf").status()).isEqualTo(404);
		assertThat(sent(revision()).status()).isEqualTo(409);
		assertThat(this.mother.find(this.request.getId()).getDoctorSentAt()).isNull();
	}

	@Test
	void whatThePatientAgreedToIsHandedOutAndNotedAsSentOnce() {
		agree(true);
		assertThat(this.visitor.get(this.page).body()).contains("Le patient est d’accord", "MSSanté", "medecin.pdf")
			.doesNotContain("??");
		Page document = this.visitor.get(this.page + ".pdf");
		assertThat(document.status()).isEqualTo(200);
		assertThat(document.header("Cache-Control")).isEqualTo("no-store");
		assertThat(document.header("Content-Disposition"))
			.isEqualTo("attachment; filename=\"document-%s.pdf\"".formatted(this.request.getReference()));
		int seen = revision();
		Page done = sent(seen);
		assertThat(done.status()).isEqualTo(302);
		assertThat(this.visitor.follow(done).body()).contains("L’envoi est noté", "Envoyé le")
			.doesNotContain("Noter l’envoi", "??");
		var noted = this.mother.find(this.request.getId()).getDoctorSentAt();
		assertThat(sent(seen).status()).isEqualTo(302);
		assertThat(this.mother.find(this.request.getId()).getDoctorSentAt()).isNotNull().isEqualTo(noted);
	}

	@Test
	void whatFollowsIsSentAfterwards() {
		agree(true);
		sent(revision());
		UUID addendum = this.mother.adds(this.request.getId(), null, "Suite").getId();
		assertThat(this.visitor.get(this.page).body()).contains("Un complément a suivi", "Noter l’envoi",
				"%s.pdf".formatted(addendum));
		assertThat(this.visitor.get("%s/%s.pdf".formatted(this.page, addendum)).status()).isEqualTo(200);
		assertThat(sent(revision(), 1).status()).isEqualTo(302);
		assertThat(this.visitor.get(this.page).body()).doesNotContain("Un complément a suivi", "Noter l’envoi");
	}

	@Test
	void whoDidNotSeeWhatFollowedIsTold() {
		agree(true);
		int seen = revision();
		UUID addendum = this.mother.adds(this.request.getId(), null, "Suite").getId();
		Page late = sent(seen);
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.body()).contains("Quelque chose a changé", "%s.pdf".formatted(addendum),
				"name=\"complements\" value=\"1\"");
		assertThat(acts()).containsExactly("DOCTOR_YES null");
	}

	@Test
	void whoDidNotSeeThatThePatientChangedTheirMindIsTold() {
		agree(true);
		this.visitor.get(this.page);
		int seen = revision();
		agree(false);
		Page late = sent(seen);
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.body()).contains("Quelque chose a changé", "ne souhaite pas").doesNotContain("??");
	}

	@Test
	void whoGotTheOpinionOnPaperCanAnswerByTelephone() {
		SecondOpinionRequest onPaper = this.requests.save(aRequest().withoutEmail().submit(this.vault));
		this.mother.delivers(onPaper.getId(), Outcome.CONFIRMED, OpinionMother.words(), Way.POST);
		this.request = onPaper;
		this.page = "/admin/demandes/%s/avis/medecin".formatted(onPaper.getReference());
		assertThat(this.visitor.get(this.page).body()).contains("posez-lui la question", "Noter la réponse du patient")
			.doesNotContain("à côté de l’avis", "??");
		Page noted = answer("YES", "CALL");
		assertThat(noted.status()).isEqualTo(302);
		assertThat(this.visitor.follow(noted).body())
			.contains("La réponse du patient est notée", "Le patient est d’accord", "Réponse donnée par téléphone",
					"par Anne O’Brien", "medecin.pdf", "Noter une autre réponse")
			.doesNotContain("??");
		assertThat(this.visitor.get(this.page + ".pdf").status()).isEqualTo(200);
		assertThat(sent(revision()).status()).isEqualTo(302);
		assertThat(this.visitor.get("/admin/demandes/%s?all=1".formatted(onPaper.getReference())).body())
			.contains("Accord du patient pour l’envoi au médecin traitant, donné par téléphone",
					"Avis envoyé au médecin traitant")
			.doesNotContain("??");
		assertThat(noted("DOCTOR_YES", "DOCTOR_SENT")).containsExactly("DOCTOR_YES by SECRETARIAT",
				"DOCTOR_SENT by SECRETARIAT");
	}

	@Test
	void whatWasNotedIsCorrectedUntilSomethingIsSent() {
		answer("YES", "CALL");
		answer("YES", "LETTER");
		assertThat(this.visitor.get(this.page).body()).contains("Réponse donnée par courrier")
			.containsPattern("value=\"LETTER\"[^>]*checked");
		answer("NO", "CONSULTATION");
		assertThat(this.visitor.get(this.page).body()).contains("ne souhaite pas", "Réponse donnée en consultation")
			.doesNotContain("medecin.pdf", "??");
		assertThat(this.visitor.get(this.page + ".pdf").status()).isEqualTo(404);
		agree(true);
		assertThat(this.visitor.get(this.page).body()).contains("Le patient est d’accord")
			.doesNotContain("Réponse donnée", "??");
		assertThat(acts()).containsExactly("DOCTOR_YES CALL", "DOCTOR_YES LETTER", "DOCTOR_NO CONSULTATION",
				"DOCTOR_YES null");
		sent(revision());
		assertThat(this.visitor.get(this.page).body()).doesNotContain("name=\"patientAgrees\"");
		Page late = answer("NO", "CALL");
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.body()).contains("Quelque chose a changé", "Envoyé le").doesNotContain("??");
		assertThat(this.mother.find(this.request.getId()).mayGoToDoctor()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "LETTER", "CALL" })
	void whatIsNotedAfterItWasSentIsRefusedWhateverIsFilledIn(String heard) {
		agree(true);
		int seen = revision();
		sent(seen);
		for (String answer : new String[] { "", "YES", "NO" }) {
			Page late = answer(seen, answer, heard);
			assertThat(late.status()).isEqualTo(409);
			assertThat(late.body()).contains("Quelque chose a changé").doesNotContain("??");
		}
		assertThat(acts()).containsExactly("DOCTOR_YES null", "DOCTOR_SENT null");
	}

	@Test
	void aDoubleClickNotesOneAnswer() {
		int seen = revision();
		for (int click = 0; click < 2; click++) {
			assertThat(answer(seen, "YES", "CALL").status()).isEqualTo(302);
		}
		assertThat(acts()).containsExactly("DOCTOR_YES CALL");
	}

	@Test
	void allThatIsMissingIsNamedAndTheRestIsKept() {
		assertThat(answer("", "").body()).contains("<title>Erreur", "Choisissez oui ou non", "#patientAgrees",
				"Choisissez comment le patient l’a dit", "#heard");
		Page wrong = answer("NO", "PIGEON");
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.body()).containsPattern("value=\"NO\"[^>]*checked")
			.doesNotContain("Choisissez oui ou non", "??");
		assertThat(acts()).isEmpty();
	}

	@Test
	void whoNotesWithoutHavingSeenThePatientsOwnAnswerIsToldAndKeepsTheirs() {
		int seen = revision();
		agree(true);
		Page late = answer(seen, "NO", "LETTER");
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.body())
			.contains("Quelque chose a changé", "Le patient est d’accord",
					"name=\"revision\" value=\"%d\"".formatted(revision()))
			.containsPattern("value=\"NO\"[^>]*checked")
			.containsPattern("value=\"LETTER\"[^>]*checked")
			.doesNotContain("??");
		assertThat(this.mother.find(this.request.getId()).mayGoToDoctor()).isTrue();
		assertThat(answer("NO", "LETTER").status()).isEqualTo(302);
		assertThat(this.mother.find(this.request.getId()).mayGoToDoctor()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "-1", "999999999999" })
	void aRevisionThatThePageNeverHeldNotesNothing(String revision) {
		assertThat(this.visitor
			.post(this.page, "revision", revision, "patientAgrees", "YES", "heard", "CALL", "action", "answer")
			.status()).isEqualTo(409);
		assertThat(acts()).isEmpty();
	}

	@Test
	void nothingIsHandedOutOfAnotherRequestOrBeforeTheDelivery() {
		agree(true);
		SecondOpinionRequest other = this.requests.save(aRequest().submit(this.vault));
		String otherPage = "/admin/demandes/%s/avis/medecin".formatted(other.getReference());
		assertThat(this.visitor.get(otherPage).status()).isEqualTo(404);
		this.mother.signs(other.getId(), Outcome.CONFIRMED, OpinionMother.words());
		assertThat(this.visitor.get(otherPage).status()).isEqualTo(404);
		assertThat(this.visitor.get(otherPage + ".pdf").status()).isEqualTo(404);
		assertThat(this.visitor.post(otherPage, "revision", "1").status()).isEqualTo(404);
		UUID addendum = this.mother.adds(this.request.getId(), null, "Suite").getId();
		SecondOpinionRequest third = this.requests.save(aRequest().submit(this.vault));
		this.mother.delivers(third.getId(), Outcome.CONFIRMED);
		this.patient.agreeToDoctor(third.getReference(), this.mother.find(third.getId()).revision(), true);
		assertThat(this.visitor.get("/admin/demandes/%s/avis/medecin/%s.pdf".formatted(third.getReference(), addendum))
			.status()).isEqualTo(404);
	}

	@ParameterizedTest
	@EnumSource(Role.class)
	void secretariesAndDoctorsMayAdministratorsMayNot(Role role) {
		agree(true);
		Visitor member = new Visitor(this.port);
		signIn(member, role);
		int expected = (role == Role.ADMIN) ? 403 : 200;
		assertThat(member.get(this.page).status()).isEqualTo(expected);
		assertThat(member.get(this.page + ".pdf").status()).isEqualTo(expected);
		assertThat(member
			.post(this.page, "revision", String.valueOf(revision()), "patientAgrees", "YES", "heard", "CALL", "action",
					"answer")
			.status()).isEqualTo((role == Role.ADMIN) ? 403 : 302);
		assertThat(member.post(this.page, "revision", String.valueOf(revision()), "complements", "0").status())
			.isEqualTo((role == Role.ADMIN) ? 403 : 302);
	}

	@ParameterizedTest
	@EnumSource(Role.class)
	void thePatientsDocumentCanBePrintedForThePost(Role role) {
		String document = "/admin/demandes/%s/avis/patient".formatted(this.request.getReference());
		UUID addendum = this.mother.adds(this.request.getId(), null, "Suite").getId();
		UUID draft = this.mother.drafts(this.request.getId(), null, "Brouillon").getId();
		SecondOpinionRequest other = this.requests.save(aRequest().submit(this.vault));
		this.mother.signs(other.getId(), Outcome.CONFIRMED, OpinionMother.words());
		Visitor member = new Visitor(this.port);
		signIn(member, role);
		boolean may = role != Role.ADMIN;
		assertThat(member.get(document + ".pdf").status()).isEqualTo(may ? 200 : 403);
		assertThat(member.get("%s/%s.pdf".formatted(document, addendum)).status()).isEqualTo(may ? 200 : 403);
		assertThat(member.get("%s/%s.pdf".formatted(document, draft)).status()).isEqualTo(may ? 404 : 403);
		assertThat(member.get("/admin/demandes/%s/avis/patient.pdf".formatted(other.getReference())).status())
			.isEqualTo(may ? 404 : 403);
	}

	@Test
	void whoIsNotSignedInGetsNothing() {
		agree(true);
		for (String path : new String[] { this.page, this.page + ".pdf", this.page + "/x.pdf" }) {
			Page page = new Visitor(this.port).get(path);
			assertThat(page.status()).isEqualTo(302);
			assertThat(page.location()).startsWith("/connexion");
		}
	}

	private void signIn(Visitor member, Role role) {
		StaffAccount account = this.accounts.save(StaffMother.aMember(role));
		member.signIn(account.getEmail(), StaffMother.PASSWORD);
		member.get("/admin");
	}

	private void agree(boolean agreed) {
		this.patient.agreeToDoctor(this.request.getReference(), revision(), agreed);
	}

	private int revision() {
		return this.mother.find(this.request.getId()).revision();
	}

	private Page answer(String patientAgrees, String heard) {
		return answer(revision(), patientAgrees, heard);
	}

	private Page answer(int revision, String patientAgrees, String heard) {
		this.visitor.get(this.page);
		return this.visitor.post(this.page, "revision", String.valueOf(revision), "patientAgrees", patientAgrees,
				"heard", heard, "action", "answer");
	}

	private List<String> acts() {
		return this.jdbc
			.sql("select act || ' ' || coalesce(heard, 'null') from opinion_act where request_id = :id "
					+ "and act like 'DOCTOR%' order by id")
			.param("id", this.request.getId())
			.query(String.class)
			.list();
	}

	/** What the trail holds of these, and in which role it was done. */
	private List<String> noted(String... acts) {
		return this.jdbc
			.sql("""
					select detail || ' by ' || role from audit_entry e join second_opinion_request r on r.trail_id = e.subject
					where r.id = :id and e.deed = 'CHANGE' and e.thing = 'OPINION' and detail in (:acts) order by number
					""")
			.param("id", this.request.getId())
			.param("acts", List.of(acts))
			.query(String.class)
			.list();
	}

	private Page sent(int revision) {
		return sent(revision, 0);
	}

	private Page sent(int revision, int complements) {
		return this.visitor.post(this.page, "revision", String.valueOf(revision), "complements",
				String.valueOf(complements));
	}

}
