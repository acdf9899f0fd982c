package org.secondavis.appointment;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TimeTableTests {

	private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

	/** The clocks go from 2 to 3. */
	private static final LocalDate SPRING = LocalDate.of(2027, 3, 28);

	/** The clocks go from 3 back to 2. */
	private static final LocalDate AUTUMN = LocalDate.of(2027, 10, 31);

	private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);

	private final UUID doctor = UUID.randomUUID();

	@Test
	void aPatternHoldsOnItsWeekdayWhileItIsValid() {
		WeeklyPattern mondays = new WeeklyPattern(this.doctor, DayOfWeek.MONDAY, hours("09:00", "10:40", 30), MONDAY,
				MONDAY.plusWeeks(1));
		TimeTable table = table(List.of(mondays), List.of());
		assertThat(starts(table, MONDAY)).containsExactly("09:00", "09:30", "10:00");
		assertThat(starts(table, MONDAY.plusWeeks(1))).hasSize(3);
		assertThat(starts(table, MONDAY.minusWeeks(1))).isEmpty();
		assertThat(starts(table, MONDAY.plusWeeks(2))).isEmpty();
		assertThat(starts(table, MONDAY.plusDays(1))).isEmpty();
	}

	@Test
	void nineOClockStaysNineOClockOnBothNights() {
		TimeTable table = sundays("09:00", "09:30", 30);
		assertThat(table.on(SPRING, null)).extracting((span) -> span.begins().toString())
			.containsExactly("2027-03-28T07:00:00Z");
		assertThat(table.on(SPRING.minusWeeks(1), null)).extracting((span) -> span.begins().toString())
			.containsExactly("2027-03-21T08:00:00Z");
		assertThat(table.on(AUTUMN, null)).extracting((span) -> span.begins().toString())
			.containsExactly("2027-10-31T08:00:00Z");
	}

	@Test
	void anHourThatTheClocksLeaveOutHasNoSlot() {
		assertThat(starts(sundays("02:30", "03:00", 30), SPRING)).isEmpty();
		assertThat(starts(sundays("01:30", "04:00", 30), SPRING)).containsExactly("01:30", "03:00", "03:30");
	}

	@Test
	void anHourThatTheClocksGoThroughTwiceHasItsSlotsOnce() {
		TimeTable table = sundays("02:30", "03:00", 30);
		assertThat(table.on(AUTUMN, null)).extracting((span) -> span.begins().toString())
			.containsExactly("2027-10-31T00:30:00Z");
		assertThat(starts(sundays("01:30", "04:00", 30), AUTUMN)).containsExactly("01:30", "02:00", "02:30", "03:00",
				"03:30");
	}

	@Test
	void noSlotReachesIntoAnotherHoweverTheClocksGo() {
		// a visit that begins at 1.30 lasts until 3.15 on that night
		assertThat(starts(sundays("01:30", "04:30", 45), SPRING)).containsExactly("01:30", "03:45");
		List<Span> spans = sundays("00:00", "06:00", 45).on(AUTUMN, null);
		for (int i = 1; i < spans.size(); i++) {
			assertThat(spans.get(i).begins()).isAfterOrEqualTo(spans.get(i - 1).ends());
		}
	}

	@Test
	void hoursAreTakenOutAndAdded() {
		WeeklyPattern mondays = new WeeklyPattern(this.doctor, DayOfWeek.MONDAY, hours("09:00", "11:00", 30), MONDAY,
				null);
		DayChange closed = DayChange.closed(this.doctor, MONDAY, LocalTime.of(9, 45), LocalTime.of(10, 30));
		DayChange extra = DayChange.extra(this.doctor, MONDAY, hours("18:00", "19:00", 60));
		assertThat(starts(table(List.of(mondays), List.of(closed, extra)), MONDAY)).containsExactly("09:00", "10:30",
				"18:00");
		DayChange wholeDay = DayChange.closed(this.doctor, MONDAY, null, null);
		assertThat(starts(table(List.of(mondays), List.of(wholeDay)), MONDAY)).isEmpty();
		assertThat(starts(table(List.of(mondays), List.of(wholeDay)), MONDAY.plusWeeks(1))).hasSize(4);
	}

	@Test
	void onAClosedDayOnlyAddedHoursCountAndDuringAnAbsenceNone() {
		WeeklyPattern mondays = new WeeklyPattern(this.doctor, DayOfWeek.MONDAY, hours("09:00", "10:00", 30), MONDAY,
				null);
		List<DayChange> extra = List.of(DayChange.extra(this.doctor, MONDAY, hours("18:00", "19:00", 60)));
		TimeTable closed = new TimeTable(List.of(mondays), extra, (day) -> true, (day) -> false, PARIS);
		assertThat(starts(closed, MONDAY)).containsExactly("18:00");
		TimeTable away = new TimeTable(List.of(mondays), extra, (day) -> false, (day) -> true, PARIS);
		assertThat(starts(away, MONDAY)).isEmpty();
	}

	@Test
	void aVisitOnSiteIsNotOfferedInHoursForVideo() {
		WeeklyPattern video = new WeeklyPattern(this.doctor, DayOfWeek.MONDAY,
				new Hours(LocalTime.of(9, 0), LocalTime.of(10, 0), 30, Visit.VIDEO), MONDAY, null);
		TimeTable table = table(List.of(video), List.of());
		assertThat(table.on(MONDAY, Visit.ON_SITE)).isEmpty();
		assertThat(table.on(MONDAY, Visit.VIDEO)).hasSize(2);
	}

	private TimeTable sundays(String from, String to, int minutes) {
		return table(List.of(new WeeklyPattern(this.doctor, DayOfWeek.SUNDAY, hours(from, to, minutes),
				LocalDate.of(2027, 1, 1), null)), List.of());
	}

	private static TimeTable table(List<WeeklyPattern> patterns, List<DayChange> changes) {
		return new TimeTable(patterns, changes, (day) -> false, (day) -> false, PARIS);
	}

	private static Hours hours(String from, String to, int minutes) {
		return new Hours(LocalTime.parse(from), LocalTime.parse(to), minutes, null);
	}

	private static List<String> starts(TimeTable table, LocalDate day) {
		return table.on(day, null)
			.stream()
			.map((span) -> span.begins().atZone(PARIS).toLocalTime().toString())
			.toList();
	}

}
