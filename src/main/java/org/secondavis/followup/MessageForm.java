package org.secondavis.followup;

import org.jspecify.annotations.Nullable;
import org.secondavis.conversation.Message;
import org.secondavis.intake.Check;
import org.secondavis.intake.Text;

/**
 * A message as the patient types it.
 *
 * @param message the text
 * @param page names the page on which it is typed
 */
record MessageForm(String message, String page) {

	MessageForm(@Nullable String message, @Nullable String page) {
		this.message = Text.area(message);
		this.page = Text.line(page);
	}

	void check(Check check) {
		check.required("message").atMost(Message.LONGEST, "message");
	}

	@Override
	public String toString() {
		return "MessageForm[…]";
	}

}
