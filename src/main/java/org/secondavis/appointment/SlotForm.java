package org.secondavis.appointment;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.secondavis.staff.WrongInputException;

import static org.secondavis.staff.WrongInputException.require;

/**
 * What staff fill in about a doctor's hours: of a week, or of one day.
 *
 * @param doctor the account of the doctor
 * @param weekday on which day of the week
 * @param day on which day
 * @param kind whether hours are added or taken out
 * @param fromTime when the hours begin
 * @param toTime when they end
 * @param minutes how long each visit takes
 * @param meeting how they meet; blank if as the patient likes
 * @param validFrom the first day
 * @param validUntil the last day, if there is to be one
 */
record SlotForm(String doctor, String weekday, String day, String kind, String fromTime, String toTime, String minutes,
		String meeting, String validFrom, String validUntil) {

	SlotForm(@Nullable String doctor, @Nullable String weekday, @Nullable String day, @Nullable String kind,
			@Nullable String fromTime, @Nullable String toTime, @Nullable String minutes, @Nullable String meeting,
			@Nullable String validFrom, @Nullable String validUntil) {
		this.doctor = Typed.line(doctor);
		this.weekday = Typed.line(weekday);
		this.day = Typed.line(day);
		this.kind = Typed.line(kind);
		this.fromTime = Typed.line(fromTime);
		this.toTime = Typed.line(toTime);
		this.minutes = (minutes != null) ? Typed.line(minutes) : "30";
		this.meeting = Typed.line(meeting);
		this.validFrom = Typed.line(validFrom);
		this.validUntil = Typed.line(validUntil);
	}

	WeeklyPattern toPattern(UUID doctor, LocalDate today) {
		DayOfWeek on = Arrays.stream(DayOfWeek.values())
			.filter((one) -> one.name().equals(this.weekday))
			.findFirst()
			.orElseThrow(() -> new WrongInputException("weekday", "slots.weekday.choose"));
		Hours hours = hours();
		LocalDate first = Typed.date(this.validFrom)
			.orElseThrow(() -> new WrongInputException("validFrom", "appointments.day"));
		LocalDate last = this.validUntil.isEmpty() ? null : Typed.date(this.validUntil)
			.orElseThrow(() -> new WrongInputException("validUntil", "appointments.day"));
		require(last == null || !last.isBefore(first), "validUntil", "slots.validUntil.early");
		require(last == null || !last.isBefore(today), "validUntil", "slots.past");
		return new WeeklyPattern(doctor, on, hours, first, last);
	}

	DayChange toChange(UUID doctor, LocalDate today) {
		DayChange.Kind what = Arrays.stream(DayChange.Kind.values())
			.filter((one) -> one.name().equals(this.kind))
			.findFirst()
			.orElseThrow(() -> new WrongInputException("kind", "slots.kind.choose"));
		LocalDate on = Typed.date(this.day).orElseThrow(() -> new WrongInputException("day", "appointments.day"));
		require(!on.isBefore(today), "day", "slots.past");
		if (what == DayChange.Kind.EXTRA) {
			return DayChange.extra(doctor, on, hours());
		}
		if (this.fromTime.isEmpty() && this.toTime.isEmpty()) {
			return DayChange.closed(doctor, on, null, null);
		}
		LocalTime from = time(this.fromTime, "fromTime");
		LocalTime to = time(this.toTime, "toTime");
		require(from.isBefore(to), "toTime", "slots.toTime.early");
		return DayChange.closed(doctor, on, from, to);
	}

	private Hours hours() {
		LocalTime from = time(this.fromTime, "fromTime");
		LocalTime to = time(this.toTime, "toTime");
		int length = Typed.minutes(this.minutes)
			.orElseThrow(() -> new WrongInputException("minutes", "appointments.minutes"));
		Hours hours = new Hours(from, to, length, Typed.visit(this.meeting).orElse(null));
		require(from.isBefore(to) && hours.starts().findAny().isPresent(), "toTime", "slots.toTime.early");
		return hours;
	}

	private static LocalTime time(String text, String field) {
		return Typed.time(text).orElseThrow(() -> new WrongInputException(field, "appointments.hour"));
	}

	@Override
	public String toString() {
		return "SlotForm[…]";
	}

}
