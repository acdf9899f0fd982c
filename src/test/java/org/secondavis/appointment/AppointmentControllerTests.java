package org.secondavis.appointment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondavis.appointment.Appointment.State;
import org.secondavis.doctor.Absence;
import org.secondavis.doctor.Absences;
import org.secondavis.encryption.Vault;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffMember;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.secondavis.PageToken.csrf;
import static org.secondavis.appointment.Practice.monday;
import static org.secondavis.request.RequestMother.aRequest;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@AppointmentTest
class AppointmentControllerTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Practice practice;

	@Autowired
	private Absences absences;

	@Autowired
	private PassingTime passingTime;

	@Autowired
	private Vault vault;

	@Autowired
	private SetClock clock;

	@Autowired
	private JdbcClient jdbc;

	private StaffMember doctor;

	private StaffMember paul;

	private SecondOpinionRequest request;

	@BeforeEach
	void open() {
		this.practice.open();
		this.doctor = this.practice.employ("Anne Martin", Role.DOCTOR);
		this.paul = this.practice.employ("Paul Petit", Role.SECRETARIAT);
		this.practice.keepsMondays(this.doctor);
		this.request = this.practice.receive(aRequest());
	}

	@Test
	void freeTimesAreShownOfTheDoctorInCharge() throws Exception {
		show("").andExpect(content()
			.string(allOf(containsString("Choisissez dans la liste"), not(containsString("Cochez jusqu’à trois")))));
		this.jdbc.sql("update second_opinion_request set assignee = :doctor")
			.param("doctor", this.doctor.id())
			.update();
		show("").andExpect(content().string(allOf(containsString(AppointmentForm.tick(monday("09:00"))),
				containsString("lun. 30 nov. 2026"), containsString("heure de Paris"),
				containsString("value=\"VIDEO\" selected"), not(containsString("??")))));
	}

	@Test
	void threeTimesAreProposed() throws Exception {
		act("propose", times("09:00", "10:00", "11:00")).andExpect(redirectedUrl(page()))
			.andExpect(flash().attribute("done", "appointments.done.propose"));
		assertThat(this.practice.taken()).hasSize(3);
		show("").andExpect(content().string(allOf(containsString("Horaires proposés"),
				containsString("mer. 25 nov. 2026, 18"), not(containsString("??")))));
		this.mvc.perform(get("/admin/demandes/" + this.request.getReference()).with(user(this.paul)))
			.andExpect(content().string(allOf(containsString("3 horaires proposés"), containsString("par Paul Petit"),
					containsString("Gérer le rendez-vous"), not(containsString("??")))));
	}

	@Test
	void aTypedTimeIsBooked() throws Exception {
		act("book",
				post(page()).param("doctor", this.doctor.id().toString())
					.param("visit", "VIDEO")
					.param("day", "30/11/2026")
					.param("hour", "17h30")
					.param("minutes", "45"))
			.andExpect(redirectedUrl(page()));
		assertThat(latest().span()).contains(Span.of(monday("17:30").begins(), 45));
		act("link", post(page()).param("link", "video.example")).andExpect(status().is(422))
			.andExpect(content().string(allOf(containsString("commence par https://"),
					containsString("value=\"video.example\""), not(containsString("??")))));
		act("link", post(page()).param("link", "https://video.example/salle")).andExpect(redirectedUrl(page()));
		assertThat(latest().videoLink(this.vault)).isEqualTo("https://video.example/salle");
		show("").andExpect(content().string(containsString("value=\"https://video.example/salle\"")));
		act("link", post(page()).param("link", "")).andExpect(status().is(422));
		assertThat(latest().videoLink(this.vault)).as("nothing is taken out by an empty field").isNotNull();
		act("unlink", post(page())).andExpect(redirectedUrl(page()))
			.andExpect(flash().attribute("done", "appointments.done.unlink"));
		assertThat(latest().videoLink(this.vault)).isNull();
	}

	@Test
	void whatIsMissingOrWrongIsExplainedAndKept() throws Exception {
		refused("propose", post(page()), "Choisissez un médecin");
		refused("propose", times(), "Cochez un horaire");
		refused("propose", times("09:00", "09:30", "10:00", "10:30"), "Proposez trois horaires au plus");
		refused("book", times("09:00", "09:30"), "Gardez un seul horaire");
		refused("propose", times("09:00").param("day", "2026-11-30").param("hour", "09:15"), "se chevauchent");
		refused("book", times().param("day", "demain"), "Saisissez un jour");
		refused("book", times().param("day", "2026-11-30").param("hour", "25:00"), "Saisissez une heure");
		refused("book", times().param("day", "2026-11-30").param("hour", "09:00").param("minutes", "0"),
				"Saisissez une durée");
		refused("book", times().param("day", "2026-11-20").param("hour", "09:00"), "Choisissez des horaires à venir");
		refused("book", times().param("day", "2027-03-28").param("hour", "02:30"), "Cette heure n’existe pas");
		refused("propose", times().param("times", "x/y"), "Cochez un horaire");
		refused("propose", times().param("times", "+9999999-01-01T00:00:00Z/30"), "Cochez un horaire");
		refused("propose", times().param("times", Instant.MAX + "/30"), "Cochez un horaire");
		this.absences.save(new Absence(this.doctor.id(), Practice.MONDAY, Practice.MONDAY));
		refused("book", times("09:00"), "absent ce jour-là");
		act("book", times().param("day", "30.11.2026").param("hour", "midi").param("minutes", "45"))
			.andExpect(content().string(allOf(containsString("value=\"30.11.2026\""), containsString("value=\"midi\""),
					containsString("value=\"45\""), containsString("<title>Erreur"))));
		assertThat(this.practice.taken()).isEmpty();
	}

	@Test
	void whoComesSecondForATimeIsToldAndKeepsWhatWasTyped() throws Exception {
		SecondOpinionRequest other = this.practice.receive(aRequest().of("Ali", "Benali"));
		this.practice.book(other, this.doctor, this.paul, monday("09:00"));
		act("propose", times("09:00", "10:00").param("day", "2026-12-01").param("hour", "14:00"))
			.andExpect(status().isConflict())
			.andExpect(content().string(allOf(containsString("vient d’être pris par quelqu’un d’autre"),
					containsString("value=\"2026-12-01\""), containsString("value=\"14:00\""),
					not(containsString("??")))));
		assertThat(this.practice.taken()).hasSize(1);
	}

	@Test
	void whoComesSecondAtARequestIsToldHowItStands() throws Exception {
		this.practice.propose(this.request, this.doctor, this.paul, monday("09:00"));
		this.mvc.perform(times("10:00").param("action", "book").param("seen", "").with(user(this.doctor)).with(csrf()))
			.andExpect(status().isConflict())
			.andExpect(content().string(allOf(containsString("a agi entre-temps"), containsString("Horaires proposés"),
					containsString("checked"), not(containsString("??")))));
		Seen seen = this.practice.seen(this.request);
		for (String action : List.of("cancel", "arrived", "missed", "link", "move")) {
			this.mvc
				.perform(times("10:00").param("action", action)
					.param("link", "https://video.example/salle")
					.param("seen", seen.value() + "9")
					.with(user(this.doctor))
					.with(csrf()))
				.andExpect(status().isConflict());
		}
		assertThat(this.practice.seen(this.request)).isEqualTo(seen);
	}

	@Test
	void anAppointmentIsMovedCancelledAndMarked() throws Exception {
		this.practice.book(this.request, this.doctor, this.paul, monday("09:00"));
		act("move", times("10:30")).andExpect(redirectedUrl(page()));
		assertThat(latest().span()).contains(monday("10:30"));
		this.clock.set("2026-11-30T10:00:00Z");
		show("").andExpect(content().string(allOf(containsString("Le patient est venu"),
				containsString("Le patient n’est pas venu"), not(containsString("Annuler le rendez-vous")))));
		act("missed", post(page())).andExpect(redirectedUrl(page()));
		act("arrived", post(page())).andExpect(redirectedUrl(page()));
		assertThat(latest().getState()).isEqualTo(State.ARRIVED);
		SecondOpinionRequest other = this.practice.receive(aRequest());
		this.request = other;
		this.practice.book(other, this.doctor, this.paul, Span.of(monday("09:00").begins().plusSeconds(604800), 30));
		act("cancel", post(page())).andExpect(redirectedUrl(page()));
		assertThat(latest().getState()).isEqualTo(State.CANCELLED);
	}

	@Test
	void anAnswerGivenByTelephoneIsNoted() throws Exception {
		this.request = this.practice.receive(aRequest().withoutEmail());
		Appointment proposed = this.practice.propose(this.request, this.doctor, this.paul, monday("09:00"),
				monday("10:00"));
		show("").andExpect(content().string(allOf(containsString("Ce patient ne reçoit pas de courriel"),
				containsString("Noter une réponse donnée par téléphone"))));
		act("answer", post(page()).param("words", "rappeler le soir")).andExpect(status().is(422))
			.andExpect(content().string(allOf(containsString("Choisissez ce que le patient a répondu"),
					containsString("rappeler le soir"), not(containsString("??")))));
		act("answer", post(page()).param("answer", proposed.offers(this.clock.instant()).get(1).id().toString())
			.param("words", "vient avec son fils")).andExpect(redirectedUrl(page()));
		show("").andExpect(content().string(containsString("vient avec son fils")));
		assertThat(latest().span()).contains(monday("10:00"));
		assertThat(latest().waitsForClinic()).isFalse();
		assertThat(latest().getActs().get(1).getAuthor()).isNotNull();
	}

	@Test
	void anAnswerWaitsUntilStaffSeeIt() throws Exception {
		Appointment proposed = this.practice.propose(this.request, this.doctor, this.paul, monday("09:00"));
		this.practice.answer(this.request, proposed, "plutôt le soir");
		this.mvc.perform(get("/admin?flag=answer").with(user(this.paul)))
			.andExpect(content().string(containsString(this.request.getReference().value())));
		assertThat(latest().waitsForClinic()).isTrue();
		this.mvc.perform(get("/admin/demandes/" + this.request.getReference()).with(user(this.paul)))
			.andExpect(content().string(allOf(containsString("Le patient a répondu"), containsString("plutôt le soir"),
					containsString("Autres horaires demandés"))));
		assertThat(latest().waitsForClinic()).isFalse();
		this.mvc.perform(get("/admin?flag=answer").with(user(this.paul)))
			.andExpect(content().string(not(containsString(this.request.getReference().value()))));
	}

	@Test
	void aProposalWithoutAnAnswerComesBack() throws Exception {
		this.practice.propose(this.request, this.doctor, this.paul, monday("09:00"));
		unsettled(false);
		this.clock.set("2026-11-25T17:00:00Z");
		unsettled(true);
		this.passingTime.lapse();
		unsettled(true);
		this.practice.propose(this.request, this.doctor, this.paul, monday("10:00"));
		unsettled(false);
	}

	@Test
	void anAppointmentThatIsOverComesBackUntilSomebodyNotesWhetherThePatientCame() throws Exception {
		this.practice.book(this.request, this.doctor, this.paul, monday("09:00"));
		unsettled(false);
		this.clock.set("2026-11-30T08:31:00Z");
		unsettled(true);
		act("arrived", post(page())).andExpect(redirectedUrl(page()));
		unsettled(false);
	}

	private void unsettled(boolean expected) throws Exception {
		Matcher<String> listed = containsString(this.request.getReference().value());
		this.mvc.perform(get("/admin?flag=unsettled").with(user(this.paul)))
			.andExpect(content().string(allOf(expected ? listed : not(listed), not(containsString("??")))));
		Matcher<String> explained = containsString("title=\"Personne n’a répondu aux horaires proposés");
		this.mvc.perform(get("/admin").with(user(this.paul)))
			.andExpect(content().string(expected ? explained : not(explained)));
	}

	@Test
	void theirPageShowsStaffAnAnswerToo() throws Exception {
		Appointment proposed = this.practice.propose(this.request, this.doctor, this.paul, monday("09:00"));
		this.practice.answer(this.request, proposed, "plutôt le soir");
		show("").andExpect(content().string(containsString("plutôt le soir")));
		assertThat(latest().waitsForClinic()).isFalse();
	}

	@Test
	void whoNotesAnAbsenceIsToldWhatIsAgreedWithPatients() throws Exception {
		this.practice.propose(this.request, this.doctor, this.paul, monday("09:00"), monday("10:00"));
		String doctorPage = "/admin/reglages/medecins/" + this.doctor.id();
		String day = Practice.MONDAY.toString();
		MvcResult saved = this.mvc
			.perform(post(doctorPage + "/absence").param("firstDay", day)
				.param("lastDay", day)
				.with(user(this.paul))
				.with(csrf()))
			.andExpect(status().is3xxRedirection())
			.andReturn();
		this.mvc.perform(get(doctorPage).cookie(saved.getResponse().getCookie("SESSION")).with(user(this.paul)))
			.andExpect(content().string(allOf(containsString("2 horaires sont déjà réservés ou pris"),
					containsString("jour=2026-11-30"), not(containsString("??")))));
		act("answer", post(page()).param("answer", latest().offers(this.clock.instant()).get(0).id().toString()))
			.andExpect(status().is(422))
			.andExpect(content().string(containsString("absent ce jour-là")));
	}

	@Test
	void anUnknownRequestOrActionIsNotFound() throws Exception {
		this.mvc.perform(get("/admin/demandes/SA-0000-0000/rendez-vous").with(user(this.paul)))
			.andExpect(status().isNotFound());
		act("dance", post(page())).andExpect(status().isNotFound());
	}

	@Test
	void thePageIsFrugal() throws Exception {
		for (int i = 0; i < 40; i++) {
			this.practice.keepsMondays(this.practice.employ("Médecin " + i, Role.DOCTOR));
		}
		this.practice.propose(this.request, this.doctor, this.paul, monday("09:00"));
		String url = page() + "?doctor=" + this.doctor.id();
		// closed days are read now and then
		this.mvc.perform(get(url).with(user(this.paul)));
		assertThat(this.practice.statements(this.mvc, url, this.paul)).isLessThan(10);
	}

	private ResultActions show(String query) throws Exception {
		return this.mvc.perform(get(page() + query).with(user(this.paul))).andExpect(status().isOk());
	}

	private void refused(String action, MockHttpServletRequestBuilder form, String sentence) throws Exception {
		act(action, form).andExpect(status().is(422))
			.andExpect(content().string(allOf(containsString(sentence), not(containsString("??")))));
	}

	private ResultActions act(String action, MockHttpServletRequestBuilder form) throws Exception {
		return this.mvc.perform(form.param("action", action)
			.param("seen", this.practice.seen(this.request).value())
			.with(user(this.paul))
			.with(csrf()));
	}

	private MockHttpServletRequestBuilder times(String... times) {
		MockHttpServletRequestBuilder form = post(page()).param("doctor", this.doctor.id().toString())
			.param("visit", "ON_SITE")
			.param("from", LocalDate.of(2026, 11, 23).toString());
		for (String time : times) {
			form.param("times", AppointmentForm.tick(monday(time)));
		}
		return form;
	}

	private String page() {
		return "/admin/demandes/%s/rendez-vous".formatted(this.request.getReference());
	}

	private Appointment latest() {
		return this.practice.latest(this.request);
	}

}
