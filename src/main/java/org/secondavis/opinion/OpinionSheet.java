package org.secondavis.opinion;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.secondavis.request.Move;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.StaffId;
import org.secondavis.staff.StaffMember;

/**
 * What a member of staff sees of an opinion, and no more than their role allows.
 *
 * @param request the request
 * @param matters what matters most to the patient, in words, if told
 * @param questions what the patient asked with the request; none if the words cannot be
 * opened
 * @param readable whether all that is sealed could be opened
 * @param opinion the opinion; none if nobody has begun
 * @param reading what it says; none if the reader may not know
 * @param meetings the clinic's own meetings
 * @param advice what the last meeting advised; none if the reader may not know
 * @param lacks what it needs for the next step
 * @param following what follows it; nothing if the reader may not know
 * @param added what a form carries that adds to it
 * @param names the names of staff
 * @param me who reads it
 */
record OpinionSheet(SecondOpinionRequest request, @Nullable String matters, List<Asked> questions, boolean readable,
		@Nullable Opinion opinion, @Nullable OpinionText reading, List<Rcp> meetings, @Nullable String advice,
		Set<Lack> lacks, List<Following> following, String added, Map<StaffId, String> names, StaffMember me) {

	public String reference() {
		return this.request.getReference().value();
	}

	/** What a form about it carries. */
	public String revision() {
		return (this.opinion != null) ? "" + this.opinion.revision() : "";
	}

	/** What a form carries of the last meeting, which is read with it. */
	public String lastMeeting() {
		return RcpForm.seen(RcpDesk.latest(this.meetings));
	}

	/** How far it has come; none if nobody has begun. */
	public @Nullable OpinionState state() {
		return (this.opinion != null) ? this.opinion.state() : null;
	}

	public boolean is(String state) {
		OpinionState stands = state();
		return stands != null && stands.name().equals(state);
	}

	/** Whether somebody has the request in hand, so that work on it can go on. */
	public boolean open() {
		return this.request.possibleMoves().contains(Move.DELIVER);
	}

	/** Whether the reader may write, sign and note meetings. */
	public boolean mayWrite() {
		return OpinionRight.WRITE.isOf(this.me);
	}

	public boolean mayDeliver() {
		return OpinionRight.DELIVER.isOf(this.me);
	}

	/** Whether the reader can change it as it stands. */
	public boolean editable() {
		return mayWrite() && open() && this.readable && (this.opinion == null || this.opinion.getSignedAt() == null);
	}

	/** Whether something is still to be written before it can be read. */
	public boolean toBeWritten() {
		return this.lacks.stream().anyMatch((lack) -> lack.field() != null);
	}

	/** The meeting that was held last, or is planned; none if neither. */
	public @Nullable Rcp meeting() {
		return this.meetings.stream()
			.filter((meeting) -> meeting.getState() != Rcp.State.CANCELLED)
			.reduce((one, last) -> last)
			.orElse(null);
	}

	/** How it will reach the patient. */
	public Way way() {
		return OpinionDesk.wayTo(this.request);
	}

	/** How colleagues call that member of staff. */
	public String name(@Nullable StaffId staff) {
		return (staff != null) ? this.names.getOrDefault(staff, "?") : "?";
	}

	/** What is being written to follow it; none if nothing is. */
	public @Nullable Following draft() {
		return this.following.stream().filter(Following::draft).findFirst().orElse(null);
	}

	@Override
	public String toString() {
		return "OpinionSheet[%s]".formatted(reference());
	}

	/**
	 * What follows an opinion: a question, what was added, or a question with its answer.
	 *
	 * @param question the question; none if nobody asked
	 * @param asked what the patient asked
	 * @param askedAt when
	 * @param draft whether it is being written
	 * @param text what was added, or is being written
	 * @param by who signed it, or is writing
	 * @param deliveredAt when the patient got it; none for a draft
	 * @param readAt when the patient first opened it
	 */
	record Following(@Nullable UUID question, @Nullable String asked, @Nullable Instant askedAt, boolean draft,
			@Nullable String text, @Nullable String by, @Nullable Instant deliveredAt, @Nullable Instant readAt) {

		/** Whether the patient still waits for an answer. */
		public boolean waits() {
			return this.question != null && this.deliveredAt == null;
		}

		@Override
		public String toString() {
			return "Following[…]";
		}

	}

}
