package org.secondavis.settings;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.secondavis.clinic.ClosedPeriod;

import org.springframework.validation.Errors;

/**
 * The days typed on which the clinic is to be closed.
 *
 * @param label what staff call them
 * @param firstDay the first closed day
 * @param lastDay the last closed day
 */
record ClosedDaysForm(String label, String firstDay, String lastDay) {

	private static final int LONGEST = 100;

	ClosedDaysForm(@Nullable String label, @Nullable String firstDay, @Nullable String lastDay) {
		this.label = (label != null) ? label.replaceAll("\\p{Cntrl}+", " ").strip() : "";
		this.firstDay = (firstDay != null) ? firstDay : "";
		this.lastDay = (lastDay != null) ? lastDay : "";
	}

	void check(LocalDate today, Errors errors) {
		if (this.label.isEmpty()) {
			errors.rejectValue("label", "closed.label.missing");
		}
		else if (this.label.length() > LONGEST) {
			errors.rejectValue("label", "closed.label.long");
		}
		days().check(today, errors);
	}

	/** The period, once it was checked. */
	ClosedPeriod period() {
		return new ClosedPeriod(days().first(), days().last(), this.label);
	}

	private TypedDays days() {
		return new TypedDays(this.firstDay, this.lastDay);
	}

}
