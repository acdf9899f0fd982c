package org.secondavis.review;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.secondavis.conversation.Topic;
import org.secondavis.document.PatientFile;
import org.secondavis.journal.Journal;
import org.secondavis.journal.JournalEntry;
import org.secondavis.request.Answers;
import org.secondavis.request.StaffId;
import org.secondavis.request.Status;
import org.secondavis.retention.Due;
import org.secondavis.staff.StaffMember;

/**
 * All that staff see of one request.
 *
 * @param id the request
 * @param reference its reference
 * @param revision what a form must carry for its decision to hold
 * @param status where it stands
 * @param submittedAt when it was sent
 * @param days the working days since then
 * @param firstReadAt when a person first opened it, if one has
 * @param linksRevokedAt since when no link opens the patient's page; none if links do
 * @param language the language in which the patient wrote
 * @param years the patient's age
 * @param urgency what the planned treatment means for the clinic
 * @param answers all that the patient told; no words where they cannot be read
 * @param readable whether the patient's words could be opened
 * @param papers all papers of the checklist
 * @param files the files that the patient sent, oldest first
 * @param assignee who works on it, if anybody
 * @param holder their account
 * @param actions what may be done with it now, the likeliest first
 * @param candidates to whom it can be given
 * @param journal what happened to it
 * @param writable whether the patient can be told of a message, and read it
 * @param untold whether the patient is still to be told that somebody asks for them
 * @param unread the patient's messages that nobody has seen before
 * @param due when and why all will be erased, if that is known
 * @param erasureAsked whether the patient wants it
 * @param appointment the appointment, if there is or was one
 * @param opinion how far the opinion has come
 */
record RequestSheet(UUID id, String reference, int revision, Status status, Instant submittedAt, int days,
		@Nullable Instant firstReadAt, @Nullable Instant linksRevokedAt, Locale language, int years, Urgency urgency,
		Answers answers, boolean readable, List<PaperLine> papers, List<PatientFile> files, @Nullable String assignee,
		@Nullable StaffId holder, List<Action> actions, Candidates candidates, Journal journal, boolean writable,
		boolean untold, List<UUID> unread, @Nullable Due due, boolean erasureAsked,
		@Nullable AppointmentBlock appointment, OpinionBlock opinion) {

	/** Whether it may be erased: only what may come from a robot. */
	public boolean erasable() {
		return this.status == Status.SUSPECT;
	}

	/** What that member of staff may do: nobody declines what is in other hands. */
	public List<Action> actionsOf(StaffMember member) {
		return this.actions.stream()
			.filter((action) -> action != Action.DECLINE || new StaffId(member.id()).equals(this.holder))
			.toList();
	}

	/** Whether it could be given to somebody, and is in nobody's hands. */
	public boolean waitsForSomebody() {
		return this.holder == null && this.actions.contains(Action.ASSIGN);
	}

	/** The topics for messages that are ours. */
	public Topic[] commonTopics() {
		return Topic.values();
	}

	/** Whether it shows something that nobody has seen before. */
	boolean hasNews() {
		return this.firstReadAt == null || !this.unread.isEmpty()
				|| (this.appointment != null && this.appointment.unseen());
	}

	/** Whether all is there that a doctor needs to write the opinion. */
	public boolean opinionIsNext() {
		return this.status == Status.IN_REVIEW && missingPapers() == 0;
	}

	/** When all will be erased, if that is known. */
	public @Nullable Instant erasedAt() {
		return (this.due != null) ? this.due.at() : null;
	}

	public boolean linksRevoked() {
		return this.linksRevokedAt != null;
	}

	/** How many of the essential papers the patient has not at hand. */
	public long missingPapers() {
		return this.papers.stream().filter(PaperLine::missing).count();
	}

	/** Whether all papers that staff asked for are there. */
	public boolean allArrived() {
		return this.papers.stream().anyMatch(PaperLine::arrived) && this.papers.stream().noneMatch(PaperLine::awaited);
	}

	/**
	 * What was done to the request after the given revision was seen, newest first.
	 */
	List<JournalEntry> since(int seen) {
		return this.journal.changes((seen >= 0) ? Math.max(0, this.revision - seen) : 0);
	}

	@Override
	public String toString() {
		return "RequestSheet[%s, %s]".formatted(this.reference, this.status);
	}

}
