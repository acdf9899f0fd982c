package org.secondavis.appointment;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.servlet.http.Cookie;
import org.secondavis.StatementCount;
import org.secondavis.appointment.Bookings.Meeting;
import org.secondavis.encryption.Vault;
import org.secondavis.request.RequestMother;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.StaffId;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffMember;
import org.secondavis.staff.StaffMother;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.PageToken.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Doctors with hours, and requests that wait for an appointment. */
class Practice {

	/** A Monday, a week after the clock's. */
	static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);

	static final Seen NOTHING = new Seen("");

	private final Requests requests;

	private final Appointments appointments;

	private final Bookings bookings;

	private final AppointmentAnswers answers;

	private final WeeklyPatterns patterns;

	private final Vault vault;

	private final JdbcClient jdbc;

	private final SetClock clock;

	Practice(Requests requests, Appointments appointments, Bookings bookings, AppointmentAnswers answers,
			WeeklyPatterns patterns, Vault vault, JdbcClient jdbc, SetClock clock) {
		this.requests = requests;
		this.appointments = appointments;
		this.bookings = bookings;
		this.answers = answers;
		this.patterns = patterns;
		this.vault = vault;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void open() {
		this.clock.set(SetClock.MORNING.toString());
		this.jdbc.sql(
				"truncate second_opinion_request, staff_account, outgoing_mail, spring_session, absence, throttle cascade")
			.update();
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

	/** Mondays from 9 to 12, half an hour each. */
	void keepsMondays(StaffMember doctor) {
		keeps(DayOfWeek.MONDAY, doctor);
	}

	/** The same on another day. */
	void keeps(DayOfWeek weekday, StaffMember doctor) {
		this.patterns.save(new WeeklyPattern(doctor.id(), weekday,
				new Hours(LocalTime.of(9, 0), LocalTime.of(12, 0), 30, null), MONDAY.minusWeeks(4), null));
	}

	SecondOpinionRequest receive(RequestMother request) {
		SecondOpinionRequest received = this.requests.save(request.submit(this.vault));
		this.jdbc.sql("delete from outgoing_mail").update();
		return received;
	}

	/** Such as {@code 09:30} on that Monday, for half an hour. */
	static Span monday(String time) {
		return Span.of(Instant.parse("2026-11-30T%s:00Z".formatted(time)).minusSeconds(3600), 30);
	}

	Appointment propose(SecondOpinionRequest request, StaffMember doctor, StaffMember by, Span... times) {
		this.bookings.propose(request.getReference(), seen(request), meeting(doctor), List.of(times),
				new StaffId(by.id()));
		return latest(request);
	}

	Appointment book(SecondOpinionRequest request, StaffMember doctor, StaffMember by, Span time) {
		this.bookings.book(request.getReference(), seen(request), meeting(doctor), time, new StaffId(by.id()));
		return latest(request);
	}

	/** The patient asks for other times. */
	void answer(SecondOpinionRequest request, Appointment proposed, String words) {
		this.answers.wantOthers(request.getReference(), request.getId(), Seen.of(proposed), words);
	}

	Seen seen(SecondOpinionRequest request) {
		return this.appointments.findLatest(request.getId()).map(Seen::of).orElse(NOTHING);
	}

	Appointment latest(SecondOpinionRequest request) {
		return this.appointments.findLatest(request.getId()).orElseThrow();
	}

	static Meeting meeting(StaffMember doctor) {
		return new Meeting(doctor.id(), Visit.ON_SITE);
	}

	/** What a page costs the database, with the session of somebody who has signed in. */
	long statements(MockMvc mvc, String url, StaffMember who) throws Exception {
		this.jdbc.sql("update staff_account set password_hash = ? where id = ?")
			.params(StaffMother.HASH, who.id())
			.update();
		Cookie session = mvc.perform(
				post("/connexion").param("username", who.email()).param("password", StaffMother.PASSWORD).with(csrf()))
			.andReturn()
			.getResponse()
			.getCookie("SESSION");
		assertThat(session).isNotNull();
		return StatementCount.of(() -> mvc.perform(get(url).cookie(session)).andExpect(status().isOk()));
	}

	/** What is held or booked, as the database sees it. */
	List<String> taken() {
		return this.jdbc
			.sql("select state || ' ' || begins from appointment_time where state <> 'RELEASED' order by begins")
			.query(String.class)
			.list();
	}

}
