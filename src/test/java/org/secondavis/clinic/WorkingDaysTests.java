package org.secondavis.clinic;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WorkingDaysTests {

	@ParameterizedTest
	@CsvSource({ "2026-11-23T09:00:00Z, 2026-11-23T16:00:00Z, 0", // the same Monday
			"2026-11-20T16:00:00Z, 2026-11-23T08:00:00Z, 1", // over a weekend
			"2026-11-21T16:00:00Z, 2026-11-22T08:00:00Z, 0", // within a weekend
			"2026-11-10T09:00:00Z, 2026-11-12T09:00:00Z, 1", // over Armistice Day
			"2026-12-24T09:00:00Z, 2026-12-28T09:00:00Z, 1", // over Christmas
			"2027-03-26T09:00:00Z, 2027-03-30T09:00:00Z, 1", // over Easter Monday
			"2026-11-22T23:30:00Z, 2026-11-23T08:00:00Z, 0", // Monday already in Paris
			"2026-11-24T09:00:00Z, 2026-11-23T08:00:00Z, 0" }) // a clock that went back
	void countsTheDaysOnWhichTheClinicWorked(Instant then, Instant now, int days) {
		assertThat(workingDays(now).since(then)).isEqualTo(days);
	}

	@Test
	void findsTheDayThatLiesSoManyWorkingDaysAhead() {
		WorkingDays days = workingDays(Instant.parse("2026-12-23T09:00:00Z"));
		assertThat(days.after(Instant.parse("2026-12-23T09:00:00Z"), 5)).isEqualTo(LocalDate.of(2026, 12, 31));
		assertThat(days.after(Instant.parse("2026-12-23T09:00:00Z"), 0)).isEqualTo(LocalDate.of(2026, 12, 23));
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-23T09:00:00Z", "2026-11-22T09:00:00Z", "2026-12-27T23:30:00Z", "2027-03-30T09:00:00Z" })
	void tellsSinceWhenSoManyWorkingDaysHavePassed(Instant now) {
		WorkingDays days = workingDays(now);
		for (int count = 0; count < 10; count++) {
			assertThat(days.since(days.ago(count))).isEqualTo(count);
			assertThat(days.since(days.ago(count).minusMillis(1))).isEqualTo(count + 1);
		}
	}

	@Test
	void knowsOnWhichDaysTheClinicWorks() {
		WorkingDays days = workingDays(Instant.EPOCH, LocalDate.of(2026, 11, 27)::equals);
		assertThat(days.isOpen(LocalDate.of(2026, 11, 26))).isTrue();
		assertThat(days.isOpen(LocalDate.of(2026, 11, 27))).as("a closed day").isFalse();
		assertThat(days.isOpen(LocalDate.of(2026, 11, 28))).as("a Saturday").isFalse();
		assertThat(days.isOpen(LocalDate.of(2026, 12, 25))).as("a public holiday").isFalse();
	}

	@Test
	void aClosedDayIsNoWorkingDay() {
		Instant thursday = Instant.parse("2026-11-26T09:00:00Z");
		Instant monday = Instant.parse("2026-11-30T09:00:00Z");
		WorkingDays days = workingDays(monday, LocalDate.of(2026, 11, 27)::equals);
		assertThat(days.since(thursday)).isEqualTo(1);
		assertThat(days.after(thursday, 1)).isEqualTo(LocalDate.of(2026, 11, 30));
		assertThat(days.ago(1)).isEqualTo(Instant.parse("2026-11-25T23:00:00Z"));
	}

	private static WorkingDays workingDays(Instant now) {
		return workingDays(now, (day) -> false);
	}

	private static WorkingDays workingDays(Instant now, Closures closures) {
		Clinic clinic = new Clinic("Clinique", "01 23 45 67 89", "a@b.example", "rue", "9 h", ZoneId.of("Europe/Paris"),
				5, "0 €", List.of(), null, null, null, Map.of());
		return new WorkingDays(() -> clinic, closures, Clock.fixed(now, ZoneId.of("UTC")));
	}

}
