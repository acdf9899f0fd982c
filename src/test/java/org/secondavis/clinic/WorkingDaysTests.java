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

	private static WorkingDays workingDays(Instant now) {
		Clinic clinic = new Clinic("Clinique", "01 23 45 67 89", "a@b.example", "rue", "9 h", ZoneId.of("Europe/Paris"),
				5, "0 €", List.of(), null, null, null, Map.of());
		return new WorkingDays(clinic, Clock.fixed(now, ZoneId.of("UTC")));
	}

}
