package org.secondavis.followup;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondavis.HttpTest;
import org.secondavis.Visitor;
import org.secondavis.Visitor.Page;
import org.secondavis.appointment.Appointment;
import org.secondavis.appointment.Appointment.State;
import org.secondavis.appointment.AppointmentMother;
import org.secondavis.appointment.Appointments;
import org.secondavis.appointment.Seen;
import org.secondavis.appointment.Visit;
import org.secondavis.clinic.Dates;
import org.secondavis.doctor.Absence;
import org.secondavis.doctor.Absences;
import org.secondavis.request.StaffId;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccounts;
import org.secondavis.staff.StaffMother;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.request.RequestMother.aRequest;

class AppointmentTests extends HttpTest {

	private static final Pattern OFFER = Pattern.compile("value=\"([0-9a-f-]{36})\"");

	private final Instant now = Instant.now();

	private final Instant first = this.now.plus(Duration.ofDays(7));

	private final Instant second = this.now.plus(Duration.ofDays(8));

	@Autowired
	private Patient patient;

	@Autowired
	private AppointmentMother mother;

	@Autowired
	private Appointments appointments;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private Absences absences;

	@Autowired
	private Dates dates;

	private StaffId doctor;

	@BeforeEach
	void send() {
		this.patient.sends(this.visitor, aRequest());
		this.doctor = new StaffId(this.accounts.save(StaffMother.aMember(Role.DOCTOR)).getId());
	}

	@Test
	void theLinkAloneSaysHowManyTimesAreProposedAndNoMore() {
		propose(Visit.VIDEO);
		assertThat(this.patient.opens("").body()).contains("2 horaires vous sont proposés")
			.doesNotContain("??", "Anne O’Brien", said(this.first));
		Page door = this.patient.opens("/rendez-vous");
		assertThat(door.status()).isEqualTo(302);
		assertThat(door.location()).endsWith("/code?vers=rendez-vous");
	}

	@Test
	void thePatientAcceptsATimeAndTakesItIntoACalendar() {
		propose(Visit.ON_SITE);
		this.patient.showsACode();
		String page = this.patient.opens("/rendez-vous").body();
		assertThat(page)
			.contains(said(this.first), said(this.second), "heure de Paris", "Avec Anne O’Brien",
					"12 rue des Tilleuls, 75014 Paris", "Je demande d’autres horaires")
			.doesNotContain("??");
		Page answer = answer(offers(page).get(1), "");
		assertThat(answer.status()).isEqualTo(302);
		assertThat(this.patient.follows(answer).body())
			.contains("role=\"status\"", "Votre rendez-vous est fixé", said(this.second), "Ajouter à mon agenda")
			.doesNotContain("??", said(this.first));
		assertThat(this.patient.mails()).contains("appointment-answered to CLINIC", "appointment-booked to PATIENT");
		Page calendar = this.patient.opens("/rendez-vous/rendez-vous.ics");
		assertThat(calendar.header("Content-Type")).startsWith("text/calendar");
		assertThat(calendar.body()).contains("UID:" + latest().getId(), "SUMMARY:Rendez-vous")
			.doesNotContain("Anne", "Tilleuls");
		assertThat(this.patient.opens("").body()).contains("Votre rendez-vous est fixé", said(this.second));
	}

	@Test
	void thePatientAsksForOthersInAFewWords() {
		propose(Visit.ON_SITE);
		this.patient.showsACode().opens("/rendez-vous");
		assertThat(this.patient.follows(answer("OTHERS", "plutôt le mardi")).body()).contains("d’autres horaires");
		assertThat(latest().getState()).isEqualTo(State.OTHERS_WANTED);
		assertThat(latest().waitsForClinic()).isTrue();
		assertThat(this.patient.mails()).contains("appointment-answered to CLINIC");
	}

	@Test
	void thePatientMayWantNone() {
		propose(Visit.ON_SITE);
		this.patient.showsACode().opens("/rendez-vous");
		answer("NONE", "");
		assertThat(latest().getState()).isEqualTo(State.REFUSED);
	}

	@Test
	void whatIsMissingOrTooLongIsExplainedAndKept() {
		propose(Visit.ON_SITE);
		this.patient.showsACode().opens("/rendez-vous");
		Page page = answer("", "plutôt le mardi");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.body()).contains("Choisissez un horaire", "plutôt le mardi", "href=\"#time\"", "id=\"time\"")
			.doesNotContain("??");
		Page tooLong = answer("OTHERS", "é".repeat(1001));
		assertThat(tooLong.status()).isEqualTo(422);
		assertThat(tooLong.body()).contains("Enlevez un signe", "é".repeat(1001))
			.containsPattern("OTHERS\"[^>]*checked");
		assertThat(latest().getState()).isEqualTo(State.PROPOSED);
	}

	@Test
	void whoComesSecondIsToldAndKeepsTheirWords() {
		Appointment proposed = propose(Visit.ON_SITE);
		this.patient.showsACode();
		String page = this.patient.opens("/rendez-vous").body();
		this.mother.cancel(proposed, this.doctor, Instant.now());
		Page late = this.patient.posts("/rendez-vous", "seen", Seen.of(proposed).value(), "time", offers(page).get(0),
				"words", "merci beaucoup");
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.body()).contains("a changé avant votre réponse", "ne sont plus réservés", "merci beaucoup")
			.doesNotContain("??");
	}

	@Test
	void aDoubleClickAnswersOnce() {
		Appointment proposed = propose(Visit.ON_SITE);
		this.patient.showsACode();
		String offer = offers(this.patient.opens("/rendez-vous").body()).get(0);
		for (int click = 0; click < 2; click++) {
			assertThat(this.patient.posts("/rendez-vous", "seen", Seen.of(proposed).value(), "time", offer).status())
				.isEqualTo(302);
		}
		assertThat(this.patient.mails()).filteredOn("appointment-booked to PATIENT"::equals).hasSize(1);
	}

	@Test
	void aProposalThatLapsedIsSaidKindlyWithWhatToDo() {
		this.mother.propose(this.patient.request(), this.doctor, Visit.ON_SITE, this.now.minus(Duration.ofDays(3)),
				this.first);
		this.patient.showsACode();
		assertThat(this.patient.opens("/rendez-vous").body())
			.contains("ne sont plus réservés. Ce n’est pas grave", "Je demande d’autres horaires")
			.doesNotContain("??", said(this.first));
		answer("OTHERS", "");
		assertThat(latest().getState()).isEqualTo(State.OTHERS_WANTED);
	}

	@Test
	void theAddressOfTheVideoIsShownBehindTheCodeOnly() {
		Appointment booked = this.mother.book(this.patient.request(), this.doctor, Visit.VIDEO, this.now, this.first);
		this.patient.showsACode();
		assertThat(this.patient.opens("/rendez-vous").body()).contains("s’affichera ici avant le rendez-vous");
		this.mother.meetAt(booked, "https://video.example/salle-7", this.doctor, this.now);
		assertThat(this.patient.opens("/rendez-vous").body()).contains("href=\"https://video.example/salle-7\"");
		assertThat(this.patient.opens("").body()).contains("Votre rendez-vous est fixé")
			.doesNotContain("video.example");
		this.patient.with(new Visitor(this.port));
		assertThat(this.patient.opens("/rendez-vous").status()).isEqualTo(302);
		assertThat(this.patient.opens("/rendez-vous/rendez-vous.ics").status()).isEqualTo(302);
	}

	@Test
	void theAddressOfTheVideoStaysUntilTheAppointmentIsOver() {
		Appointment booked = this.mother.book(this.patient.request(), this.doctor, Visit.VIDEO, this.now,
				this.now.minus(Duration.ofMinutes(1)));
		this.mother.meetAt(booked, "https://video.example/salle-7", this.doctor, this.now);
		this.patient.showsACode();
		assertThat(this.patient.opens("/rendez-vous").body()).contains("href=\"https://video.example/salle-7\"");
		this.mother.arrive(booked, this.doctor, this.now);
		assertThat(this.patient.opens("/rendez-vous").body()).contains("href=\"https://video.example/salle-7\"");
		assertThat(this.patient.opens("/rendez-vous/rendez-vous.ics").status()).isEqualTo(200);
	}

	@Test
	void whatIsOverIsInThePast() {
		Appointment booked = this.mother.book(this.patient.request(), this.doctor, Visit.VIDEO, this.now,
				this.now.minus(Duration.ofMinutes(31)));
		this.mother.meetAt(booked, "https://video.example/salle-7", this.doctor, this.now);
		this.patient.showsACode();
		assertThat(this.patient.opens("/rendez-vous").body()).contains("Votre rendez-vous était le")
			.doesNotContain("video.example");
	}

	@Test
	void aTimeOnADayOnWhichTheDoctorIsAwayAfterAllIsNotOffered() {
		propose(Visit.ON_SITE);
		LocalDate day = LocalDate.ofInstant(this.first, ZoneId.of("Europe/Paris"));
		this.absences.save(new Absence(this.doctor.value(), day, day));
		assertThat(this.patient.opens("").body()).contains("Un horaire vous est proposé");
		this.patient.showsACode();
		assertThat(this.patient.opens("/rendez-vous").body()).contains(said(this.second))
			.doesNotContain(said(this.first));
	}

	@Test
	void wordsToAnAcceptedTimeReachTheClinic() {
		propose(Visit.ON_SITE);
		this.patient.showsACode();
		answer(offers(this.patient.opens("/rendez-vous").body()).get(0), "mon fils sera là");
		assertThat(latest().getState()).isEqualTo(State.BOOKED);
		assertThat(this.patient.opens("/copie.json").body()).contains("mon fils sera là");
	}

	@Test
	void nothingIsAskedOrPromisedOnceTheRequestHasEnded() {
		this.mother.propose(this.patient.request(), this.doctor, Visit.ON_SITE, this.now.minus(Duration.ofDays(3)),
				this.first);
		this.mother.lapse();
		this.patient.showsACode().opens("/retrait");
		this.patient.posts("/retrait");
		assertThat(this.patient.opens("").body()).doesNotContain("Votre rendez-vous");
		assertThat(this.patient.opens("/rendez-vous").body()).contains("Aucun rendez-vous n’est prévu")
			.doesNotContain("d’autres horaires", "ne sont plus réservés", "??");
		Page late = answer("OTHERS", "plutôt le mardi");
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.body()).contains("plutôt le mardi").doesNotContain("??");
		assertThat(latest().getState()).isEqualTo(State.LAPSED);
	}

	@Test
	void aPatientWhoWithdrawsIsPromisedNothing() {
		propose(Visit.ON_SITE);
		this.patient.showsACode().opens("/retrait");
		this.patient.posts("/retrait");
		assertThat(latest().getState()).isEqualTo(State.CANCELLED);
		assertThat(this.patient.opens("/rendez-vous").body()).doesNotContain("Le secrétariat vous en dira plus");
	}

	@ParameterizedTest
	@ValueSource(strings = { "OTHERS", "NONE" })
	void aDoubleClickOnAnythingElseAnswersOnceToo(String choice) {
		Appointment proposed = propose(Visit.ON_SITE);
		this.patient.showsACode().opens("/rendez-vous");
		for (int click = 0; click < 2; click++) {
			assertThat(this.patient
				.posts("/rendez-vous", "seen", Seen.of(proposed).value(), "time", choice, "words", "merci")
				.status()).isEqualTo(302);
		}
		assertThat(this.patient
			.posts("/rendez-vous", "seen", Seen.of(proposed).value(), "time", choice, "words", "autre chose")
			.status()).as("other words are not said to be kept").isEqualTo(409);
		assertThat(this.patient.mails()).filteredOn("appointment-answered to CLINIC"::equals).hasSize(1);
	}

	@Test
	void theCopyOfTheDataHoldsWhatWasDone() {
		propose(Visit.ON_SITE);
		this.patient.showsACode().opens("/rendez-vous");
		answer("OTHERS", "plutôt le mardi");
		assertThat(this.patient.opens("/copie.json").body()).contains("APPOINTMENT_PROPOSED",
				this.first.toString().substring(0, 16), "APPOINTMENT_OTHERS_WANTED", "plutôt le mardi");
		assertThat(this.patient.opens("/copie.pdf").status()).isEqualTo(200);
	}

	@Test
	void theCopyOfTheDataHoldsHowAndWithWhomToo() throws IOException {
		Appointment booked = this.mother.book(this.patient.request(), this.doctor, Visit.VIDEO, this.now, this.first);
		this.mother.meetAt(booked, "https://video.example/salle-7", this.doctor, this.now);
		this.patient.showsACode();
		assertThat(this.patient.opens("/copie.json").body()).contains("\"VIDEO\"", "\"Anne O’Brien\"", "\"ends\"",
				"https://video.example/salle-7");
		try (PDDocument document = Loader.loadPDF(this.patient.opens("/copie.pdf").bytes())) {
			assertThat(new PDFTextStripper().getText(document)).contains(
					"En vidéo, depuis chez vous, avec Anne O’Brien", "30 minutes", "https://video.example/salle-7");
		}
	}

	@Test
	void whoAsksForErasureIsToldThatTheAppointmentFallsAndHasItTakenOutOfTheCalendar() {
		this.mother.book(this.patient.request(), this.doctor, Visit.ON_SITE, this.now, this.first);
		this.patient.showsACode();
		assertThat(this.patient.opens("/effacement").body()).contains("sont annulés tout de suite");
		this.patient.posts("/effacement");
		assertThat(latest().getState()).isEqualTo(State.CANCELLED);
		assertThat(this.patient.mails()).contains("appointment-cancelled to PATIENT");
		this.patient.posts("/effacement/annuler");
		assertThat(this.patient.opens("/effacement").body()).doesNotContain("sont annulés tout de suite");
	}

	@Test
	void nothingIsSaidWhereNothingWasProposed() {
		assertThat(this.patient.opens("").body()).doesNotContain("Votre rendez-vous");
		this.patient.showsACode();
		assertThat(this.patient.opens("/rendez-vous").body()).contains("Aucun rendez-vous pour le moment.");
		assertThat(this.patient.opens("/rendez-vous/rendez-vous.ics").status()).isEqualTo(404);
		assertThat(answer("OTHERS", "").status()).isEqualTo(409);
	}

	private Appointment propose(Visit visit) {
		return this.mother.propose(this.patient.request(), this.doctor, visit, this.now, this.first, this.second);
	}

	private Page answer(String time, String words) {
		String seen = this.appointments.findLatest(this.patient.request().getId())
			.map(Seen::of)
			.map(Seen::value)
			.orElse("");
		return this.patient.posts("/rendez-vous", "seen", seen, "time", time, "words", words, "action", "answer");
	}

	private Appointment latest() {
		return this.appointments.findLatest(this.patient.request().getId()).orElseThrow();
	}

	private String said(Instant time) {
		return this.dates.appointment(time, Locale.FRENCH);
	}

	private static List<String> offers(String page) {
		List<String> offers = new ArrayList<>();
		Matcher offer = OFFER.matcher(page);
		while (offer.find()) {
			offers.add(offer.group(1));
		}
		return offers;
	}

}
