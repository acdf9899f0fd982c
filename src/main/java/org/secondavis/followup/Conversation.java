package org.secondavis.followup;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.secondavis.conversation.Message;
import org.secondavis.conversation.Messages;
import org.secondavis.encryption.Vault;
import org.secondavis.request.Reference;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The patient's side of the messages. */
@Component
class Conversation {

	private final Messages messages;

	private final Requests requests;

	private final TransactionTemplate transaction;

	private final Vault vault;

	private final Clock clock;

	Conversation(Messages messages, Requests requests, TransactionTemplate transaction, Vault vault, Clock clock) {
		this.messages = messages;
		this.requests = requests;
		this.transaction = transaction;
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
	void write(Reference reference, MessageForm form) {
		try {
			this.transaction.executeWithoutResult(
					(status) -> this.requests.lockByReference(reference).ifPresent((request) -> write(request, form)));
		}
		catch (DataIntegrityViolationException ex) {
			// the clinic has it already
		}
	}

	private void write(SecondOpinionRequest request, MessageForm form) {
		this.messages
			.save(Message.ofPatient(request.getId(), form.page(), form.message(), this.vault, this.clock.instant()));
		request.growBeyondHandOver();
		this.requests.save(request);
	}

}
