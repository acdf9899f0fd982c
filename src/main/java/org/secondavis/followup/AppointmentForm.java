package org.secondavis.followup;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.secondavis.appointment.AppointmentAnswers;
import org.secondavis.appointment.Seen;
import org.secondavis.intake.Check;
import org.secondavis.intake.Text;

/**
 * What the patient answers to a proposal.
 *
 * @param seen the proposal that was on the page
 * @param time the id of the time that suits, or {@code OTHERS} or {@code NONE}
 * @param words a few words to it
 */
record AppointmentForm(String seen, String time, String words) {

	static final String OTHERS = "OTHERS";

	static final String NONE = "NONE";

	private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	AppointmentForm(@Nullable String seen, @Nullable String time, @Nullable String words) {
		this.seen = Text.line(seen);
		this.time = Text.line(time);
		this.words = Text.area(words);
	}

	void check(Check check) {
		if (!this.time.equals(OTHERS) && !this.time.equals(NONE) && chosen().isEmpty()) {
			check.wrong("time", "required");
		}
		check.atMost(AppointmentAnswers.LONGEST, "words");
	}

	Optional<UUID> chosen() {
		return ID.matcher(this.time).matches() ? Optional.of(UUID.fromString(this.time)) : Optional.empty();
	}

	Seen proposal() {
		return new Seen(this.seen);
	}

	@Override
	public String toString() {
		return "AppointmentForm[…]";
	}

}
