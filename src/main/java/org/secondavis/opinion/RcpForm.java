package org.secondavis.opinion;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What doctors fill in about a meeting; which fields matter depends on what they do.
 *
 * @param seen the meeting that was on the page
 * @param plannedOn for when it is planned
 * @param heldOn when it was held
 * @param roles who took part, by what they are
 * @param advice what was advised
 */
record RcpForm(String seen, String plannedOn, String heldOn, List<String> roles, String advice) {

	RcpForm(@Nullable String seen, @Nullable String plannedOn, @Nullable String heldOn, @Nullable List<String> roles,
			@Nullable String advice) {
		this.seen = Typed.line(seen);
		this.plannedOn = Typed.line(plannedOn);
		this.heldOn = Typed.line(heldOn);
		this.roles = (roles != null) ? roles.stream().map(Typed::line).distinct().toList() : List.of();
		this.advice = Typed.area(advice);
	}

	/**
	 * A page as it is first opened: a planned meeting is likely to be held on its day.
	 */
	static RcpForm about(@Nullable Rcp meeting) {
		String day = (meeting != null && meeting.isPlanned()) ? meeting.getDay().toString() : "";
		return new RcpForm(seen(meeting), "", day, List.of(), "");
	}

	/** What a form about this meeting carries; empty if there was none. */
	static String seen(@Nullable Rcp meeting) {
		return (meeting != null) ? meeting.getId() + "/" + meeting.revision() : "";
	}

	/**
	 * The day for which a meeting is planned.
	 * @throws WrongFormException if it has to be put right
	 */
	LocalDate plannedDay(LocalDate today) {
		Faults faults = new Faults();
		LocalDate planned = date(this.plannedOn, "plannedOn", today, faults);
		faults.require(!planned.isBefore(today), "plannedOn", "opinions.rcp.day.past");
		faults.throwIfAny();
		return planned;
	}

	/**
	 * The meeting as it was held.
	 * @throws WrongFormException if something has to be put right
	 */
	Held held(LocalDate today) {
		Faults faults = new Faults();
		LocalDate day = date(this.heldOn, "heldOn", today, faults);
		faults.require(!day.isAfter(today), "heldOn", "opinions.rcp.heldOn.future");
		Set<RcpRole> participants = EnumSet.noneOf(RcpRole.class);
		this.roles.forEach((role) -> Typed.code(RcpRole.class, role).ifPresent(participants::add));
		faults.require(Rcp.isQuorate(participants), "roles", "opinions.rcp.roles.few");
		String advised = Objects.requireNonNullElse(faults.words(this.advice, "advice"), "");
		faults.require(!advised.isEmpty(), "advice", "opinions.rcp.advice.missing");
		faults.throwIfAny();
		return new Held(day, participants, advised);
	}

	/** A day; today, where none was understood, so that nothing else is found wrong. */
	private static LocalDate date(String typed, String field, LocalDate today, Faults faults) {
		Optional<LocalDate> day = Typed.date(typed);
		faults.require(day.isPresent(), field, "opinions.rcp.day.malformed");
		return day.orElse(today);
	}

	@Override
	public String toString() {
		return "RcpForm[…]";
	}

	/**
	 * A meeting that was held.
	 *
	 * @param day when
	 * @param participants who took part, enough of them
	 * @param advice what was advised
	 */
	record Held(LocalDate day, Set<RcpRole> participants, String advice) {

		@Override
		public String toString() {
			return "Held[%s]".formatted(this.day);
		}

	}

}
