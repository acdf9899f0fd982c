package org.secondavis.opinion;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.secondavis.staff.WrongInputException;

import static org.secondavis.staff.WrongInputException.require;

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

	/** The day for which a meeting is planned. */
	LocalDate plannedDay(LocalDate today) {
		LocalDate planned = date(this.plannedOn, "plannedOn");
		require(!planned.isBefore(today), "plannedOn", "opinions.rcp.day.past");
		return planned;
	}

	/** The day on which it was held. */
	LocalDate dayHeld(LocalDate today) {
		LocalDate held = date(this.heldOn, "heldOn");
		require(!held.isAfter(today), "heldOn", "opinions.rcp.heldOn.future");
		return held;
	}

	private static LocalDate date(String typed, String field) {
		return Typed.date(typed).orElseThrow(() -> new WrongInputException(field, "opinions.rcp.day.malformed"));
	}

	/** Who took part, enough of them. */
	Set<RcpRole> participants() {
		Set<RcpRole> participants = EnumSet.noneOf(RcpRole.class);
		this.roles.forEach((role) -> Typed.code(RcpRole.class, role).ifPresent(participants::add));
		require(Rcp.isQuorate(participants), "roles", "opinions.rcp.roles.few");
		return participants;
	}

	/** What was advised. */
	String advised() {
		String advised = Typed.words(this.advice, "advice");
		if (advised == null) {
			throw new WrongInputException("advice", "opinions.rcp.advice.missing");
		}
		return advised;
	}

	@Override
	public String toString() {
		return "RcpForm[…]";
	}

}
