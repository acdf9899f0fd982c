package org.secondavis.followup;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.secondavis.conversation.Message;
import org.secondavis.conversation.Messages;
import org.secondavis.encryption.Vault;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** The patient's side of the messages. */
@Component
class Conversation {

	private final Messages messages;

	private final Vault vault;

	private final Clock clock;

	Conversation(Messages messages, Vault vault, Clock clock) {
		this.messages = messages;
		this.vault = vault;
		this.clock = clock;
	}

	/** All messages, oldest first; those of the clinic count as read from now on. */
	List<MessageLine> read(UUID requestId) {
		List<Message> all = this.messages.findByRequestIdOrderByWrittenAt(requestId);
		List<UUID> unread = all.stream()
			.filter((message) -> !message.isOfPatient() && message.getReadAt() == null)
			.map(Message::getId)
			.toList();
		if (!unread.isEmpty()) {
			this.messages.markRead(unread, this.clock.instant());
		}
		return all.stream().map((message) -> MessageLine.of(message, this.vault)).toList();
	}

	/** Sends a message to the clinic; a double click sends it once. */
	void write(UUID requestId, MessageForm form) {
		try {
			this.messages
				.save(Message.ofPatient(requestId, form.page(), form.message(), this.vault, this.clock.instant()));
		}
		catch (DataIntegrityViolationException ex) {
			// the clinic has it already
		}
	}

}
