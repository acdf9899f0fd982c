package org.secondavis.calls;

import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A call as staff note it.
 *
 * @param seen the latest call that was known on the page; blank if none was
 * @param person who was called, as a code
 * @param outcome what came of it, as a code
 * @param note what was said, in words
 * @param nextDay day on which to call again
 * @param nextMonth month of that day
 * @param nextYear year of that day
 * @param nextTime part of that day, as a code
 * @param confirm whether it is meant although it goes against the patient's wish
 * @param quick whether it was noted by a click in the list of calls: who is not reached
 * is called again on the next working day
 */
record CallForm(String seen, String person, String outcome, String note, String nextDay, String nextMonth,
		String nextYear, String nextTime, String confirm, String quick) {

	CallForm(@Nullable String seen, @Nullable String person, @Nullable String outcome, @Nullable String note,
			@Nullable String nextDay, @Nullable String nextMonth, @Nullable String nextYear, @Nullable String nextTime,
			@Nullable String confirm, @Nullable String quick) {
		this.seen = text(seen);
		this.person = text(person);
		this.outcome = text(outcome);
		this.note = text(note).replace("\r\n", "\n");
		this.nextDay = text(nextDay);
		this.nextMonth = text(nextMonth);
		this.nextYear = text(nextYear);
		this.nextTime = text(nextTime);
		this.confirm = text(confirm);
		this.quick = text(quick);
	}

	/** A form in which nothing is filled in but whom to call. */
	static CallForm empty(String seen, String person) {
		return new CallForm(seen, person, null, null, null, null, null, null, null, null);
	}

	boolean namesADay() {
		return !(this.nextDay + this.nextMonth + this.nextYear).isEmpty();
	}

	/** The day on which to call again; empty if there is no such day. */
	Optional<LocalDate> next() {
		return Day.of(this.nextDay, this.nextMonth, this.nextYear);
	}

	boolean isConfirmed() {
		return this.confirm.equals("YES");
	}

	boolean isQuick() {
		return !this.quick.isEmpty();
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value.strip() : "";
	}

	@Override
	public String toString() {
		return "CallForm[…]";
	}

}
