package org.secondavis.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.secondavis.document.PaperType;
import org.secondavis.request.Helper;
import org.secondavis.request.Status;

/**
 * What the patient sees of a request.
 *
 * @param reference its name on the phone
 * @param status where it stands
 * @param read whether a person has opened it
 * @param answerBy the day by which the secretariat means to answer
 * @param late whether that day has passed
 * @param soon whether a treatment is planned before that day
 * @param stages the way that it takes
 * @param end how it has ended, if it has
 * @param newMessages how many messages of the clinic the patient has not seen
 * @param erasedAt when all will be erased, if that is known
 * @param erasureAsked whether the patient wants it
 * @param keptDays how many days the request is kept after its end
 * @param wanted the papers that the patient can ask for
 * @param helper who asked in the patient's place, if anybody
 * @param mayTakeOver whether the patient can act alone from now on
 * @param readable whether the patient's own words can be shown
 * @param answers what the patient told
 * @param papers the papers that were sent, and those that may follow
 * @param appointment the appointment, if there is or was one
 * @param opinion the opinion, once it is delivered
 */
record FollowUpPage(String reference, Status status, boolean read, LocalDate answerBy, boolean late, boolean soon,
		List<Stage> stages, @Nullable End end, int newMessages, @Nullable Instant erasedAt, boolean erasureAsked,
		long keptDays, @Nullable Helper helper, boolean mayTakeOver, boolean readable, List<AnswerGroup> answers,
		PapersPanel papers, @Nullable AppointmentPanel appointment, @Nullable OpinionPanel opinion) {

	/** The message code of the sentence that says where the request stands. */
	public String statusKey() {
		return statusKey(this.status, this.read);
	}

	/** The same of any request. */
	static String statusKey(Status status, boolean read) {
		return "followup.status." + status + ((status == Status.NEW && read) ? ".read" : "");
	}

	/** The message code of what happens next. */
	public String nextKey() {
		return "followup.next." + this.status + ((this.late && waitsForClinic()) ? ".late" : "");
	}

	/** Whether the patient had better not wait for the answer. */
	public boolean pressing() {
		return this.soon && waitsForClinic();
	}

	/** Whether the patient can still withdraw the request. */
	public boolean open() {
		return this.status.isOpen();
	}

	private boolean waitsForClinic() {
		return this.status == Status.SUSPECT || this.status == Status.NEW || this.status == Status.IN_REVIEW;
	}

	@Override
	public String toString() {
		return "FollowUpPage[%s]".formatted(this.reference);
	}

}
