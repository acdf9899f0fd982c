package org.secondavis.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.secondavis.appointment.Span;
import org.secondavis.request.Expectations;
import org.secondavis.request.Narrative;
import org.secondavis.request.NextPlace;
import org.secondavis.request.Patient;
import org.secondavis.request.Situation;

/**
 * All that the clinic holds here about a patient, as the GDPR gives it to them (articles
 * 15 and 20). Times are in UTC. Of the staff it names only the doctors whom the patient
 * was to meet.
 *
 * @param reference the request
 * @param status where it stands, as a code
 * @param language the language of the form
 * @param submittedAt when it was sent
 * @param firstReadAt when a person first opened it
 * @param eraseAt when all will be erased, if that is known
 * @param patient who is ill
 * @param helper who asked in the patient's place
 * @param contact how the patient is reached
 * @param situation the medical situation, in codes
 * @param expectations what is hoped for, in codes
 * @param words what the patient wrote; none if it cannot be opened
 * @param papers what is known of the papers, by kind
 * @param files the files that were sent; their content is not copied
 * @param history what was done
 * @param appointments what was proposed and fixed
 * @param opinion the opinion, if it was delivered
 * @param said messages, calls and the team's notes
 * @param mails which mails were sent
 */
record DataCopy(String reference, String status, String language, Instant submittedAt, @Nullable Instant firstReadAt,
		@Nullable Instant eraseAt, Patient patient, @Nullable Person helper, Reached contact, Situation situation,
		Expectations expectations, @Nullable Narrative words, Map<String, Known> papers, List<File> files,
		List<Event> history, List<Appointed> appointments, @Nullable OpinionCopy opinion, List<Text> said,
		List<Mail> mails) {

	@Override
	public String toString() {
		return "DataCopy[%s]".formatted(this.reference);
	}

	/** Who helps. */
	record Person(String name, String relation, @Nullable String phone, @Nullable String email) {

		@Override
		public String toString() {
			return "Person[…]";
		}

	}

	/** How the patient is reached. */
	record Reached(@Nullable String phone, @Nullable String email, List<String> times, @Nullable Boolean voicemail,
			@Nullable String first) {

		@Override
		public String toString() {
			return "Reached[…]";
		}

	}

	/** Whether the patient has a paper, when it was asked for, and when it came. */
	record Known(String availability, @Nullable Instant askedAt, @Nullable Instant arrivedAt) {
	}

	/** A file, with its size in bytes. */
	record File(@Nullable String paper, @Nullable String name, String type, long size, Instant receivedAt) {

		@Override
		public String toString() {
			return "File[%s]".formatted(this.type);
		}

	}

	/**
	 * Something that was done, by the patient or the clinic, with the note to it, how the
	 * patient heard of it and where else to turn to.
	 */
	record Event(String what, String by, Instant at, @Nullable String detail, @Nullable String note,
			@Nullable String told, @Nullable NextPlace next) {

		@Override
		public String toString() {
			return "Event[%s]".formatted(this.what);
		}

	}

	/**
	 * An appointment: how far it has come, how and with whom the patient meets, the times
	 * that were proposed or fixed, until when they were held, and the address of the
	 * video.
	 */
	record Appointed(String state, String visit, @Nullable String doctor, List<Span> times, @Nullable Instant heldUntil,
			@Nullable String videoLink) {

		@Override
		public String toString() {
			return "Appointed[%s]".formatted(this.state);
		}

	}

	/**
	 * Something that was written: {@code MESSAGE}, {@code NOTE} or {@code CALL}, the
	 * latter with who was called, what came of it and when to call next.
	 */
	record Text(String kind, String by, Instant at, @Nullable Instant readAt, @Nullable String person,
			@Nullable String outcome, @Nullable LocalDate nextDay, @Nullable String nextTime, @Nullable String text) {

		@Override
		public String toString() {
			return "Text[%s]".formatted(this.kind);
		}

	}

	/** A mail, whose content is not kept. */
	record Mail(String about, String to, Instant queuedAt, @Nullable Instant sentAt) {
	}

}
