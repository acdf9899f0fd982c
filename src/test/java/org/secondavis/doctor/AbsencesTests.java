package org.secondavis.doctor;

import java.time.LocalDate;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.secondavis.ApplicationTest;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccounts;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.secondavis.staff.StaffMother.aMember;

@ApplicationTest
class AbsencesTests {

	private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

	@Autowired
	private Absences absences;

	@Autowired
	private StaffAccounts accounts;

	@Test
	void whoIsAwayOnAnyOfTheDaysIsFound() {
		UUID doctor = this.accounts.save(aMember(Role.DOCTOR)).getId();
		Absence absence = this.absences.save(new Absence(doctor, MONDAY, MONDAY.plusDays(4)));
		assertThat(foundBetween(MONDAY.plusDays(4), MONDAY.plusDays(9), absence)).as("the last day").isTrue();
		assertThat(foundBetween(MONDAY.minusDays(9), MONDAY, absence)).as("the first day").isTrue();
		assertThat(foundBetween(MONDAY.minusDays(9), MONDAY.plusDays(9), absence)).as("all days").isTrue();
		assertThat(foundBetween(MONDAY.plusDays(5), MONDAY.plusDays(9), absence)).as("later days").isFalse();
		assertThat(foundBetween(MONDAY.minusDays(9), MONDAY.minusDays(1), absence)).as("earlier days").isFalse();
		assertThat(absence.includes(MONDAY.plusDays(4))).isTrue();
		assertThat(absence.includes(MONDAY.plusDays(5))).isFalse();
	}

	@Test
	void noAbsenceEndsBeforeItBegins() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Absence(UUID.randomUUID(), MONDAY, MONDAY.minusDays(1)));
	}

	private boolean foundBetween(LocalDate first, LocalDate last, Absence absence) {
		return this.absences.between(first, last)
			.stream()
			.anyMatch((found) -> found.getDoctorId().equals(absence.getDoctorId()));
	}

}
