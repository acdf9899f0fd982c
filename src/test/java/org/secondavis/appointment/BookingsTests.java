package org.secondavis.appointment;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.secondavis.Together;
import org.secondavis.appointment.Appointment.State;
import org.secondavis.clinic.ClosedPeriod;
import org.secondavis.clinic.ClosedPeriods;
import org.secondavis.doctor.Absence;
import org.secondavis.doctor.Absences;
import org.secondavis.encryption.Vault;
import org.secondavis.request.ClosingReason;
import org.secondavis.request.Decision;
import org.secondavis.request.Farewell;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.StaffId;
import org.secondavis.request.Told;
import org.secondavis.retention.Erasures;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffMember;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.secondavis.appointment.Practice.MONDAY;
import static org.secondavis.appointment.Practice.meeting;
import static org.secondavis.appointment.Practice.monday;
import static org.secondavis.request.RequestMother.aRequest;

@AppointmentTest
class BookingsTests {

	@Autowired
	private Practice practice;

	@Autowired
	private Bookings bookings;

	@Autowired
	private AppointmentAnswers answers;

	@Autowired
	private Slots slots;

	@Autowired
	private PassingTime passingTime;

	@Autowired
	private Absences absences;

	@Autowired
	private ClosedPeriods periods;

	@Autowired
	private Requests requests;

	@Autowired
	private Erasures erasures;

	@Autowired
	private Vault vault;

	@Autowired
	private SetClock clock;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	private StaffMember doctor;

	private StaffMember paul;

	private SecondOpinionRequest one;

	private SecondOpinionRequest other;

	@BeforeEach
	void open() {
		this.practice.open();
		this.doctor = this.practice.employ("Anne Martin", Role.DOCTOR);
		this.paul = this.practice.employ("Paul Petit", Role.SECRETARIAT);
		this.practice.keepsMondays(this.doctor);
		this.one = this.practice.receive(aRequest());
		this.other = this.practice.receive(aRequest().of("Ali", "Benali"));
	}

	@Test
	void whatIsHeldOrBookedIsNotFreeAnyMore() {
		assertThat(free()).hasSize(6);
		this.practice.propose(this.one, this.doctor, this.paul, monday("09:00"), monday("10:00"));
		this.practice.book(this.other, this.doctor, this.paul, monday("11:00"));
		assertThat(free()).containsExactly(monday("09:30"), monday("10:30"), monday("11:30"));
	}

	@Test
	void aDoctorWhoIsAwayHasNoFreeTimes() {
		this.absences.save(new Absence(this.doctor.id(), MONDAY, MONDAY.plusDays(4)));
		assertThat(free()).isEmpty();
	}

	@Test
	void onSaturdaysToo() {
		LocalDate saturday = LocalDate.of(2027, 4, 24);
		LocalDate labourDay = LocalDate.of(2027, 5, 1);
		this.practice.keeps(DayOfWeek.SATURDAY, this.doctor);
		assertThat(freeOn(saturday)).hasSize(6);
		assertThat(freeOn(labourDay)).as("a public holiday").isEmpty();
		ClosedPeriod closed = this.periods.save(new ClosedPeriod(saturday.minusDays(2), saturday, "Congés"));
		try {
			assertThat(freeOn(saturday)).as("a day on which the clinic is closed").isEmpty();
		}
		finally {
			this.periods.delete(closed);
		}
	}

	@Test
	void aTimeIsNotTakenWhereAnAbsenceWasNotedSince() {
		Appointment proposed = this.practice.propose(this.one, this.doctor, this.paul, monday("09:00"));
		this.absences.save(new Absence(this.doctor.id(), MONDAY, MONDAY));
		assertThatExceptionOfType(AppointmentOvertakenException.class).isThrownBy(() -> accept(this.one, proposed, 0));
		assertThat(this.practice.latest(this.one).getState()).isEqualTo(State.PROPOSED);
	}

	@Test
	void timesAreHeldUntilTheEveningOfTheSecondWorkingDay() {
		assertThat(this.practice.propose(this.one, this.doctor, this.paul, monday("09:00")).getHeldUntil())
			.isEqualTo("2026-11-25T17:00:00Z");
		Span tomorrow = Span.of(Instant.parse("2026-11-24T10:00:00Z"), 30);
		assertThat(this.practice.propose(this.other, this.doctor, this.paul, tomorrow).getHeldUntil())
			.as("not beyond their beginning")
			.isEqualTo(tomorrow.begins());
	}

	@Test
	void heldTimesThatLapsedAreFreeAtOnce() {
		this.practice.propose(this.one, this.doctor, this.paul, monday("09:00"), monday("10:00"));
		this.clock.set("2026-11-25T17:00:00Z");
		assertThat(free()).hasSize(6);
		this.practice.book(this.other, this.doctor, this.paul, monday("09:00"));
		assertThat(this.practice.latest(this.one).getState()).isEqualTo(State.LAPSED);
		assertThat(this.practice.taken()).hasSize(1);
	}

	@Test
	void heldTimesThatLapsedAreReleasedEachHour() {
		this.practice.propose(this.one, this.doctor, this.paul, monday("09:00"), monday("10:00"));
		this.passingTime.lapse();
		assertThat(this.practice.taken()).hasSize(2);
		this.clock.set("2026-11-25T17:00:00Z");
		this.passingTime.lapse();
		assertThat(this.practice.taken()).isEmpty();
		assertThat(this.practice.latest(this.one).getActs()).extracting(AppointmentAct::getAct)
			.containsExactly(Act.PROPOSED, Act.LAPSED);
	}

	@Test
	void thePatientTakesOneTimeAndTheOthersAreFree() {
		Appointment proposed = this.practice.propose(this.one, this.doctor, this.paul, monday("09:00"), monday("10:00"),
				monday("11:00"));
		accept(this.one, proposed, 1);
		assertThat(this.practice.taken()).hasSize(1);
		Appointment booked = this.practice.latest(this.one);
		assertThat(booked.getState()).isEqualTo(State.BOOKED);
		assertThat(booked.span()).contains(monday("10:00"));
		assertThat(booked.waitsForClinic()).isTrue();
		accept(this.one, proposed, 1); // a double click
		assertThatExceptionOfType(AppointmentOvertakenException.class).isThrownBy(() -> accept(this.one, proposed, 2));
	}

	@Test
	void whoAnswersTooLateGetsNothing() {
		Appointment proposed = this.practice.propose(this.one, this.doctor, this.paul, monday("09:00"));
		UUID time = offer(proposed, 0);
		this.clock.set("2026-11-25T17:00:00Z");
		assertThatExceptionOfType(AppointmentOvertakenException.class).isThrownBy(
				() -> this.answers.accept(this.one.getReference(), this.one.getId(), Seen.of(proposed), time, ""));
		this.practice.answer(this.one, proposed, "plutôt le soir");
		assertThat(this.practice.latest(this.one).getState()).isEqualTo(State.OTHERS_WANTED);
	}

	@Test
	void wordsOfAnAnswerAreSealed() {
		Appointment proposed = this.practice.propose(this.one, this.doctor, this.paul, monday("09:00"));
		this.answers.refuse(this.one.getReference(), this.one.getId(), Seen.of(proposed), "je me soigne ailleurs");
		AppointmentAct answer = this.practice.latest(this.one).getActs().get(1);
		assertThat(answer.words(this.vault)).isEqualTo("je me soigne ailleurs");
		assertThat(answer.getAuthor()).isNull();
		assertThat(this.jdbc
			.sql("select count(*) from appointment_act where position('soigne' in encode(words, 'escape')) > 0")
			.query(Long.class)
			.single()).isZero();
		assertThat(this.practice.taken()).isEmpty();
	}

	@Test
	void aNewProposalTakesTheFormerBackAndMayOfferTheSameTimes() {
		this.practice.propose(this.one, this.doctor, this.paul, monday("09:00"), monday("10:00"));
		this.practice.propose(this.one, this.doctor, this.paul, monday("10:00"), monday("11:00"));
		assertThat(this.practice.taken()).hasSize(2);
		this.practice.book(this.one, this.doctor, this.paul, monday("10:00"));
		assertThat(this.practice.taken()).hasSize(1);
	}

	@Test
	void anAppointmentMovesIntoItsOwnTimeButNotIntoAnother() {
		this.practice.book(this.one, this.doctor, this.paul, monday("09:00"));
		this.practice.book(this.other, this.doctor, this.paul, monday("11:00"));
		move(this.one, monday("09:15"));
		assertThat(this.practice.latest(this.one).span()).contains(monday("09:15"));
		assertThat(this.practice.latest(this.one).getSequence()).isEqualTo(1);
		assertThatExceptionOfType(TimeTakenException.class).isThrownBy(() -> move(this.one, monday("10:45")));
		assertThat(this.practice.latest(this.one).span()).contains(monday("09:15"));
		assertThat(this.practice.taken()).hasSize(2);
	}

	@Test
	void aTimeThatIsGivenUpIsFree() {
		Appointment booked = this.practice.book(this.one, this.doctor, this.paul, monday("09:00"));
		act(this.one, booked, Appointment::cancel);
		assertThat(this.practice.latest(this.one).span()).as("for the calendars").contains(monday("09:00"));
		this.practice.book(this.other, this.doctor, this.paul, monday("09:00"));
		assertThat(this.practice.taken()).hasSize(1);
	}

	@Test
	void aPatientCameOrDidNotOnceItHasBegun() {
		Appointment booked = this.practice.book(this.one, this.doctor, this.paul, monday("09:00"));
		assertThatExceptionOfType(AppointmentOvertakenException.class)
			.isThrownBy(() -> act(this.one, booked, Appointment::miss));
		this.clock.set("2026-11-30T08:20:00Z");
		act(this.one, booked, Appointment::miss);
		Appointment missed = this.practice.latest(this.one);
		act(this.one, missed, Appointment::arrive);
		assertThat(this.practice.latest(this.one).getState()).isEqualTo(State.ARRIVED);
		assertThat(this.practice.taken()).as("the time was used").hasSize(1);
	}

	@Test
	void theDatabaseItselfLetsNoTwoTimesOfADoctorOverlap() {
		this.practice.book(this.one, this.doctor, this.paul, monday("09:00"));
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.jdbc.sql("""
				insert into appointment_time (id, version, appointment_id, doctor_id, state, begins, ends)
				select gen_random_uuid(), 0, appointment_id, doctor_id, 'HELD', begins + interval '29 minutes',
				    ends + interval '29 minutes' from appointment_time""").update());
	}

	@RepeatedTest(5)
	void ofTwoSecretariesWhoTakeTheSameTimeOneGetsIt() throws Exception {
		List<Object> outcomes = atOnce(() -> this.practice.book(this.one, this.doctor, this.paul, monday("09:00")),
				() -> this.practice.propose(this.other, this.doctor, this.paul, monday("08:45"), monday("11:00")));
		assertThat(outcomes).filteredOn(TimeTakenException.class::isInstance).hasSize(1);
		assertThat(outcomes).filteredOn("won"::equals).hasSize(1);
	}

	@RepeatedTest(5)
	void ofTwoSecretariesAtOneRequestOneActs() throws Exception {
		List<Object> outcomes = atOnce(
				() -> this.bookings.book(this.one.getReference(), Practice.NOTHING, meeting(this.doctor),
						monday("09:00"), new StaffId(this.paul.id())),
				() -> this.bookings.propose(this.one.getReference(), Practice.NOTHING, meeting(this.doctor),
						List.of(monday("10:00")), new StaffId(this.doctor.id())));
		assertThat(outcomes).filteredOn(AppointmentOvertakenException.class::isInstance).hasSize(1);
		assertThat(this.practice.taken()).hasSize(1);
	}

	@RepeatedTest(5)
	void ofAPatientWhoAcceptsAndASecretaryWhoTakesTheTimeThatLapsesOneGetsIt() throws Exception {
		Appointment proposed = this.practice.propose(this.one, this.doctor, this.paul, monday("09:00"));
		UUID time = offer(proposed, 0);
		Instant justInTime = this.clock.instant();
		this.clock.set("2026-11-25T17:00:00Z");
		List<Object> outcomes = atOnce(
				() -> this.bookings.act(this.one.getReference(), Seen.of(proposed),
						(appointment, now) -> appointment.accept(time, "", this.vault, null, justInTime)),
				() -> this.practice.book(this.other, this.doctor, this.paul, monday("09:00")));
		assertThat(outcomes).filteredOn("won"::equals).hasSize(1);
		assertThat(outcomes).filteredOn((outcome) -> outcome instanceof TimeTakenException
				|| outcome instanceof AppointmentOvertakenException || outcome instanceof ConcurrencyFailureException)
			.hasSize(1);
		assertThat(this.practice.taken()).hasSize(1);
	}

	@RepeatedTest(5)
	void twoSecretariesWhoEachGiveUpWhatTheOtherTakesDoNotWaitForEachOther() throws Exception {
		StaffMember colleague = this.practice.employ("Lise Roy", Role.DOCTOR);
		this.practice.propose(this.one, this.doctor, this.paul, monday("09:00"));
		this.practice.propose(this.other, colleague, this.paul, monday("09:00"));
		this.clock.set("2026-11-25T17:00:00Z");
		List<Object> outcomes = atOnce(() -> this.practice.propose(this.one, colleague, this.paul, monday("09:00")),
				() -> this.practice.propose(this.other, this.doctor, this.paul, monday("09:00")));
		assertThat(outcomes).contains("won").noneMatch(PessimisticLockingFailureException.class::isInstance);
	}

	@RepeatedTest(3)
	void aTimeThatIsHeldForAPatientIsNotTakenWhileThePatientAccepts() throws Exception {
		Appointment proposed = this.practice.propose(this.one, this.doctor, this.paul, monday("09:00"));
		List<Object> outcomes = atOnce(() -> accept(this.one, proposed, 0),
				() -> this.practice.book(this.other, this.doctor, this.paul, monday("09:00")));
		assertThat(outcomes.get(0)).isEqualTo("won");
		assertThat(outcomes.get(1)).isInstanceOf(TimeTakenException.class);
	}

	@RepeatedTest(3)
	void ofAPatientWhoAcceptsAndASecretaryWhoTakesTheProposalBackOneActs() throws Exception {
		Appointment proposed = this.practice.propose(this.one, this.doctor, this.paul, monday("09:00"));
		List<Object> outcomes = atOnce(() -> accept(this.one, proposed, 0),
				() -> act(this.one, proposed, Appointment::cancel));
		assertThat(outcomes).filteredOn("won"::equals).hasSize(1);
		assertThat(outcomes).filteredOn(AppointmentOvertakenException.class::isInstance).hasSize(1);
	}

	@Test
	void theEndOfARequestCallsOffWhatIsToCome() {
		this.practice.propose(this.one, this.doctor, this.paul, monday("09:00"), monday("10:00"));
		this.practice.book(this.other, this.doctor, this.paul, monday("11:00"));
		change(this.one, (request) -> {
			request.withdraw(this.clock.instant());
			this.requests.save(request);
		});
		change(this.other, this::close);
		assertThat(this.practice.taken()).isEmpty();
		assertThat(this.practice.latest(this.one).getActs()).extracting(AppointmentAct::getAct).endsWith(Act.ENDED);
		assertThat(this.practice.latest(this.other).getState()).isEqualTo(State.CANCELLED);
	}

	@Test
	void nobodyAnswersForARequestThatHasEnded() {
		Appointment proposed = this.practice.propose(this.one, this.doctor, this.paul, monday("09:00"));
		this.clock.set("2026-11-25T17:00:00Z");
		this.passingTime.lapse();
		change(this.one, this::close);
		Appointment lapsed = this.practice.latest(this.one);
		assertThatExceptionOfType(AppointmentOvertakenException.class)
			.isThrownBy(() -> this.practice.answer(this.one, lapsed, ""));
		assertThatExceptionOfType(AppointmentOvertakenException.class).isThrownBy(
				() -> this.answers.refuse(this.one.getReference(), Seen.of(lapsed), "", new StaffId(this.paul.id())));
		assertThat(this.practice.latest(this.one).getState()).isEqualTo(State.LAPSED);
		assertThat(lapsed.getId()).isEqualTo(proposed.getId());
	}

	@Test
	void nothingIsFixedForARequestThatIsToBeErased() {
		this.practice.book(this.one, this.doctor, this.paul, monday("09:00"));
		change(this.one, (request) -> {
			request.askErasure(this.clock.instant().plusSeconds(86400), this.clock.instant());
			this.requests.save(request);
		});
		assertThat(this.practice.latest(this.one).getActs()).extracting(AppointmentAct::getAct).endsWith(Act.ENDED);
		assertThatExceptionOfType(AppointmentOvertakenException.class)
			.isThrownBy(() -> this.practice.book(this.one, this.doctor, this.paul, monday("10:00")));
		assertThat(this.practice.taken()).isEmpty();
	}

	@Test
	void whatHasTakenPlaceStaysWhenTheRequestEnds() {
		this.practice.book(this.one, this.doctor, this.paul, monday("09:00"));
		this.clock.set("2026-11-30T12:00:00Z");
		change(this.one, this::close);
		assertThat(this.practice.latest(this.one).getState()).isEqualTo(State.BOOKED);
	}

	@Test
	void anErasedRequestLeavesNothingAndItsTimesAreFree() {
		this.practice.propose(this.one, this.doctor, this.paul, monday("09:00"));
		change(this.one, this.erasures::erase);
		assertThat(this.jdbc.sql("""
				select (select count(*) from appointment) + (select count(*) from appointment_time)
				    + (select count(*) from appointment_act)""").query(Long.class).single()).isZero();
		assertThat(free()).hasSize(6);
	}

	private List<Span> free() {
		return freeOn(MONDAY);
	}

	private List<Span> freeOn(LocalDate day) {
		return this.slots.free(List.of(this.doctor.id()), Visit.ON_SITE, day, day)
			.getOrDefault(this.doctor.id(), Map.of())
			.getOrDefault(day, List.of());
	}

	private UUID offer(Appointment proposed, int number) {
		return proposed.offers(SetClock.MORNING).get(number).id();
	}

	private void accept(SecondOpinionRequest request, Appointment proposed, int number) {
		this.answers.accept(request.getReference(), request.getId(), Seen.of(proposed), offer(proposed, number), "");
	}

	private void move(SecondOpinionRequest request, Span to) {
		this.bookings.move(request.getReference(), this.practice.seen(request), meeting(this.doctor), to,
				new StaffId(this.paul.id()));
	}

	private void act(SecondOpinionRequest request, Appointment seen, StaffAct act) {
		this.bookings.act(request.getReference(), Seen.of(seen),
				(appointment, now) -> act.carryOut(appointment, new StaffId(this.paul.id()), now));
	}

	private void close(SecondOpinionRequest request) {
		request.close(ClosingReason.DONE, Farewell.by(Told.CALL),
				Decision.by(new StaffId(this.paul.id()), this.clock.instant()), this.vault);
		this.requests.save(request);
	}

	private void change(SecondOpinionRequest request, Consumer<SecondOpinionRequest> change) {
		this.transaction.executeWithoutResult((status) -> {
			SecondOpinionRequest found = this.requests.findById(request.getId()).orElseThrow();
			change.accept(found);
		});
	}

	/** What came of each: {@code won}, or why it failed. */
	private static List<Object> atOnce(Runnable one, Runnable other) {
		return Together.atOnce(() -> outcome(one), () -> outcome(other));
	}

	private static Object outcome(Runnable act) {
		try {
			act.run();
			return "won";
		}
		catch (RuntimeException ex) {
			return ex;
		}
	}

	private interface StaffAct {

		void carryOut(Appointment appointment, StaffId by, Instant now);

	}

}
