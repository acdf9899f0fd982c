package org.secondavis.journal;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.secondavis.conversation.Call;
import org.secondavis.conversation.CallOutcome;
import org.secondavis.request.Contact.Person;
import org.secondavis.request.Contact.TimeOfDay;

/**
 * A call as staff see it.
 *
 * @param person who was called
 * @param outcome what came of it
 * @param nextDay when to call again, if that was noted
 * @param nextTime the part of that day, if it matters
 */
record CallLine(Person person, CallOutcome outcome, @Nullable LocalDate nextDay,
		@Nullable TimeOfDay nextTime) implements Thing {

	static CallLine of(Call call) {
		return new CallLine(call.getPerson(), call.getOutcome(), call.getNextDay(), call.getNextTime());
	}

}
