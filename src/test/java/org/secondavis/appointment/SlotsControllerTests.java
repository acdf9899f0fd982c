package org.secondavis.appointment;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffMember;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.secondavis.PageToken.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@AppointmentTest
class SlotsControllerTests {

	private static final String PAGE = "/admin/reglages/creneaux";

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Practice practice;

	@Autowired
	private SlotSettings settings;

	@Autowired
	private JdbcClient jdbc;

	private StaffMember doctor;

	private StaffMember paul;

	@BeforeEach
	void open() {
		this.practice.open();
		this.doctor = this.practice.employ("Anne Martin", Role.DOCTOR);
		this.paul = this.practice.employ("Paul Petit", Role.SECRETARIAT);
	}

	@Test
	void weeklyHoursAreAddedAndStandInTheHistory() throws Exception {
		act(this.paul, week()).andExpect(redirectedUrl(PAGE + "?doctor=" + this.doctor.id()));
		show(this.paul, "?doctor=" + this.doctor.id()).andExpect(content().string(allOf(containsString("Lundi"),
				containsString("9\u00A0h\u00A000 à 12\u00A0h\u00A030, 45 minutes chacune"),
				not(containsString("??")))));
		assertThat(history()).isEqualTo("Anne Martin: null -> lundi, 9\u00A0h\u00A000 à 12\u00A0h\u00A030, 45 minutes, "
				+ "En vidéo, du lun. 30 nov. 2026 au lun. 28 déc. 2026");
		this.mvc.perform(get("/admin/reglages").with(user(this.paul)))
			.andExpect(content().string(allOf(containsString("Anne Martin"), containsString("45 minutes"))));
	}

	@Test
	void hoursThatBeganEndTodayAndOthersGo() throws Exception {
		this.practice.keepsMondays(this.doctor);
		act(this.paul, week());
		for (WeeklyPattern pattern : this.settings.patterns(this.doctor.id())) {
			act(this.paul, post(PAGE + "/semaine/" + pattern.getId() + "/terminer").param("version", "0"))
				.andExpect(status().is3xxRedirection());
		}
		assertThat(this.settings.patterns(this.doctor.id())).extracting((one) -> String.valueOf(one.getValidUntil()))
			.containsExactly("2026-11-23");
		assertThat(history()).contains("-> null");
	}

	@Test
	void aDayIsTakenOutOrAdded() throws Exception {
		act(this.paul, post(PAGE + "/jour").param("day", "2026-11-30").param("kind", "CLOSED"));
		act(this.paul,
				post(PAGE + "/jour").param("day", "2026-12-05")
					.param("kind", "EXTRA")
					.param("fromTime", "10:00")
					.param("toTime", "11:00")
					.param("minutes", "30"));
		show(this.paul, "?doctor=" + this.doctor.id())
			.andExpect(content().string(allOf(containsString("Toute la journée"), containsString("Heures en plus"),
					not(containsString("??")))));
		UUID closed = this.settings.changes(this.doctor.id()).get(0).getId();
		act(this.paul, post(PAGE + "/jour/" + closed + "/retirer")).andExpect(status().is3xxRedirection());
		assertThat(this.settings.changes(this.doctor.id())).hasSize(1);
		assertThat(history()).isEqualTo("Anne Martin: lun. 30 nov. 2026, pas de consultation -> null");
	}

	@Test
	void whatIsMissingOrWrongIsExplainedAndKept() throws Exception {
		refused(post(PAGE + "/semaine"), "Choisissez un jour de la semaine");
		refused(post(PAGE + "/semaine").param("weekday", "MONDAY").param("fromTime", "neuf"), "Saisissez une heure");
		refused(post(PAGE + "/semaine").param("weekday", "MONDAY")
			.param("fromTime", "09:00")
			.param("toTime", "09:20")
			.param("minutes", "30"), "laisse le temps d’une consultation");
		refused(post(PAGE + "/semaine").param("weekday", "MONDAY")
			.param("fromTime", "09:00")
			.param("toTime", "10:00")
			.param("validFrom", "2026-12-01")
			.param("validUntil", "2026-11-30"), "ne précède pas le début");
		refused(post(PAGE + "/jour").param("kind", "CLOSED").param("day", "demain"), "Saisissez un jour");
		refused(post(PAGE + "/jour").param("kind", "CLOSED").param("day", "2026-11-30").param("fromTime", "11:00"),
				"Saisissez une heure");
		refused(post(PAGE + "/jour").param("day", "2026-11-30"), "Choisissez si des heures");
		refused(post(PAGE + "/jour").param("kind", "CLOSED").param("day", "2026-11-22"), "Saisissez aujourd’hui");
		refused(post(PAGE + "/semaine").param("weekday", "MONDAY")
			.param("fromTime", "09:00")
			.param("toTime", "10:00")
			.param("validFrom", "2026-11-02")
			.param("validUntil", "2026-11-22"), "Saisissez aujourd’hui");
		act(this.paul,
				post(PAGE + "/semaine").param("weekday", "FRIDAY").param("fromTime", "neuf").param("minutes", "20"))
			.andExpect(content().string(allOf(containsString("value=\"FRIDAY\" selected"),
					containsString("value=\"neuf\""), containsString("value=\"20\""))));
		assertThat(this.settings.patterns(this.doctor.id())).isEmpty();
	}

	@Test
	void whoComesSecondIsTold() throws Exception {
		this.practice.keepsMondays(this.doctor);
		WeeklyPattern pattern = this.settings.patterns(this.doctor.id()).get(0);
		String end = PAGE + "/semaine/" + pattern.getId() + "/terminer";
		act(this.paul, post(end).param("version", "0")).andExpect(status().is3xxRedirection());
		act(this.paul, post(end).param("version", "0")).andExpect(status().isConflict())
			.andExpect(content().string(allOf(containsString("entre-temps"), not(containsString("??")))));
		act(this.paul, post(PAGE + "/jour/" + UUID.randomUUID() + "/retirer")).andExpect(status().isConflict());
	}

	@Test
	void doctorsSetTheirOwnHoursOnly() throws Exception {
		StaffMember other = this.practice.employ("Paul Autre", Role.DOCTOR);
		act(other, week()).andExpect(redirectedUrl(PAGE + "?doctor=" + other.id()));
		assertThat(this.settings.patterns(this.doctor.id())).isEmpty();
		assertThat(this.settings.patterns(other.id())).hasSize(1);
		this.practice.keepsMondays(this.doctor);
		UUID pattern = this.settings.patterns(this.doctor.id()).get(0).getId();
		act(other, post(PAGE + "/semaine/" + pattern + "/terminer").param("version", "0"))
			.andExpect(status().isConflict());
		assertThat(this.settings.patterns(this.doctor.id()).get(0).getValidUntil()).isNull();
		show(other, "?doctor=" + this.doctor.id())
			.andExpect(content().string(allOf(not(containsString("Anne Martin")), containsString("Lundi"))));
	}

	@Test
	void aSecretaryIsNoDoctor() throws Exception {
		this.mvc.perform(week().param("doctor", this.paul.id().toString()).with(user(this.paul)).with(csrf()))
			.andExpect(status().isNotFound());
	}

	@Test
	void thePageIsFrugal() throws Exception {
		for (int i = 0; i < 40; i++) {
			this.practice.keepsMondays(this.practice.employ("Médecin " + i, Role.DOCTOR));
		}
		String url = PAGE + "?doctor=" + this.doctor.id();
		assertThat(this.practice.statements(this.mvc, url, this.paul)).isLessThan(10);
	}

	private MockHttpServletRequestBuilder week() {
		return post(PAGE + "/semaine").param("weekday", "MONDAY")
			.param("fromTime", "9h")
			.param("toTime", "12:30")
			.param("minutes", "45")
			.param("meeting", "VIDEO")
			.param("validFrom", "2026-11-30")
			.param("validUntil", "28/12/2026");
	}

	private ResultActions show(StaffMember who, String query) throws Exception {
		return this.mvc.perform(get(PAGE + query).with(user(who))).andExpect(status().isOk());
	}

	private void refused(MockHttpServletRequestBuilder form, String sentence) throws Exception {
		act(this.paul, form).andExpect(status().is(422))
			.andExpect(content().string(allOf(containsString(sentence), not(containsString("??")))));
	}

	private ResultActions act(StaffMember who, MockHttpServletRequestBuilder form) throws Exception {
		return this.mvc.perform(form.param("doctor", this.doctor.id().toString()).with(user(who)).with(csrf()));
	}

	private String history() {
		return this.jdbc.sql("""
				select subject || ': ' || coalesce(before, 'null') || ' -> ' || coalesce(after, 'null')
				from setting_change order by id desc limit 1""").query(String.class).single();
	}

}
