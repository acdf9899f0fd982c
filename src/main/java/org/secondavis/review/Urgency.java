package org.secondavis.review;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** What the day of a planned treatment means for the clinic. */
public enum Urgency {

	/** No treatment is planned, or the clinic has nothing more to do. */
	NONE,
	/** There is time. */
	LATER,
	/** Within two weeks. */
	SOON,
	/** The day has passed; whether the treatment has begun is not known. */
	PASSED;

	/** A treatment is near within so many days. */
	public static final int SOON_DAYS = 14;

	public static Urgency of(@Nullable LocalDate planned, boolean ended, LocalDate today) {
		if (planned == null || ended) {
			return NONE;
		}
		if (planned.isBefore(today)) {
			return PASSED;
		}
		return planned.isAfter(today.plusDays(SOON_DAYS)) ? LATER : SOON;
	}

}
