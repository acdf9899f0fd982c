package org.secondavis.mail;

import java.time.Clock;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.secondavis.staff.AccountInvited;

/**
 * Decides which mails an event about an account causes, and queues them in the
 * transaction that published it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class StaffMails {

	private final Outbox outbox;

	private final Clock clock;

	StaffMails(Outbox outbox, Clock clock) {
		this.outbox = outbox;
		this.clock = clock;
	}

	@EventListener
	void on(AccountInvited event) {
		this.outbox.save(OutgoingMail.toStaff(event.accountId(), "invited", this.clock.instant()));
	}

}
