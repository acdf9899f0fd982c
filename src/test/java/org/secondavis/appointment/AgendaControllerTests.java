package org.secondavis.appointment;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import biweekly.Biweekly;
import biweekly.ICalendar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondavis.encryption.SecretToken;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffMember;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@AppointmentTest
class AgendaControllerTests {

	private static final Pattern LINK = Pattern.compile("https://avis\\.example(/agenda/[\\w-]{43}\\.ics)");

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Practice practice;

	@Autowired
	private AgendaFeeds feeds;

	@Autowired
	private SetClock clock;

	@Autowired
	private JdbcClient jdbc;

	private StaffMember doctor;

	private StaffMember paul;

	private StaffMember admin;

	private SecondOpinionRequest request;

	@BeforeEach
	void open() {
		this.practice.open();
		this.doctor = this.practice.employ("Anne Martin", Role.DOCTOR);
		this.paul = this.practice.employ("Paul Petit", Role.SECRETARIAT);
		this.admin = this.practice.employ("Louis Garnier", Role.ADMIN);
		this.practice.keepsMondays(this.doctor);
		this.request = this.practice.receive(aRequest());
	}

	@Test
	void aWeekShowsWhatIsHeldAndBookedOfAllDoctors() throws Exception {
		this.practice.propose(this.request, this.doctor, this.paul, monday("09:00"), monday("10:00"));
		SecondOpinionRequest other = this.practice.receive(aRequest().of("Ali", "Benali"));
		this.practice.book(other, this.doctor, this.paul, monday("11:00"));
		show(this.paul, "?vue=semaine&jour=2026-12-03&medecin=").andExpect(content().string(
				allOf(containsString("Agenda du lun. 30 nov. 2026 au dim. 6 déc. 2026"), containsString("Ali Benali"),
						containsString(other.getReference().value()), containsString("Proposé"), containsString("Fixé"),
						containsString("heure de Paris"), containsString("11\u00A0h\u00A000 à 11\u00A0h\u00A030"),
						not(containsString(">Libre<")), not(containsString("??")))));
		show(this.paul, "?vue=semaine&jour=2026-12-10")
			.andExpect(content().string(containsString("Rien dans l’agenda.")));
	}

	@Test
	void aDayAndADoctorShowFreeTimesToo() throws Exception {
		this.practice.book(this.request, this.doctor, this.paul, monday("09:00"));
		show(this.paul, "?vue=jour&jour=2026-11-30").andExpect(
				content().string(allOf(containsString("Fixé"), containsString("Libre"), not(containsString("??")))));
		show(this.doctor, "?jour=2026-11-30").andExpect(
				content().string(allOf(containsString("Fixé"), containsString("Libre"), not(containsString("??")))));
		StaffMember other = this.practice.employ("Paul Autre", Role.DOCTOR);
		show(this.paul, "?jour=2026-11-30&medecin=" + other.id())
			.andExpect(content().string(containsString("Rien dans l’agenda.")));
	}

	@Test
	void whatCannotBeUnderstoodLeadsToThisWeek() throws Exception {
		show(this.paul, "?vue=x&jour=2026-13-45&medecin=y")
			.andExpect(content().string(containsString("du lun. 23 nov. 2026")));
	}

	@Test
	void aDoctorsFeedGivesTimesAndReferencesAndNoNames() throws Exception {
		this.practice.propose(this.practice.receive(aRequest()), this.doctor, this.paul, monday("11:00"));
		Appointment booked = this.practice.book(this.request, this.doctor, this.paul, monday("09:00"));
		String feed = make(this.doctor);
		String text = this.mvc.perform(get(feed))
			.andExpect(status().isOk())
			.andExpect(content().contentTypeCompatibleWith("text/calendar"))
			.andReturn()
			.getResponse()
			.getContentAsString();
		ICalendar calendar = Biweekly.parse(text).first();
		assertThat(calendar.getEvents()).hasSize(1);
		assertThat(calendar.getEvents().get(0).getSummary().getValue())
			.isEqualTo(this.request.getReference() + ", Sur place");
		assertThat(calendar.getEvents().get(0).getUid().getValue()).isEqualTo(booked.getId().toString());
		assertThat(calendar.getEvents().get(0).getDateStart().getValue().toInstant())
			.isEqualTo(monday("09:00").begins());
		assertThat(text).doesNotContain("Zo", "Martin", "N’Guyen");
		assertThat(this.jdbc
			.sql("select count(*) from agenda_feed where position(:token in encode(token_hash, 'escape')) > 0")
			.param("token", feed.substring(8, 20))
			.query(Integer.class)
			.single()).as("only the hash is stored").isZero();
	}

	@Test
	void anotherLinkReplacesTheFormerAndRevokingEndsIt() throws Exception {
		String former = make(this.doctor);
		this.clock.set("2026-11-23T10:00:00Z");
		String present = make(this.doctor);
		this.mvc.perform(get(former)).andExpect(status().isNotFound());
		this.mvc.perform(get(present)).andExpect(status().isOk());
		change(this.doctor, "revoke", this.doctor, since()).andExpect(status().isOk())
			.andExpect(content().string(allOf(containsString("L’adresse est supprimée"), not(containsString("??")))));
		this.mvc.perform(get(present)).andExpect(status().isNotFound());
	}

	@Test
	void whoComesSecondReplacesNothing() throws Exception {
		String present = make(this.doctor);
		change(this.admin, "renew", this.doctor, "").andExpect(status().isConflict())
			.andExpect(content().string(allOf(containsString("entre-temps"), not(containsString("??")))));
		change(this.admin, "revoke", this.doctor, "2026-01-01T00:00:00Z").andExpect(status().isConflict());
		change(this.admin, "renew", this.doctor, "soon").andExpect(status().isConflict());
		this.mvc.perform(get(present)).andExpect(status().isOk());
		this.feeds.revoke(this.doctor.id(), SetClock.MORNING);
		assertThatExceptionOfType(AppointmentOvertakenException.class)
			.isThrownBy(() -> this.feeds.renew(this.doctor.id(), SetClock.MORNING));
	}

	@Test
	void onlyTheDoctorAndAdministratorsHandOutTheLink() throws Exception {
		StaffMember other = this.practice.employ("Paul Autre", Role.DOCTOR);
		change(this.paul, "renew", this.doctor, "").andExpect(status().isForbidden());
		change(other, "renew", this.doctor, "").andExpect(status().isForbidden());
		change(this.paul, "renew", this.paul, "").andExpect(status().isForbidden());
		change(this.admin, "renew", this.admin, "").andExpect(status().isForbidden());
		change(this.admin, "renew", this.doctor, "").andExpect(status().isOk())
			.andExpect(content().string(not(containsString("L’ancienne adresse"))));
		change(this.admin, "renew", this.doctor, since()).andExpect(status().isOk())
			.andExpect(content().string(containsString("L’ancienne adresse ne donne plus rien")));
		show(this.paul, "?medecin=" + this.doctor.id())
			.andExpect(content().string(not(containsString("adresse secrète"))));
	}

	@Test
	void aLockedDoctorHasNoFeed() throws Exception {
		String feed = make(this.doctor);
		this.jdbc.sql("update staff_account set locked = true where id = :id").param("id", this.doctor.id()).update();
		this.mvc.perform(get(feed)).andExpect(status().isNotFound());
		this.mvc.perform(get("/agenda/%s.ics".formatted(SecretToken.random().value())))
			.andExpect(status().isNotFound());
		this.mvc.perform(get("/agenda")).andExpect(status().isNotFound());
	}

	@Test
	void thePageIsFrugalHoweverManyDoctorsThereAre() throws Exception {
		for (int i = 0; i < 40; i++) {
			StaffMember one = this.practice.employ("Médecin " + i, Role.DOCTOR);
			this.practice.keepsMondays(one);
			this.practice.book(this.practice.receive(aRequest()), one, this.paul, monday("09:00"));
		}
		for (String query : new String[] { "?vue=jour&jour=2026-11-30",
				"?vue=semaine&jour=" + LocalDate.of(2026, 11, 30), "?medecin=" + this.doctor.id() }) {
			assertThat(this.practice.statements(this.mvc, "/admin/agenda" + query, this.admin)).as(query)
				.isLessThan(10);
		}
	}

	private String make(StaffMember who) throws Exception {
		String page = change(who, "renew", this.doctor, since()).andExpect(status().isOk())
			.andExpect(content().string(not(containsString("??"))))
			.andReturn()
			.getResponse()
			.getContentAsString();
		Matcher link = LINK.matcher(page);
		assertThat(link.find()).isTrue();
		return link.group(1);
	}

	private String since() {
		return this.feeds.since(this.doctor.id()).map(Object::toString).orElse("");
	}

	private ResultActions show(StaffMember who, String query) throws Exception {
		return this.mvc.perform(get("/admin/agenda" + query).with(user(who))).andExpect(status().isOk());
	}

	private ResultActions change(StaffMember who, String action, StaffMember whose, String since) throws Exception {
		return this.mvc.perform(post("/admin/agenda/abonnement").param("action", action)
			.param("medecin", whose.id().toString())
			.param("since", since)
			.with(user(who))
			.with(csrf()));
	}

}
