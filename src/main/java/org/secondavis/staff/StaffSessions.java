package org.secondavis.staff;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Ends the sessions of an account whose owner may do less than before. */
@Component
class StaffSessions {

	private final FindByIndexNameSessionRepository<?> sessions;

	private final StaffAccounts accounts;

	StaffSessions(FindByIndexNameSessionRepository<?> sessions, StaffAccounts accounts) {
		this.sessions = sessions;
		this.accounts = accounts;
	}

	/** After the commit: earlier, the owner could still sign in again. */
	@TransactionalEventListener
	void on(AccessChanged event) {
		this.accounts.findById(event.accountId())
			.map(StaffAccount::getEmail)
			.ifPresent((name) -> this.sessions.findByPrincipalName(name).keySet().forEach(this.sessions::deleteById));
	}

}
