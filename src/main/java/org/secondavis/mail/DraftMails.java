package org.secondavis.mail;

import java.time.Clock;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.secondavis.encryption.Vault;
import org.secondavis.intake.ResumeLinkWanted;

/**
 * Queues the mail that somebody wants who has sent nothing yet, in the transaction that
 * asked for it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DraftMails {

	private final Outbox outbox;

	private final MailQueue queue;

	private final Vault vault;

	private final Clock clock;

	DraftMails(Outbox outbox, MailQueue queue, Vault vault, Clock clock) {
		this.outbox = outbox;
		this.queue = queue;
		this.vault = vault;
		this.clock = clock;
	}

	/** The mail before, which may wait for an address that was wrong, is called back. */
	@EventListener
	void on(ResumeLinkWanted event) {
		this.queue.deleteByDraftId(event.draftId());
		this.outbox.save(OutgoingMail.toWriter(event.to(), event.draftId(), "resume", event.language(), this.vault,
				this.clock.instant()));
	}

}
