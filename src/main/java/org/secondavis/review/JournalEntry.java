package org.secondavis.review;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.secondavis.appointment.Act;
import org.secondavis.appointment.AppointmentAct;
import org.secondavis.conversation.Message;
import org.secondavis.document.PatientFile;
import org.secondavis.mail.OutgoingMail;

/**
 * A line of what happened to a request.
 *
 * @param kind what sort of thing it was
 * @param at when
 * @param author who did it, none for mails and for the patient
 * @param what the code of the decision, {@code SUBMITTED}, {@code FILE}, or who wrote the
 * message; empty for notes and mails
 * @param detail what the decision names: a colleague, a reference or the code of a reason
 * @param note the words that go with it
 * @param mail the mail, if it is one
 * @param times the times of which an act about an appointment speaks
 */
record JournalEntry(Kind kind, Instant at, @Nullable String author, String what, @Nullable String detail,
		Words<String> note, @Nullable MailLine mail, List<Instant> times) {

	private static final Words<String> NO_WORDS = new Words<>(null, true);

	JournalEntry(Kind kind, Instant at, @Nullable String author, String what, @Nullable String detail,
			Words<String> note, @Nullable MailLine mail) {
		this(kind, at, author, what, detail, note, mail, List.of());
	}

	static JournalEntry decision(Instant at, @Nullable String author, String what, @Nullable String detail,
			Words<String> note) {
		return new JournalEntry(Kind.DECISION, at, author, what, detail, note, null);
	}

	static JournalEntry note(Instant at, @Nullable String author, Words<String> note) {
		return new JournalEntry(Kind.NOTE, at, author, "", null, note, null);
	}

	static JournalEntry mail(OutgoingMail mail) {
		return new JournalEntry(Kind.MAIL, mail.getQueuedAt(), null, "", null, NO_WORDS, MailLine.of(mail));
	}

	/** A file that the patient sent after the request. */
	static JournalEntry file(PatientFile file) {
		return new JournalEntry(Kind.FILE, file.receivedAt(), null, "FILE", null,
				new Words<>(file.name(), file.name() != null), null);
	}

	static JournalEntry message(Message message, @Nullable String author, Words<String> text) {
		return new JournalEntry(Kind.MESSAGE, message.getWrittenAt(), author,
				message.isOfPatient() ? "MESSAGE_OF_PATIENT" : "MESSAGE_OF_CLINIC", null, text, null);
	}

	/** What was done about an appointment. */
	static JournalEntry appointment(AppointmentAct act, @Nullable String author, Words<String> words) {
		return new JournalEntry(Kind.APPOINTMENT, act.getAt(), author, act.getAct().name(), null, words, null,
				act.getTimes());
	}

	/** Whether time did it, or the end of the request, and nobody else. */
	public boolean byNobody() {
		return this.author == null && this.kind == Kind.APPOINTMENT && !Act.valueOf(this.what).isAnswer();
	}

	@Override
	public String toString() {
		return "JournalEntry[%s]".formatted(this.kind);
	}

	/** The sorts of things by which the journal can be filtered. */
	enum Kind {

		DECISION, MESSAGE, NOTE, MAIL, FILE, APPOINTMENT;

		/** As it stands in the address. */
		public String code() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
