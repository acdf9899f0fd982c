package org.secondavis.review;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.secondavis.opinion.OpinionRight;
import org.secondavis.opinion.OpinionState;
import org.secondavis.opinion.OpinionTrace;
import org.secondavis.opinion.OpinionTrace.Kind;
import org.secondavis.opinion.Rcp;
import org.secondavis.staff.StaffMember;

/**
 * What the request page says of the opinion, without a word of it.
 *
 * @param state how far it has come; none if nobody has begun
 * @param planned for when the clinic's own meeting is planned, if it is
 * @param held when it was held last, if it was
 * @param asked whether the patient waits for an answer about the opinion
 */
record OpinionBlock(@Nullable OpinionState state, @Nullable LocalDate planned, @Nullable LocalDate held,
		boolean asked) {

	/** What is known of the opinion on a request. */
	static OpinionBlock of(List<OpinionTrace> traces) {
		return new OpinionBlock(
				of(Kind.STATE, traces).map((trace) -> OpinionState.valueOf(trace.getWhat())).findFirst().orElse(null),
				meeting(Rcp.State.PLANNED, traces), meeting(Rcp.State.HELD, traces),
				of(Kind.WAITING, traces).findAny().isPresent());
	}

	private static @Nullable LocalDate meeting(Rcp.State state, List<OpinionTrace> traces) {
		return of(Kind.MEETING, traces).filter((trace) -> trace.getWhat().equals(state.name()))
			.map(OpinionTrace::getDay)
			.reduce((one, last) -> last)
			.orElse(null);
	}

	private static Stream<OpinionTrace> of(Kind kind, List<OpinionTrace> traces) {
		return traces.stream().filter((trace) -> trace.getKind() == kind);
	}

	/** Whether that member of staff can write it. */
	public boolean mayWrite(StaffMember member) {
		return OpinionRight.WRITE.isOf(member);
	}

	/** Whether the patient has it. */
	public boolean delivered() {
		return this.state == OpinionState.DELIVERED;
	}

}
