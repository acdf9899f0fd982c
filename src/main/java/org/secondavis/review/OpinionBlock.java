package org.secondavis.review;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.secondavis.opinion.OpinionRight;
import org.secondavis.opinion.OpinionState;
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

	/** Whether that member of staff can write it. */
	public boolean mayWrite(StaffMember member) {
		return OpinionRight.WRITE.isOf(member);
	}

	/** Whether the patient has it. */
	public boolean delivered() {
		return this.state == OpinionState.DELIVERED;
	}

}
