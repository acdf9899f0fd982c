package org.secondavis.review;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.secondavis.journal.Journal;
import org.secondavis.journal.JournalEntry;
import org.secondavis.referral.Place;
import org.secondavis.request.Contact;
import org.secondavis.request.Contact.Person;
import org.secondavis.request.Helper;
import org.secondavis.request.Situation.CancerSite;

/**
 * What to know of a request when a decision is taken of which the patient is told.
 *
 * @param action the decision
 * @param reference the request
 * @param revision what a form must carry for its decision to hold
 * @param patient the name by which the clinic calls the patient
 * @param language what the language of the patient calls itself
 * @param contact how the patient is reached
 * @param helper who helps and may be called, if anybody
 * @param site where the cancer is
 * @param papers all papers of the checklist, where papers are asked for
 * @param places where else to turn to, the fittest first
 * @param ways how the patient can be told, the likeliest first
 * @param call the latest call that reached somebody, if one did
 * @param journal what was decided and done before
 */
record TellingSheet(Action action, String reference, int revision, String patient, String language, Contact contact,
		@Nullable Helper helper, CancerSite site, List<PaperLine> papers, List<Place> places, List<Way> ways,
		@Nullable JournalEntry call, Journal journal) {

	/** The codes of the reasons to choose from. */
	public List<String> reasons() {
		return Tellings.reasons(this.action);
	}

	/** The message code of a reason, without the reason. */
	public String reasonKey() {
		return (this.action == Action.REFER) ? "ReferralReason." : "ClosingReason.";
	}

	/** Who can be called. */
	public Person[] people() {
		return Person.values();
	}

	/** Whether the patient can be sent a message. */
	public boolean writable() {
		return this.ways.contains(Way.MESSAGE);
	}

	/**
	 * What was done to the request after the given revision was seen, newest first.
	 */
	List<JournalEntry> since(int seen) {
		return this.journal.changes((seen >= 0) ? Math.max(0, this.revision - seen) : 0);
	}

	@Override
	public String toString() {
		return "TellingSheet[%s]".formatted(this.reference);
	}

}
