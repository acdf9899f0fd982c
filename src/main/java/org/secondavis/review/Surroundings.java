package org.secondavis.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.secondavis.journal.Doer;
import org.secondavis.journal.JournalEntry;
import org.secondavis.opinion.OpinionState;
import org.secondavis.request.Status;
import org.secondavis.staff.Role;

/**
 * What the page of a request asks for in one statement, for it asks for much: other
 * requests of perhaps the same person, and what happened to the opinion.
 *
 * @param lines as the statement gives them
 */
record Surroundings(List<Line> lines) {

	/** Other requests that may come from the same person. */
	List<Twins.Twin> twins() {
		return of("TWIN")
			.map((line) -> new Twins.Twin(line.what(), Status.valueOf(Objects.requireNonNull(line.detail()))))
			.toList();
	}

	/** How far the opinion has come. */
	OpinionBlock opinion() {
		return new OpinionBlock(first("STATE", (line) -> OpinionState.valueOf(line.what())), meeting("PLANNED"),
				meeting("HELD"), of("WAITING").findAny().isPresent());
	}

	/** What was done about it. */
	List<JournalEntry> acts() {
		return of("ACT").map((line) -> JournalEntry.opinion(line.what(), line.moment(), line.doer(), line.day()))
			.toList();
	}

	private @Nullable LocalDate meeting(String state) {
		return of("MEETING").filter((line) -> line.what().equals(state))
			.map(Line::day)
			.reduce((one, last) -> last)
			.orElse(null);
	}

	private <T> @Nullable T first(String kind, Function<Line, T> value) {
		return of(kind).map(value).findFirst().orElse(null);
	}

	private Stream<Line> of(String kind) {
		return this.lines.stream().filter((line) -> line.kind().equals(kind));
	}

	/**
	 * One line of the statement.
	 *
	 * @param kind what sort of line it is
	 * @param what a code, or the reference of another request
	 * @param detail the status of that request
	 * @param author the account of who did it; none if nobody of the staff did
	 * @param name how colleagues call them
	 * @param role what they are in the clinic
	 * @param at when
	 * @param day the day of the meeting that it is about
	 */
	record Line(String kind, String what, @Nullable String detail, @Nullable UUID author, @Nullable String name,
			@Nullable String role, @Nullable OffsetDateTime at, @Nullable LocalDate day) {

		Instant moment() {
			return (this.at != null) ? this.at.toInstant() : Instant.EPOCH;
		}

		Doer doer() {
			return (this.author != null && this.role != null)
					? new Doer(Doer.Side.CLINIC, this.author, this.name, Role.valueOf(this.role)) : Doer.PATIENT;
		}

	}

}
