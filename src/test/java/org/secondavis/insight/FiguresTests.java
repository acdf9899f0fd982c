package org.secondavis.insight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.secondavis.HttpTest;
import org.secondavis.Visitor;
import org.secondavis.encryption.Vault;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccounts;
import org.secondavis.staff.StaffMother;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.secondavis.request.RequestMother.aRequest;

class FiguresTests extends HttpTest {

	private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

	/** A Monday and the Sunday two weeks later. */
	private static final Period PERIOD = new Period(LocalDate.of(2026, 3, 16), LocalDate.of(2026, 3, 29));

	private static final Instant MONDAY = Instant.parse("2026-03-16T09:00:00Z");

	@Autowired
	private Figures figures;

	@Autowired
	private Requests requests;

	@Autowired
	private Vault vault;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	@Autowired
	private StaffAccounts accounts;

	@BeforeEach
	void empty() {
		this.jdbc.sql("truncate second_opinion_request, outgoing_mail cascade").update();
		this.accounts.save(StaffMother.aMember(Role.DOCTOR));
	}

	@Test
	void aWeekBeginsOnMondayWhereTheClinicIsAndAnEmptyOneIsShownToo() {
		receive("2026-03-15T22:59:00Z");
		receive("2026-03-15T23:00:00Z");
		receive("2026-03-22T22:59:00Z");
		receive("2026-03-29T22:30:00Z");
		assertThat(this.figures.of(PERIOD).of("WEEK")).extracting(Count::item, Count::number)
			.containsExactly(tuple("2026-03-16", 2L), tuple("2026-03-23", 0L));
		assertThat(this.figures.of(PERIOD).received()).isEqualTo(2);
	}

	@Test
	void whatARobotMayHaveSentIsNotCounted() {
		change(receive(MONDAY), "status = 'SUSPECT'");
		Board board = this.figures.of(PERIOD);
		assertThat(board.received()).isZero();
		assertThat(board.of("SITE")).isEmpty();
		assertThat(board.total("WAITING")).isZero();
	}

	@Test
	void halfWaitedNoLongerThanTheMedianAndNineOfTenNoLongerThanTheNinth() {
		for (int day = 1; day <= 11; day++) {
			change(receive(MONDAY), "first_read_at = submitted_at + interval '%d days'".formatted(day));
		}
		receive(MONDAY);
		Delay reading = this.figures.of(PERIOD).delays().get(0);
		assertThat(reading.step()).isEqualTo("FIRST_READING");
		assertThat(reading.reached()).isEqualTo(11);
		assertThat(reading.median()).isCloseTo(6.0, within(0.001));
		assertThat(reading.ninth()).isCloseTo(10.0, within(0.001));
	}

	@Test
	void whatHasNotHappenedTakesNoTime() {
		receive(MONDAY);
		assertThat(this.figures.of(PERIOD).delays()).extracting(Delay::step, Delay::reached, Delay::median)
			.containsExactly(tuple("FIRST_READING", 0L, null), tuple("APPOINTMENT", 0L, null),
					tuple("OPINION", 0L, null));
	}

	@Test
	void whatBecameOfRequestsIsSaidByTheirEnd() {
		receive(MONDAY);
		delivered(receive(MONDAY), "CONFIRMED");
		delivered(receive(MONDAY), "REVISED");
		change(receive(MONDAY), "status = 'REFERRED'");
		closed(receive(MONDAY), "NO_ANSWER");
		Board board = this.figures.of(PERIOD);
		assertThat(board.of("OUTCOME")).extracting(Count::item)
			.containsExactlyInAnyOrder("OPEN", "CONFIRMED", "REVISED", "REFERRED", "CLOSED_NO_ANSWER");
		assertThat(board.share(board.of("OUTCOME").get(0))).isEqualTo(20);
		assertThat(board.delays().get(2).median()).isCloseTo(10.0, within(0.001));
	}

	@Test
	void whoAsksAndWhoMissesAnAppointmentIsCounted() {
		UUID helped = this.requests.save(aRequest().byHelper().submittedAt(MONDAY).submit(this.vault)).getId();
		appointment(helped, "ARRIVED", MONDAY.plus(Duration.ofDays(4)));
		appointment(receive(MONDAY), "MISSED", MONDAY.plus(Duration.ofDays(5)));
		appointment(receive(MONDAY), "BOOKED", MONDAY.plus(Duration.ofDays(6)));
		appointment(receive(MONDAY), "MISSED", MONDAY.plus(Duration.ofDays(40)));
		Board board = this.figures.of(PERIOD);
		assertThat(board.of("SENDER")).extracting(Count::item, Count::number)
			.containsExactly(tuple("PATIENT", 3L), tuple("CHILD", 1L));
		assertThat(board.of("APPOINTMENT")).extracting(Count::item)
			.containsExactlyInAnyOrder("ARRIVED", "MISSED", "BOOKED");
		assertThat(board.delays().get(1)).satisfies((delay) -> {
			assertThat(delay.reached()).isEqualTo(2);
			assertThat(delay.median()).isCloseTo(5.0, within(0.001));
		});
	}

	@Test
	void whoWaitsNowIsCountedWhenEverTheyCame() {
		receive(this.clock.instant().minus(Duration.ofDays(5)));
		receive(this.clock.instant().minus(Duration.ofDays(60)));
		assertThat(this.figures.of(PERIOD).of("WAITING")).extracting(Count::item, Count::number)
			.containsExactly(tuple("DAYS_3", 0L), tuple("DAYS_8", 1L), tuple("DAYS_15", 0L), tuple("DAYS_31", 0L),
					tuple("LONGER", 1L));
	}

	@ParameterizedTest
	@CsvSource({ "2026-03-16, 2026-03-29, true", "2026-03-16, 2026-03-16, true", "2026-03-17, 2026-03-16, false",
			"x, 2026-03-16, false", "'', 2026-03-16, false", "2020-01-01, 2026-03-16, false",
			"+999999999-01-01, +999999999-01-02, false" })
	void aPeriodHasTwoDaysInTheirOrder(String first, String last, boolean sensible) {
		assertThat(Period.of(first, last).isPresent()).isEqualTo(sensible);
	}

	@Test
	void everythingThatCanBeCountedHasItsWords() {
		fill();
		signIn(Role.SECRETARIAT);
		for (String language : List.of("fr", "en")) {
			assertThat(this.visitor.get("/admin/tableau?du=2026-03-16&au=2026-03-29&lang=" + language).body())
				.contains("data-of=\"table-SITE\"")
				.doesNotContain("??", "null");
		}
	}

	/** Requests are erased sooner than the longest period is over. */
	@Test
	void thePageSaysThatWhatIsErasedIsNotCounted() {
		signIn(Role.SECRETARIAT);
		assertThat(this.visitor.get("/admin/tableau").body()).contains("effacées ne sont plus comptées");
		assertThat(this.visitor.get("/admin/tableau?lang=en").body()).contains("erased are no longer counted");
	}

	@Test
	void datesThatMakeNoSenseAreKeptAndExplained() {
		signIn(Role.ADMIN);
		Visitor.Page page = this.visitor.get("/admin/tableau?du=2026-03-29&au=hier");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.body()).contains("Nous ne comprenons pas ces dates", "value=\"hier\"");
		Visitor.Page file = this.visitor.get("/admin/tableau.csv?du=2026-03-29&au=hier+soir");
		assertThat(file.status()).isEqualTo(302);
		assertThat(file.header("Location")).endsWith("/admin/tableau?du=2026-03-29&au=hier%20soir");
	}

	@Test
	void aSpreadsheetReadsThem() {
		fill();
		signIn(Role.DOCTOR);
		Visitor.Page page = this.visitor.get("/admin/tableau.csv?du=2026-03-16&au=2026-03-29");
		assertThat(page.header("Content-Type")).startsWith("text/csv");
		assertThat(page.header("Content-Disposition")).contains("2026-03-16_2026-03-29.csv");
		assertThat(page.body()).startsWith("\uFEFFPériode;16/03/2026;29/03/2026\r\n")
			.contains("\"Première lecture\";Médiane;\"1,5\"", "Localisations;Sein;")
			.doesNotContain("??");
	}

	private void fill() {
		change(receive(MONDAY), "first_read_at = submitted_at + interval '36 hours'");
		delivered(receive(MONDAY), "NOT_CONCLUDED");
		delivered(receive(MONDAY), "COMPLETED");
		for (String reason : List.of("OUT_OF_SCOPE", "WITHDRAWN", "NO_ANSWER", "TREATED_ELSEWHERE", "DONE", "OTHER")) {
			closed(receive(MONDAY), reason);
		}
		for (String status : List.of("REFERRED", "DUPLICATE")) {
			change(receive(MONDAY), "status = '%s'".formatted(status));
		}
		for (String state : List.of("BOOKED", "ARRIVED", "MISSED", "CANCELLED")) {
			appointment(receive(MONDAY), state, MONDAY.plus(Duration.ofDays(2)));
		}
		for (String status : List.of("QUEUED", "SENT", "GIVEN_UP")) {
			this.jdbc.sql("""
					insert into outgoing_mail (id, version, template, recipient, status, queued_at, due)
					values (gen_random_uuid(), 0, 'submitted', 'CLINIC', :status, '2026-03-17', '2026-03-17')""")
				.param("status", status)
				.update();
		}
	}

	private void signIn(Role role) {
		this.visitor.signIn(this.accounts.save(StaffMother.aMember(role)).getEmail(), StaffMother.PASSWORD);
	}

	private UUID receive(String at) {
		return receive(Instant.parse(at));
	}

	private UUID receive(Instant at) {
		SecondOpinionRequest request = this.requests.save(aRequest().submittedAt(at).submit(this.vault));
		return request.getId();
	}

	private void change(UUID request, String set) {
		this.jdbc.sql("alter table second_opinion_request disable trigger user").update();
		this.jdbc.sql("update second_opinion_request set " + set + " where id = :id").param("id", request).update();
		this.jdbc.sql("alter table second_opinion_request enable trigger user").update();
	}

	private void closed(UUID request, String reason) {
		change(request, "status = 'CLOSED'");
		this.jdbc.sql("""
				insert into request_change (id, version, request_id, move, detail, at)
				values (gen_random_uuid(), 0, :id, 'CLOSE', :reason, now())""")
			.param("id", request)
			.param("reason", reason)
			.update();
	}

	private void delivered(UUID request, String outcome) {
		change(request, "status = 'DELIVERED'");
		this.jdbc.sql("""
				insert into rcp (id, version, request_id, state, day, roles, advice, noted_by, noted_at)
				values (gen_random_uuid(), 0, :id, 'HELD', '2026-03-20', '{SURGEON,PATHOLOGIST,RADIOLOGIST}', 'x',
				    (select id from staff_account limit 1), now())""").param("id", request).update();
		this.jdbc
			.sql("""
					insert into opinion (id, version, request_id, first_rcp, outcome, changes_plan, words, edited_by, edited_at,
					    proof_read_by, proof_read_at, signed_by, signed_at, delivered_by, delivered_at, way)
					select gen_random_uuid(), 0, :id, 'NONE', :outcome, true, 'x', a.id, d.at, a.id, d.at, a.id, d.at, a.id, d.at, 'ONLINE'
					from (select id from staff_account limit 1) a, (select timestamptz '2026-03-26 09:00Z' as at) d""")
			.param("id", request)
			.param("outcome", outcome)
			.update();
	}

	private void appointment(UUID request, String state, Instant begins) {
		this.jdbc
			.sql("""
					insert into appointment (id, version, request_id, doctor_id, visit, state, created_at, begins, ends, sequence)
					values (gen_random_uuid(), 0, :id, (select id from staff_account limit 1), 'ON_SITE', :state, now(), :begins,
					    :begins + interval '30 minutes', 0)""")
			.param("id", request)
			.param("state", state)
			.param("begins", begins.atZone(PARIS).toOffsetDateTime())
			.update();
	}

}
