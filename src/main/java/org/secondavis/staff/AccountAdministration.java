package org.secondavis.staff;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What administrators do to accounts. Changes wait for one another, so that two
 * administrators who lock each other leave one.
 */
@Component
@Transactional
class AccountAdministration {

	private final StaffAccounts accounts;

	private final SetUpLinks links;

	private final Clock clock;

	AccountAdministration(StaffAccounts accounts, SetUpLinks links, Clock clock) {
		this.accounts = accounts;
		this.links = links;
		this.clock = clock;
	}

	/**
	 * Makes an account and has its owner sent a one-time link.
	 * @return whether the address was still free
	 */
	public boolean invite(String email, String name, Role role) {
		this.accounts.changeOneAtATime();
		if (this.accounts.findByEmail(email).isPresent()) {
			return false;
		}
		this.accounts.save(StaffAccount.invited(email, name, role, this.clock.instant()));
		return true;
	}

	/** Sends a new link to an owner who forgot the password or lost the first one. */
	public StaffAccount sendLink(UUID id, int version) {
		return change(id, version, StaffAccount::sendLink);
	}

	public StaffAccount changeRole(UUID id, int version, Role role, StaffMember by) {
		return change(id, version, (account) -> {
			refuseIfOwn(account, by);
			account.changeRole(role);
		});
	}

	public StaffAccount lock(UUID id, int version, StaffMember by) {
		return change(id, version, (account) -> {
			refuseIfOwn(account, by);
			account.lock();
			this.links.revoke(id);
		});
	}

	public StaffAccount unlock(UUID id, int version) {
		return change(id, version, (account) -> {
			account.unlock();
			// none that was sent meanwhile comes alive
			this.links.revoke(id);
		});
	}

	/** Removes all passkeys of a colleague, and has the colleague told. */
	public StaffAccount resetSecondFactor(UUID id, int version, StaffMember by) {
		return change(id, version, (account) -> {
			refuseIfOwn(account, by);
			account.resetSecondFactor(by.id());
		});
	}

	/** Takes from a colleague the sign-in by providers, and has the colleague told. */
	public StaffAccount resetProviders(UUID id, int version, StaffMember by) {
		return change(id, version, (account) -> {
			refuseIfOwn(account, by);
			account.resetProviders(by.id());
		});
	}

	private StaffAccount change(UUID id, int version, Consumer<StaffAccount> change) {
		this.accounts.changeOneAtATime();
		StaffAccount account = this.accounts.findById(id)
			.filter((found) -> found.revision() == version)
			.orElseThrow(() -> new AccountRefusedException("accounts.overtaken"));
		change.accept(account);
		this.accounts.save(account);
		if (this.accounts.countActive(Role.ADMIN) == 0) {
			throw new AccountRefusedException("accounts.last");
		}
		return account;
	}

	private static void refuseIfOwn(StaffAccount account, StaffMember by) {
		if (account.getId().equals(by.id())) {
			throw new AccountRefusedException("accounts.own");
		}
	}

}
