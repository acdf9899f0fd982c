package org.secondavis.appointment;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * When a doctor sees patients, by the week and by the days that differ from it. What is
 * said in the clinic's own time becomes moments here.
 *
 * @param patterns the doctor's weeks
 * @param changes the days that differ
 * @param closed on which days the clinic is closed: only added hours count then
 * @param away on which days the doctor is away: nothing counts then
 * @param zone where the clinic is
 */
record TimeTable(List<WeeklyPattern> patterns, List<DayChange> changes, Predicate<LocalDate> closed,
		Predicate<LocalDate> away, ZoneId zone) {

	/**
	 * The visits of a day, the earliest first, none within another. An hour that the
	 * clocks leave out in spring has none; one that they go through twice in autumn has
	 * them once, the first time.
	 * @param wanted how they are to meet; none if that does not matter
	 */
	List<Span> on(LocalDate day, @Nullable Visit wanted) {
		List<Span> spans = hours(day).filter((hours) -> hours.suit(wanted))
			.flatMap((hours) -> hours.starts()
				.filter((start) -> isOpen(day, start, hours.minutes()))
				.flatMap((start) -> moment(day.atTime(start), this.zone, hours.minutes()).stream()))
			.sorted(Comparator.comparing(Span::begins))
			.toList();
		List<Span> apart = new ArrayList<>();
		for (Span span : spans) {
			if (apart.isEmpty() || !apart.get(apart.size() - 1).overlaps(span)) {
				apart.add(span);
			}
		}
		return apart;
	}

	private Stream<Hours> hours(LocalDate day) {
		if (this.away.test(day)) {
			return Stream.empty();
		}
		Stream<Hours> usual = this.closed.test(day) ? Stream.empty()
				: this.patterns.stream().filter((pattern) -> pattern.holdsOn(day)).map(WeeklyPattern::getHours);
		Stream<Hours> extra = this.changes.stream()
			.filter((change) -> change.isOn(day))
			.map(DayChange::hours)
			.filter(Objects::nonNull);
		return Stream.concat(usual, extra);
	}

	private boolean isOpen(LocalDate day, LocalTime start, int minutes) {
		return this.changes.stream()
			.noneMatch((change) -> change.isOn(day) && change.takesOut(start, start.plusMinutes(minutes)));
	}

	/** When that is; never, if the clocks leave it out. */
	static Optional<Span> moment(LocalDateTime start, ZoneId zone, int minutes) {
		return zone.getRules()
			.getValidOffsets(start)
			.stream()
			.findFirst()
			.map((offset) -> Span.of(start.toInstant(offset), minutes));
	}

}
