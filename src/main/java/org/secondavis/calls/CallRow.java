package org.secondavis.calls;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.secondavis.conversation.CallOutcome;
import org.secondavis.request.Contact.Person;
import org.secondavis.request.Contact.TimeOfDay;
import org.secondavis.request.Phone;

/**
 * Somebody to call today.
 *
 * @param reference the request
 * @param patient the name by which the clinic calls the patient
 * @param phone the patient's number, if known
 * @param helper who helps and may be called, if anybody
 * @param helperPhone the helper's number, if known
 * @param person whom to call first
 * @param times when a call suits; none means always
 * @param time when to call today, if that matters
 * @param voicemail whether a message may be left, if answered
 * @param reasons why to call
 * @param due the day for which the call was meant, if one was noted
 * @param late whether that day has passed
 * @param latestId the latest call, blank if there was none
 * @param latest what came of it
 * @param latestAt when it was
 */
record CallRow(String reference, String patient, @Nullable Phone phone, @Nullable String helper,
		@Nullable Phone helperPhone, Person person, List<TimeOfDay> times, @Nullable TimeOfDay time,
		@Nullable Boolean voicemail, List<WhyCall> reasons, @Nullable LocalDate due, boolean late, String latestId,
		@Nullable CallOutcome latest, @Nullable Instant latestAt) {

	/** What can be noted by a click: no message against the patient's wish. */
	public List<CallOutcome> outcomes() {
		return Boolean.FALSE.equals(this.voicemail) ? List.of(CallOutcome.REACHED, CallOutcome.NO_ANSWER)
				: List.of(CallOutcome.REACHED, CallOutcome.VOICEMAIL, CallOutcome.NO_ANSWER);
	}

	@Override
	public String toString() {
		return "CallRow[%s]".formatted(this.reference);
	}

	/** Why somebody is to be called. */
	enum WhyCall {

		/** A call was agreed or meant for that day, or an earlier one. */
		DUE,
		/** Nobody has told the patient that somebody asks for them. */
		UNTOLD,
		/** There is news that no mail can bring. */
		NEWS

	}

}
