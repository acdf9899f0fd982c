package org.secondavis.mail;

import java.time.Clock;
import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.secondavis.signin.SignInCodeWanted;
import org.secondavis.staff.AccountInvited;
import org.secondavis.staff.SafetyChanged;

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
		queue(event.accountId(), "invited");
	}

	@EventListener
	void on(SignInCodeWanted event) {
		queue(event.accountId(), "sign-in-code");
	}

	/** Owners hear of what they may not have done themselves. */
	@EventListener
	void on(SafetyChanged event) {
		switch (event.what()) {
			case PASSKEY_ADDED -> queue(event.accountId(), "passkey-added");
			case SECOND_FACTOR_RESET -> queue(event.accountId(), "second-factor-reset");
			case PROVIDER_LINKED -> queue(event.accountId(), "provider-linked");
			case PROVIDERS_RESET -> queue(event.accountId(), "providers-reset");
			case PASSKEY_REMOVED, SIGNED_OUT_EVERYWHERE, PROVIDER_UNLINKED -> {
			}
		}
	}

	private void queue(UUID account, String template) {
		this.outbox.save(OutgoingMail.toStaff(account, template, this.clock.instant()));
	}

}
