package org.secondavis.intake;

import java.time.Clock;
import java.time.LocalDate;

import org.springframework.stereotype.Component;

import org.secondavis.clinic.CurrentClinic;

/** The day by which dates are judged: the one that it is at the clinic. */
@Component
class Today {

	private final CurrentClinic clinic;

	private final Clock clock;

	Today(CurrentClinic clinic, Clock clock) {
		this.clinic = clinic;
		this.clock = clock;
	}

	LocalDate get() {
		return LocalDate.ofInstant(this.clock.instant(), this.clinic.now().timeZone());
	}

}
