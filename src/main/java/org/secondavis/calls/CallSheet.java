package org.secondavis.calls;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.secondavis.journal.JournalEntry;
import org.secondavis.request.Contact;
import org.secondavis.request.Contact.Person;
import org.secondavis.request.Contact.TimeOfDay;
import org.secondavis.request.Helper;

/**
 * All that matters when somebody is called.
 *
 * @param reference the request
 * @param patient the name by which the clinic calls the patient
 * @param contact how and when the patient wants to be reached
 * @param helper who helps and may be called, if anybody
 * @param first who wants to be called first
 * @param now the part of the day that it is now
 * @param latest the latest call, none if nobody has called
 * @param latestId its key, blank if there is none
 * @param untold whether the patient is still to be told that somebody asks for them
 */
record CallSheet(String reference, String patient, Contact contact, @Nullable Helper helper, Person first,
		TimeOfDay now, @Nullable JournalEntry latest, String latestId, boolean untold) {

	/** Whether the patient had rather be called at another time. */
	public boolean untimely() {
		return !this.contact.times().isEmpty() && !this.contact.times().contains(this.now);
	}

	/** Whether the patient wants no message on the answering machine. */
	public boolean noVoicemail() {
		return Boolean.FALSE.equals(this.contact.voicemail());
	}

	/** Who can be called. */
	public List<Person> people() {
		return (this.helper != null) ? List.of(Person.PATIENT, Person.HELPER) : List.of(Person.PATIENT);
	}

	@Override
	public String toString() {
		return "CallSheet[%s]".formatted(this.reference);
	}

}
