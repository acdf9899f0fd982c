package org.secondavis.queue;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.secondavis.request.Situation.CancerSite;
import org.secondavis.request.Situation.CareStage;
import org.secondavis.request.Status;
import org.secondavis.review.Urgency;

/**
 * A request as the queue shows it.
 *
 * @param position its place in the whole list, from 1
 * @param reference its reference
 * @param revision what a decision about it must carry
 * @param patient the name by which the clinic calls the patient
 * @param submittedAt when it was sent
 * @param read whether a person has opened it
 * @param status where it stands
 * @param age the working days since it was sent
 * @param lateBy the working days by which it has stood too long where it stands, or 0
 * @param unclaimed whether it is new and nobody has taken it for too long
 * @param urgency what the planned treatment means for the clinic
 * @param plannedTreatment the day of the planned treatment, if any
 * @param cancerSite where the cancer is
 * @param careStage how far the care has come
 * @param byHelper whether somebody else asks for the patient
 * @param untold whether that patient is still to be told
 * @param message whether the patient has written something that nobody has seen
 * @param answer whether the patient has answered about an appointment, and nobody has
 * seen it
 * @param reply whether the patient has answered about a paper, and nobody has seen it
 * @param unsettled whether an appointment waits for the clinic to go on with it
 * @param question whether the patient has asked about the opinion, and nobody has
 * answered
 * @param meeting for when the clinic's own meeting is planned, if that is near
 * @param twin whether it may be the same as another request
 * @param missingPapers how many of the essential papers the patient has not at hand
 * @param assignee who works on it, if anybody
 * @param mails how its mails are doing, none if it has none
 */
record QueueRow(long position, String reference, int revision, String patient, Instant submittedAt, boolean read,
		Status status, int age, int lateBy, boolean unclaimed, Urgency urgency, @Nullable LocalDate plannedTreatment,
		CancerSite cancerSite, CareStage careStage, boolean byHelper, boolean untold, boolean message, boolean answer,
		boolean reply, boolean question, @Nullable LocalDate meeting, boolean unsettled, boolean twin,
		int missingPapers, @Nullable String assignee, @Nullable MailState mails) {

	@Override
	public String toString() {
		return "QueueRow[%s]".formatted(this.reference);
	}

	/** How the mails of a request are doing, the worst first. */
	enum MailState {

		FAILED, WAITING, SENT

	}

}
