package org.secondavis.clinic;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;

import org.springframework.stereotype.Component;

/**
 * Counts the days on which the clinic works: Monday to Friday, but for French public
 * holidays and the days on which it says that it is closed.
 */
@Component
public class WorkingDays {

	private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

	private final HolidayManager holidays = HolidayManager
		.getInstance(ManagerParameters.create(HolidayCalendar.FRANCE));

	private final CurrentClinic clinic;

	private final Closures closures;

	private final Clock clock;

	WorkingDays(CurrentClinic clinic, Closures closures, Clock clock) {
		this.clinic = clinic;
		this.closures = closures;
		this.clock = clock;
	}

	/**
	 * The working days that have passed since then, today included; 0 on the day itself.
	 */
	public int since(Instant then) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.clinic.now().timeZone());
		return (int) LocalDate.ofInstant(then, this.clinic.now().timeZone())
			.datesUntil(today.isBefore(dayOf(then)) ? dayOf(then) : today)
			.map((day) -> day.plusDays(1))
			.filter(this::isOpen)
			.count();
	}

	/** The earliest moment since which no more than so many working days have passed. */
	public Instant ago(int days) {
		LocalDate day = dayOf(this.clock.instant());
		for (int passed = isOpen(day) ? 1 : 0; passed <= days;) {
			day = day.minusDays(1);
			passed += isOpen(day) ? 1 : 0;
		}
		return day.atStartOfDay(this.clinic.now().timeZone()).toInstant();
	}

	/** The day that lies so many working days after then. */
	public LocalDate after(Instant then, int days) {
		LocalDate day = dayOf(then);
		for (int left = days; left > 0;) {
			day = day.plusDays(1);
			if (isOpen(day)) {
				left--;
			}
		}
		return day;
	}

	/** Whether the clinic works on that day. */
	public boolean isOpen(LocalDate day) {
		return !WEEKEND.contains(day.getDayOfWeek()) && !isClosed(day);
	}

	/**
	 * Whether the clinic is shut on that day, which an ordinary weekend does not say:
	 * some doctors see patients on Saturdays.
	 */
	public boolean isClosed(LocalDate day) {
		return this.holidays.isHoliday(day) || this.closures.include(day);
	}

	/** The public holidays from one day to another, with what they are called. */
	public SortedMap<LocalDate, String> publicHolidays(LocalDate from, LocalDate to, Locale language) {
		SortedMap<LocalDate, String> names = new TreeMap<>();
		this.holidays.getHolidays(from, to)
			.forEach((holiday) -> names.put(holiday.getDate(),
					holiday.getDescription(language).replace('\'', '\u2019')));
		return names;
	}

	private LocalDate dayOf(Instant then) {
		return LocalDate.ofInstant(then, this.clinic.now().timeZone());
	}

}
