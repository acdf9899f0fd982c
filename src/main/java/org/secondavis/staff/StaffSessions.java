package org.secondavis.staff;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
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
		this.accounts.findById(event.accountId()).map(StaffAccount::getEmail).ifPresent(this::end);
	}

	/**
	 * An account can change between the check of the password and the beginning of the
	 * session, which is stored by now: whoever changes it from here on finds it.
	 */
	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void on(InteractiveAuthenticationSuccessEvent signIn) {
		if (signIn.getAuthentication().getPrincipal() instanceof StaffMember me
				&& this.accounts.findById(me.id()).map(StaffMember::of).filter(me::equals).isEmpty()) {
			end(me.email());
			throw new BadCredentialsException("The account has changed");
		}
	}

	private void end(String name) {
		this.sessions.findByPrincipalName(name).keySet().forEach(this.sessions::deleteById);
	}

}
