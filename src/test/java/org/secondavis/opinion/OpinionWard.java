package org.secondavis.opinion;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.secondavis.encryption.Vault;
import org.secondavis.request.RequestMother;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffMember;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.PageToken.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** Brings a request's opinion as far as a test wants, through the pages of staff. */
@TestComponent
class OpinionWard {

	/** A word that no page shows but that of the opinion. */
	static final String WORDS = "hormonothérapie seule";

	private final Requests requests;

	private final Opinions opinions;

	private final OpinionQuestions questions;

	private final Rcps meetings;

	private final Vault vault;

	private final JdbcClient jdbc;

	private final MockMvc mvc;

	OpinionWard(Requests requests, Opinions opinions, OpinionQuestions questions, Rcps meetings, Vault vault,
			JdbcClient jdbc, MockMvc mvc) {
		this.requests = requests;
		this.opinions = opinions;
		this.questions = questions;
		this.meetings = meetings;
		this.vault = vault;
		this.jdbc = jdbc;
		this.mvc = mvc;
	}

	void clear() {
		this.jdbc.sql("truncate second_opinion_request, staff_account, outgoing_mail cascade").update();
	}

	StaffMember employ(String name, Role role) {
		UUID id = UUID.randomUUID();
		String email = id + "@tilleuls.example";
		this.jdbc.sql("""
				insert into staff_account (id, version, email, name, role, locked, created_at)
				values (:id, 0, :email, :name, :role, false, now())
				""").param("id", id).param("email", email).param("name", name).param("role", role.name()).update();
		return new StaffMember(id, name, email, role, null, false);
	}

	/** A request that this doctor has in hand. */
	SecondOpinionRequest receive(RequestMother mother, StaffMember doctor) {
		SecondOpinionRequest request = this.requests.save(mother.submit(this.vault));
		SecondOpinionRequest stored = this.requests.findById(request.getId()).orElseThrow();
		UUID id = stored.getId();
		this.jdbc.sql("update second_opinion_request set status = 'IN_REVIEW', assignee = :doctor where id = :id")
			.param("doctor", doctor.id())
			.param("id", id)
			.update();
		return this.requests.findById(id).orElseThrow();
	}

	Opinion opinion(SecondOpinionRequest request) {
		return this.opinions.findByRequestId(request.getId()).orElseThrow();
	}

	/** What a form about it carries now. */
	String seen(SecondOpinionRequest request) {
		return this.opinions.findByRequestId(request.getId()).map((opinion) -> "" + opinion.revision()).orElse("");
	}

	/** What a form about the last meeting carries now. */
	String meeting(SecondOpinionRequest request) {
		return RcpForm.seen(RcpDesk.latest(this.meetings.findByRequestIdOrderById(request.getId())));
	}

	static Map<String, String> complete(String outcome) {
		return new HashMap<>(Map.of("opinionOutcome", outcome, "firstRcp", "HELD", "firstRcpOn", "2026-10-12",
				"firstConclusion", "Chimiothérapie", "answers[PAIN]", "Un peu, les premiers jours.", "answers[own1]",
				"Non, pas tout de suite.", "opinionDiagnosis", "Un carcinome canalaire", "opinionTreatment", WORDS,
				"whatMatters", "Vous pourrez jardiner."));
	}

	void write(SecondOpinionRequest request, StaffMember doctor, String outcome) throws Exception {
		expect(send(request, "/avis", doctor, complete(outcome), "revision", seen(request)), 302);
	}

	void proofRead(SecondOpinionRequest request, StaffMember doctor) throws Exception {
		expect(send(request, "/avis/relecture", doctor, Map.of("meeting", meeting(request)), "revision", seen(request)),
				302);
	}

	void sign(SecondOpinionRequest request, StaffMember doctor) throws Exception {
		expect(send(request, "/avis/signature", doctor, Map.of(), "revision", seen(request)), 302);
	}

	/** Brings it that far from nothing. */
	void bring(SecondOpinionRequest request, StaffMember doctor, OpinionState state) throws Exception {
		write(request, doctor, "CONFIRMED");
		if (state.compareTo(OpinionState.PROOF_READ) >= 0) {
			proofRead(request, doctor);
		}
		if (state.compareTo(OpinionState.SIGNED) >= 0) {
			sign(request, doctor);
		}
		if (state == OpinionState.DELIVERED) {
			expect(send(request, "/avis/remise", doctor, Map.of("way", "ONLINE"), "revision", seen(request)), 302);
		}
	}

	OpinionQuestion ask(SecondOpinionRequest request, String text) {
		return this.questions.save(OpinionQuestion.ask(opinion(request), 1, text, this.vault, Instant.now()));
	}

	MockHttpServletRequestBuilder form(SecondOpinionRequest request, String path, Map<String, String> fields,
			String seenName, String seen) {
		MockHttpServletRequestBuilder form = post("/admin/demandes/" + request.getReference() + path).param(seenName,
				seen);
		fields.forEach(form::param);
		return form.locale(Locale.FRENCH);
	}

	ResultActions send(SecondOpinionRequest request, String path, StaffMember by, Map<String, String> fields,
			String seenName, String seen) throws Exception {
		return this.mvc.perform(form(request, path, fields, seenName, seen).with(user(by)).with(csrf()));
	}

	ResultActions open(SecondOpinionRequest request, String path, StaffMember by) throws Exception {
		return this.mvc
			.perform(get("/admin/demandes/" + request.getReference() + path).with(user(by)).locale(Locale.FRENCH));
	}

	private static void expect(ResultActions result, int status) {
		assertThat(result.andReturn().getResponse().getStatus()).isEqualTo(status);
	}

}
