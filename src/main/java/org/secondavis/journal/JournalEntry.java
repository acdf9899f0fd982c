package org.secondavis.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.secondavis.appointment.AppointmentAct;
import org.secondavis.conversation.Call;
import org.secondavis.conversation.Message;
import org.secondavis.document.Paper;
import org.secondavis.document.PatientFile;
import org.secondavis.document.Telling;
import org.secondavis.mail.OutgoingMail;

/**
 * A line of what happened to a request.
 *
 * @param kind what sort of thing it was
 * @param at when
 * @param by who did it
 * @param what the code of what was done
 * @param detail what it names: a colleague, a reference, a paper or the code of a reason
 * @param note the words that go with it
 * @param thing what more is known of it
 */
public record JournalEntry(Kind kind, Instant at, Doer by, String what, @Nullable String detail, Words<String> note,
		@Nullable Thing thing) {

	private static final Words<String> NO_WORDS = new Words<>(null, true);

	static JournalEntry mail(OutgoingMail mail) {
		return new JournalEntry(Kind.MAIL, mail.getQueuedAt(), Doer.NOBODY, "MAIL", null, NO_WORDS, MailLine.of(mail));
	}

	/** A file that the patient sent after the request. */
	static JournalEntry file(PatientFile file) {
		return new JournalEntry(Kind.FILE, file.receivedAt(), Doer.PATIENT, "FILE",
				(file.paper() != null) ? file.paper().name() : null, new Words<>(file.name(), file.name() != null),
				null);
	}

	/** What somebody said of a paper, against what was known of it. */
	static JournalEntry paper(Paper paper, Telling telling, Doer by) {
		return new JournalEntry(Kind.FILE, telling.at(), by, "PAPER_" + telling.availability(), paper.getType().name(),
				NO_WORDS, null);
	}

	static JournalEntry message(Message message, Doer by, Words<String> text) {
		return message.isOfPatient()
				? new JournalEntry(Kind.MESSAGE, message.getWrittenAt(), by, "MESSAGE_OF_PATIENT", null, text, null)
				: new JournalEntry(Kind.MESSAGE, message.getWrittenAt(), by, "MESSAGE_OF_CLINIC", null, text,
						new MessageRead(message.getReadAt()));
	}

	/** A call, and what was said if that can be read. */
	public static JournalEntry call(Call call, Doer by, Words<String> text) {
		return new JournalEntry(Kind.CALL, call.getWrittenAt(), by, "CALL_" + call.getOutcome(), null, text,
				CallLine.of(call));
	}

	/** What was done about an appointment. */
	static JournalEntry appointment(AppointmentAct act, Doer by, Words<String> words) {
		return new JournalEntry(Kind.APPOINTMENT, act.getAt(), by, act.getAct().name(), null, words,
				new AppointmentTimes(act.getTimes()));
	}

	/**
	 * What was done about an opinion, without a word of it.
	 * @param day of the meeting that it is about; none if it is about none
	 */
	public static JournalEntry opinion(String what, Instant at, Doer by, @Nullable LocalDate day) {
		return new JournalEntry(Kind.OPINION, at, by, what, null, NO_WORDS, (day != null) ? new MeetingDay(day) : null);
	}

	/** The name of the colleague who did it; none if nobody of the staff did. */
	public @Nullable String author() {
		return this.by.name();
	}

	/** The mail, if it is one. */
	public @Nullable MailLine mail() {
		return (this.thing instanceof MailLine mail) ? mail : null;
	}

	/** The call, if it is one. */
	public @Nullable CallLine call() {
		return (this.thing instanceof CallLine call) ? call : null;
	}

	/** Whether the patient has seen it, if it is a message of the clinic. */
	public @Nullable MessageRead read() {
		return (this.thing instanceof MessageRead read) ? read : null;
	}

	/** The times of an appointment, if it is about one. */
	public @Nullable AppointmentTimes times() {
		return (this.thing instanceof AppointmentTimes times) ? times : null;
	}

	/** The day of the meeting, if it is about one. */
	public @Nullable LocalDate day() {
		return (this.thing instanceof MeetingDay meeting) ? meeting.day() : null;
	}

	/** How the patient heard of it, if that is known. */
	public @Nullable Ended ended() {
		return (this.thing instanceof Ended ended) ? ended : null;
	}

	/** The codes of the papers that were asked for, if any were. */
	public List<String> asked() {
		return (this.what.equals("COMPLETE") && this.detail != null) ? List.of(this.detail.split(",")) : List.of();
	}

	@Override
	public String toString() {
		return "JournalEntry[%s]".formatted(this.kind);
	}

	/** The sorts of things by which the journal can be filtered. */
	public enum Kind {

		DECISION, ANSWER, MESSAGE, CALL, APPOINTMENT, OPINION, NOTE, MAIL, FILE;

		/** As it stands in the address. */
		public String code() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
