package org.secondavis.clinic;

import java.time.LocalDate;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.secondavis.ApplicationTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ApplicationTest
class KnownClosuresTests {

	private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

	@Autowired
	private ClosedPeriods periods;

	@Autowired
	private WorkingDays workingDays;

	@AfterEach
	void open() {
		this.periods.findAllByOrderByFirstDay().forEach(this.periods::delete);
	}

	@Test
	void aClosedDayCountsAtOnceWhereItWasEntered() {
		assertThat(this.workingDays.isOpen(FRIDAY)).isTrue();
		ClosedPeriod bridge = this.periods.save(new ClosedPeriod(FRIDAY, FRIDAY, "Pont"));
		assertThat(this.workingDays.isOpen(FRIDAY)).isFalse();
		assertThat(this.workingDays.isOpen(FRIDAY.minusDays(1))).isTrue();
		this.periods.delete(bridge);
		assertThat(this.workingDays.isOpen(FRIDAY)).isTrue();
	}

	@Test
	void anotherInstanceFollowsWhenItReadsAgain() {
		KnownClosures elsewhere = new KnownClosures(this.periods);
		this.periods.save(new ClosedPeriod(FRIDAY, FRIDAY.plusDays(10), "Congés"));
		assertThat(elsewhere.include(FRIDAY)).isFalse();
		elsewhere.readAgain();
		assertThat(elsewhere.include(FRIDAY)).isTrue();
		assertThat(elsewhere.include(FRIDAY.plusDays(10))).isTrue();
		assertThat(elsewhere.include(FRIDAY.plusDays(11))).isFalse();
	}

	@Test
	void noDayIsClosedTwice() {
		this.periods.save(new ClosedPeriod(FRIDAY, FRIDAY.plusDays(3), "Congés"));
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.periods.save(new ClosedPeriod(FRIDAY.plusDays(3), FRIDAY.plusDays(4), "Encore")));
	}

}
