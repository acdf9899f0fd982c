package org.secondavis.journal;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.secondavis.mail.OutgoingMail;
import org.secondavis.mail.OutgoingMail.Recipient;
import org.secondavis.mail.OutgoingMail.State;

/**
 * A mail as staff see it: to whom in a word, never the address.
 *
 * @param id the mail
 * @param reference the request it is about; empty if about none
 * @param template what it says, as a code
 * @param recipient to whom it goes
 * @param state how far it has come
 * @param queuedAt when it was queued
 * @param due when it is tried next, if it waits
 * @param sentAt when it left, if it has
 * @param attempts how often sending failed or succeeded
 * @param lastError why the last attempt failed, if it did
 */
public record MailLine(UUID id, String reference, String template, Recipient recipient, State state, Instant queuedAt,
		Instant due, @Nullable Instant sentAt, int attempts, @Nullable String lastError) implements Thing {

	/** Whether it is meant to leave later: it gathers what happens until then. */
	public boolean held() {
		return this.state == State.QUEUED && this.attempts == 0 && this.due.isAfter(this.queuedAt);
	}

	static MailLine of(OutgoingMail mail) {
		return new MailLine(mail.getId(), "", mail.getTemplate(), mail.getRecipient(), mail.getStatus(),
				mail.getQueuedAt(), mail.getDue(), mail.getSentAt(), mail.getAttempts(), mail.getLastError());
	}

}
