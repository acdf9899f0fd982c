package org.secondavis.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.secondavis.ApplicationTest;
import org.secondavis.StatementCount;
import org.secondavis.doctor.Absence;
import org.secondavis.doctor.Absences;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.Situation.CancerSite;
import org.secondavis.request.StaffId;
import org.secondavis.request.Status;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffMember;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.PageToken.csrf;
import static org.secondavis.request.RequestMother.aRequest;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** Who is proposed for a request, and what happens when they do not want it. */
@ApplicationTest
class ProposalTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Desk desk;

	@Autowired
	private Requests requests;

	@Autowired
	private Absences absences;

	@Autowired
	private JdbcClient jdbc;

	private StaffMember me;

	private SecondOpinionRequest request;

	@BeforeEach
	void receive() {
		this.desk.clear();
		this.me = this.desk.employ("Sophie Accueil", Role.SECRETARIAT);
		this.request = this.desk.receive(aRequest().at(CancerSite.LUNG).submittedAt(Instant.now()));
	}

	@Test
	void theBestDoctorsAreProposedFirstWithTheirReasons() throws Exception {
		doctor("Sait Opérer", "", "SURGERY", null);
		doctor("Suit Poumon", "LUNG", "", 5);
		doctor("Sait Tout", "LUNG,SKIN", "SURGERY,CHEMOTHERAPY", null);
		doctor("Suit Peau", "SKIN", "CHEMOTHERAPY", null);
		assertThat(show()).containsSubsequence("Qui peut s’en charger", "Sait Tout", "Suit les cancers du poumon",
				"Connaît ce traitement\u00A0: Opération (chirurgie)", "Aucune demande cette semaine", "Suit Poumon",
				"Aucune demande sur 5 cette semaine", "Sait Opérer", "Une autre personne", "Sophie Accueil",
				"Suit Peau");
	}

	@Test
	void whoIsAwayOrHasEnoughComesLastAndThePageSaysSo() throws Exception {
		StaffMember full = doctor("Avec Assez", "LUNG", "SURGERY", 1);
		StaffMember away = doctor("Bien Loin", "LUNG", "SURGERY", null);
		doctor("Sait Opérer", "", "SURGERY", null);
		StaffMember elsewhere = doctor("Zoé Partie", "", "", null);
		assign(this.desk.receive(aRequest()), full);
		this.absences.save(new Absence(away.id(), LocalDate.now().minusDays(2), LocalDate.now().plusDays(2)));
		this.absences.save(new Absence(elsewhere.id(), LocalDate.now().minusDays(2), LocalDate.now().plusDays(2)));
		assertThat(show()).containsSubsequence("Sait Opérer", "Bien Loin", "Absence jusqu’au", "Avec Assez",
				"1 demande sur 1 cette semaine", "Une autre personne", ">Zoé Partie (Absence jusqu’au");
	}

	@Test
	void whatADoctorPassedOnIsNoBurdenAnyMore() throws Exception {
		StaffMember doctor = doctor("Suit Poumon", "LUNG", "", 5);
		SecondOpinionRequest passedOn = this.desk.receive(aRequest());
		assign(passedOn, doctor);
		assertThat(show()).contains("1 demande sur 5 cette semaine");
		assign(stored(passedOn), this.me);
		assertThat(show()).contains("Aucune demande sur 5 cette semaine");
	}

	@Test
	void whatWasTakenLastWeekDoesNotCountAgainstThisOne() throws Exception {
		StaffMember doctor = doctor("Suit Poumon", "LUNG", "", 5);
		assign(this.desk.receive(aRequest()), doctor);
		this.jdbc.sql("update request_change set at = at - interval '7 days'").update();
		assertThat(show()).contains("Aucune demande sur 5 cette semaine");
	}

	@Test
	void oneClickAssigns() throws Exception {
		StaffMember doctor = doctor("Suit Poumon", "LUNG", "", null);
		assertThat(show()).contains("name=\"assignee\" value=\"" + doctor.id() + "\"", "Attribuer à Suit Poumon");
		assign(this.request, doctor);
		assertThat(stored(this.request).getAssignee()).isEqualTo(new StaffId(doctor.id()));
		assertThat(show()).doesNotContain("Qui peut s’en charger");
	}

	@Test
	void aDoctorDeclinesWithAReasonAndIsNotProposedFirstAgain() throws Exception {
		StaffMember doctor = doctor("Avec Savoir", "LUNG", "SURGERY", null);
		doctor("Sait Opérer", "", "SURGERY", null);
		assign(this.request, doctor);
		assertThat(show()).doesNotContain("/decliner\"");
		assertThat(show(doctor)).contains("/decliner\"", "Votre motif");

		MockHttpServletResponse withoutReason = decline(doctor, stored(this.request), "  ");
		assertThat(withoutReason.getStatus()).isEqualTo(422);
		assertThat(withoutReason.getContentAsString()).contains("Indiquez pourquoi vous déclinez");

		assertThat(decline(doctor, stored(this.request), "tumeur de la plèvre").getStatus()).isEqualTo(302);
		assertThat(stored(this.request).getStatus()).isEqualTo(Status.NEW);
		assertThat(stored(this.request).getAssignee()).isNull();
		assertThat(show()).containsSubsequence("Qui peut s’en charger", "Sait Opérer", "Avec Savoir",
				"A décliné cette demande", "Journal", "Déclinée", "par Avec Savoir", "tumeur de la plèvre");
		assertThat(this.jdbc.sql("select encode(note, 'escape') from request_change where move = 'DECLINE'")
			.query(String.class)
			.single()).doesNotContain("tumeur");
	}

	@Test
	void nobodyDeclinesForSomebodyElse() throws Exception {
		StaffMember doctor = doctor("Avec Savoir", "LUNG", "", null);
		StaffMember other = doctor("Un Autre", "LUNG", "", null);
		assign(this.request, doctor);
		for (StaffMember stranger : List.of(other, this.me)) {
			MockHttpServletResponse refused = decline(stranger, stored(this.request), "pas pour moi");
			assertThat(refused.getStatus()).isEqualTo(409);
			assertThat(refused.getContentAsString()).contains("pas pour moi");
		}
		assertThat(stored(this.request).getAssignee()).isEqualTo(new StaffId(doctor.id()));
	}

	@Test
	void whoDeclinesTooLateIsToldAndKeepsTheReason() throws Exception {
		StaffMember doctor = doctor("Avec Savoir", "LUNG", "", null);
		assign(this.request, doctor);
		SecondOpinionRequest seen = stored(this.request);
		assign(seen, this.me);
		MockHttpServletResponse refused = decline(doctor, seen, "tumeur de la plèvre");
		assertThat(refused.getStatus()).isEqualTo(409);
		assertThat(refused.getContentAsString()).contains("a changé pendant", "tumeur de la plèvre");
		assertThat(stored(this.request).getAssignee()).isEqualTo(new StaffId(this.me.id()));
	}

	@Test
	void whoAssignsTooLateIsTold() throws Exception {
		StaffMember doctor = doctor("Suit Poumon", "LUNG", "", null);
		assign(this.request, this.me);
		assertThat(send("attribuer", this.request, this.me, "assignee", doctor.id().toString()).getStatus())
			.isEqualTo(409);
		assertThat(stored(this.request).getAssignee()).isEqualTo(new StaffId(this.me.id()));
	}

	@Test
	void fortyDoctorsCostNoMoreStatementsThanOne() throws Exception {
		IntStream.range(0, 40).forEach((i) -> doctor("Médecin " + i, "LUNG", "SURGERY", 5));
		show();
		assertThat(StatementCount.of(this::show)).isLessThanOrEqualTo(10);
	}

	private StaffMember doctor(String name, String sites, String treatments, Integer capacity) {
		StaffMember doctor = this.desk.employ(name, Role.DOCTOR);
		this.jdbc.sql("""
				insert into doctor_profile (account_id, version, cancer_sites, treatments, weekly_capacity)
				values (:id, 0, string_to_array(:sites, ','), string_to_array(:treatments, ','), :capacity)
				""")
			.param("id", doctor.id())
			.param("sites", sites)
			.param("treatments", treatments)
			.param("capacity", capacity)
			.update();
		return doctor;
	}

	private void assign(SecondOpinionRequest seen, StaffMember to) throws Exception {
		assertThat(send("attribuer", seen, this.me, "assignee", to.id().toString()).getStatus()).isEqualTo(302);
	}

	private MockHttpServletResponse decline(StaffMember by, SecondOpinionRequest seen, String reason) throws Exception {
		return send("decliner", seen, by, "note", reason);
	}

	private MockHttpServletResponse send(String action, SecondOpinionRequest seen, StaffMember by, String field,
			String value) throws Exception {
		MockHttpServletRequestBuilder form = post("/admin/demandes/" + seen.getReference() + "/" + action)
			.param("version", "" + seen.revision())
			.param(field, value);
		return this.mvc.perform(form.with(user(by)).with(csrf()).locale(Locale.FRENCH)).andReturn().getResponse();
	}

	private String show() throws Exception {
		return show(this.me);
	}

	private String show(StaffMember reader) throws Exception {
		return this.mvc
			.perform(get("/admin/demandes/" + this.request.getReference()).with(user(reader)).locale(Locale.FRENCH))
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

	private SecondOpinionRequest stored(SecondOpinionRequest request) {
		return this.requests.findById(request.getId()).orElseThrow();
	}

}
