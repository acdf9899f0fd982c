package org.secondavis.followup;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.secondavis.conversation.Message;
import org.secondavis.encryption.UnreadableException;
import org.secondavis.encryption.Vault;

/**
 * A message as the patient reads it.
 *
 * @param mine whether the patient wrote it
 * @param writtenAt when
 * @param readAt when the other side first saw it
 * @param text what was written; none if it cannot be opened
 */
record MessageLine(boolean mine, Instant writtenAt, @Nullable Instant readAt, @Nullable String text) {

	static MessageLine of(Message message, Vault vault) {
		return new MessageLine(message.isOfPatient(), message.getWrittenAt(), message.getReadAt(),
				text(message, vault));
	}

	/** Whether the patient sees it for the first time. */
	public boolean fresh() {
		return !this.mine && this.readAt == null;
	}

	private static @Nullable String text(Message message, Vault vault) {
		try {
			return message.text(vault);
		}
		catch (UnreadableException ex) {
			return null;
		}
	}

	@Override
	public String toString() {
		return "MessageLine[…]";
	}

}
