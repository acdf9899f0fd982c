package org.secondavis.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.secondavis.appointment.Appointment;
import org.secondavis.appointment.AppointmentMother;
import org.secondavis.appointment.Visit;
import org.secondavis.encryption.Vault;
import org.secondavis.request.RequestMother;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.StaffId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.request.RequestMother.aRequest;

/** What patients and the clinic read of appointments, and what calendars are told. */
@MailTest
class AppointmentMailsTests {

	private static final String PATIENT = "zoe@patiente.example";

	private static final Instant NOW = RequestMother.SUBMITTED;

	private static final Instant MONDAY = Instant.parse("2026-11-30T08:00:00Z");

	private static final List<String> NEVER = List.of("cancer", "oncolog", "deuxième avis", "second opinion", "Zoë",
			"N’Guyen", "Anne Martin", "chirurg", "consult", "médec", "doctor", "docteur");

	@Autowired
	private AppointmentMother appointments;

	@Autowired
	private Dispatcher dispatcher;

	@Autowired
	private Requests requests;

	@Autowired
	private Vault vault;

	@Autowired
	private MailBench bench;

	@Autowired
	private GreenMail server;

	@Autowired
	private MutableClock clock;

	@Autowired
	private JdbcClient jdbc;

	private StaffId doctor;

	@BeforeEach
	void reset() {
		this.bench.reset();
		this.doctor = this.bench.aDoctor();
	}

	@Test
	void aProposalSaysUntilWhenTheTimesAreKept() throws Exception {
		this.appointments.propose(sent(aRequest()), this.doctor, Visit.ON_SITE, NOW, MONDAY);
		MimeMessage mail = only(PATIENT);
		assertThat(mail.getSubject()).startsWith("Rendez-vous, demande SA-");
		assertThat(words(mail)).allSatisfy(
				(part) -> assertThat(part).contains("jusqu’au mer. 25 nov. 2026, 10\u00A0h\u00A030 (heure de Paris).")
					.containsPattern("https://avis\\.example/suivi/[\\w-]{43}/rendez-vous")
					.doesNotContain("??"));
	}

	@Test
	void aBookingComesWithACalendarFileThatTellsNothingOfHealth() throws Exception {
		SecondOpinionRequest request = sent(aRequest());
		Appointment booked = this.appointments.book(request, this.doctor, Visit.ON_SITE, NOW, MONDAY);
		MimeMessage mail = only(PATIENT);
		assertThat(words(mail)).allSatisfy((part) -> assertThat(part)
			.contains("lun. 30 nov. 2026, 9\u00A0h\u00A000 (heure de Paris)", "12 rue des Tilleuls, 75014 Paris")
			.doesNotContain("??"));
		assertThat(calendarPart(mail).getContentType()).contains("text/calendar", "charset=UTF-8", "method=PUBLISH");
		assertThat(calendarPart(mail).getFileName()).isEqualTo("rendez-vous.ics");
		VEvent event = event(mail);
		assertThat(event.getUid().getValue()).isEqualTo(booked.getId().toString());
		assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(MONDAY);
		assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(MONDAY.plus(Duration.ofMinutes(30)));
		assertThat(event.getSummary().getValue()).isEqualTo("Rendez-vous");
		assertThat(event.getSequence().getValue()).isZero();
		assertThat(event.getStatus().isConfirmed()).isTrue();
		assertThat(text(mail)).contains("DTSTART:20261130T080000Z")
			.doesNotContainIgnoringCase(NEVER.toArray(String[]::new));
	}

	@Test
	void noLetterTellsAnythingOfHealth() throws Exception {
		Appointment booked = this.appointments.book(sent(aRequest()), this.doctor, Visit.VIDEO, NOW, MONDAY);
		this.dispatcher.dispatch();
		this.appointments.move(booked, this.doctor, NOW, MONDAY.plus(Duration.ofDays(1)));
		this.dispatcher.dispatch();
		this.appointments.cancel(booked, this.doctor, NOW);
		this.dispatcher.dispatch();
		Appointment proposed = this.appointments.propose(sent(aRequest().inEnglish()), this.doctor, Visit.VIDEO, NOW,
				MONDAY);
		this.dispatcher.dispatch();
		this.appointments.accept(proposed, NOW);
		this.dispatcher.dispatch();
		assertThat(this.server.getReceivedMessages()).hasSize(7)
			.allSatisfy((mail) -> assertThat(mail.getSubject() + words(mail))
				.doesNotContainIgnoringCase(NEVER.toArray(String[]::new))
				.doesNotContain("??"));
	}

	@Test
	void aMoveAndACancellationCarryTheSameIdAndAGreaterNumber() throws Exception {
		Appointment booked = this.appointments.book(sent(aRequest()), this.doctor, Visit.ON_SITE, NOW, MONDAY);
		this.dispatcher.dispatch();
		Instant tuesday = MONDAY.plus(Duration.ofDays(1));
		this.appointments.move(booked, this.doctor, NOW, tuesday);
		this.dispatcher.dispatch();
		this.appointments.cancel(booked, this.doctor, NOW);
		this.dispatcher.dispatch();
		List<MimeMessage> mails = this.bench.received(PATIENT);
		assertThat(mails).hasSize(3);
		VEvent moved = event(mails.get(1));
		assertThat(moved.getDateStart().getValue().toInstant()).isEqualTo(tuesday);
		VEvent cancelled = event(mails.get(2));
		assertThat(calendarPart(mails.get(2)).getContentType()).contains("method=CANCEL");
		assertThat(calendar(mails.get(2)).getMethod().isCancel()).isTrue();
		assertThat(cancelled.getStatus().isCancelled()).isTrue();
		assertThat(List.of(moved, cancelled)).extracting((event) -> event.getUid().getValue())
			.containsOnly(booked.getId().toString());
		assertThat(List.of(moved, cancelled)).extracting((event) -> event.getSequence().getValue())
			.containsExactly(1, 2);
	}

	@Test
	void onlyWhatTakesPlaceIsSaidToBeChangeable() throws Exception {
		Appointment booked = this.appointments.book(sent(aRequest()), this.doctor, Visit.ON_SITE, NOW, MONDAY);
		assertThat(words(only(PATIENT))).allSatisfy((part) -> assertThat(part).contains("Cela ne vous convient plus"));
		this.appointments.cancel(booked, this.doctor, NOW);
		this.dispatcher.dispatch();
		assertThat(words(this.bench.received(PATIENT).get(1)))
			.allSatisfy((part) -> assertThat(part).contains("est annulé").doesNotContain("Cela ne vous convient plus"));
	}

	@Test
	void aMailThatWasOvertakenDoesNotLeave() {
		Appointment booked = this.appointments.book(sent(aRequest()), this.doctor, Visit.ON_SITE, NOW, MONDAY);
		this.appointments.cancel(booked, this.doctor, NOW);
		this.dispatcher.dispatch();
		assertThat(this.bench.received(PATIENT)).hasSize(1)
			.allSatisfy((mail) -> assertThat(mail.getSubject()).startsWith("Rendez-vous annulé"));
	}

	@Test
	void theClinicHearsOfAnAnswer() {
		Appointment proposed = this.appointments.propose(sent(aRequest()), this.doctor, Visit.ON_SITE, NOW, MONDAY);
		this.appointments.accept(proposed, NOW);
		this.dispatcher.dispatch();
		assertThat(this.bench.received("deuxieme-avis@tilleuls.example")).hasSize(1)
			.allSatisfy((mail) -> assertThat(mail.getSubject()).startsWith("Réponse pour un rendez-vous"));
		assertThat(this.bench.received(PATIENT)).hasSize(1)
			.allSatisfy((mail) -> assertThat(mail.getSubject()).startsWith("Rendez-vous, demande"));
	}

	@Test
	void thePatientIsRemindedOnceTwoDaysBefore() throws Exception {
		this.appointments.book(sent(aRequest()), this.doctor, Visit.ON_SITE, NOW, MONDAY);
		this.jdbc.sql("delete from outgoing_mail").update();
		this.clock.set(MONDAY.minus(Duration.ofHours(49)));
		this.appointments.remind();
		this.dispatcher.dispatch();
		assertThat(this.bench.received(PATIENT)).isEmpty();
		this.clock.set(MONDAY.minus(Duration.ofHours(48)));
		this.appointments.remind();
		this.appointments.remind();
		assertThat(only(PATIENT).getSubject()).startsWith("Rappel de rendez-vous");
	}

	@Test
	void nobodyIsRemindedOfWhatIsCalledOffOrHasJustBeenFixed() {
		Appointment booked = this.appointments.book(sent(aRequest()), this.doctor, Visit.ON_SITE, NOW, MONDAY);
		this.clock.set(MONDAY.minus(Duration.ofHours(47)));
		this.appointments.remind();
		this.appointments.cancel(booked, this.doctor, this.clock.instant());
		this.appointments.book(sent(aRequest()), this.doctor, Visit.ON_SITE, this.clock.instant(), MONDAY);
		this.appointments.remind();
		assertThat(this.jdbc.sql("select count(*) from outgoing_mail where template = 'appointment-reminder'")
			.query(Integer.class)
			.single()).isEqualTo(1);
		this.dispatcher.dispatch();
		assertThat(this.bench.received(PATIENT))
			.noneSatisfy((mail) -> assertThat(mail.getSubject()).startsWith("Rappel"));
	}

	@Test
	void anAppointmentThatMovesIsRemindedOfAnew() {
		Appointment booked = this.appointments.book(sent(aRequest()), this.doctor, Visit.ON_SITE, NOW, MONDAY);
		this.clock.set(MONDAY.minus(Duration.ofHours(48)));
		this.appointments.remind();
		this.appointments.move(booked, this.doctor, this.clock.instant(), MONDAY.plus(Duration.ofDays(7)));
		this.clock.set(MONDAY.plus(Duration.ofDays(5)));
		this.appointments.remind();
		assertThat(this.jdbc.sql("select count(*) from outgoing_mail where template = 'appointment-reminder'")
			.query(Integer.class)
			.single()).isEqualTo(2);
	}

	@Test
	void whoHasNoAddressGetsNoMail() {
		this.appointments.book(sent(aRequest().withoutEmail()), this.doctor, Visit.ON_SITE, NOW, MONDAY);
		assertThat(this.jdbc.sql("select count(*) from outgoing_mail").query(Integer.class).single()).isZero();
	}

	private SecondOpinionRequest sent(RequestMother mother) {
		SecondOpinionRequest request = this.requests.save(mother.submit(this.vault));
		this.jdbc.sql("delete from outgoing_mail where appointment_id is null").update();
		return request;
	}

	private MimeMessage only(String mailbox) {
		this.dispatcher.dispatch();
		assertThat(this.bench.received(mailbox)).hasSize(1);
		return this.bench.received(mailbox).get(0);
	}

	private static List<String> words(MimeMessage mail) throws Exception {
		Multipart all = (Multipart) mail.getContent();
		Multipart words = (all.getBodyPart(0).getContent() instanceof Multipart inner) ? inner : all;
		return List.of(words.getBodyPart(0).getContent().toString(), words.getBodyPart(1).getContent().toString());
	}

	private static BodyPart calendarPart(MimeMessage mail) throws Exception {
		return ((Multipart) mail.getContent()).getBodyPart(1);
	}

	private static String text(MimeMessage mail) throws Exception {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		calendarPart(mail).getDataHandler().writeTo(bytes);
		return bytes.toString(StandardCharsets.UTF_8);
	}

	private static ICalendar calendar(MimeMessage mail) throws Exception {
		return Biweekly.parse(text(mail)).first();
	}

	private static VEvent event(MimeMessage mail) throws Exception {
		return calendar(mail).getEvents().get(0);
	}

}
