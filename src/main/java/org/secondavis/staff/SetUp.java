package org.secondavis.staff;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.secondavis.encryption.SecretToken;

/** What happens behind a one-time link: its owner sets a password, once. */
@Component
class SetUp {

	private final SetUpLinks links;

	private final StaffAccounts accounts;

	private final PasswordEncoder passwords;

	private final Clock clock;

	SetUp(SetUpLinks links, StaffAccounts accounts, PasswordEncoder passwords, Clock clock) {
		this.links = links;
		this.accounts = accounts;
		this.passwords = passwords;
		this.clock = clock;
	}

	/** Whom a link belongs to; empty if it opens nothing. */
	@Transactional(readOnly = true)
	public Optional<Owner> ownerOf(SecretToken token) {
		return this.links.purposeOf(token).flatMap(this::ownerOf);
	}

	private Optional<Owner> ownerOf(SetUpLinks.Purpose purpose) {
		if (purpose.accountId() == null) {
			return (this.accounts.count() == 0) ? Optional.of(Owner.FIRST) : Optional.empty();
		}
		return this.accounts.findById(purpose.accountId())
			.filter((account) -> !account.isLocked())
			.map((account) -> new Owner(account.getEmail(), account.getName()));
	}

	/**
	 * Uses the link.
	 * @return whether it still opened something
	 */
	@Transactional
	public boolean complete(SecretToken token, SetUpForm form) {
		String hash = Objects.requireNonNull(this.passwords.encode(form.password()));
		SetUpLinks.Purpose purpose = this.links.use(token).orElse(null);
		if (purpose == null) {
			return false;
		}
		return (purpose.accountId() != null) ? choosePassword(purpose.accountId(), hash)
				: makeFirstAdministrator(form, hash);
	}

	private boolean choosePassword(UUID accountId, String hash) {
		Optional<StaffAccount> account = this.accounts.findById(accountId).filter((found) -> !found.isLocked());
		account.ifPresent((found) -> {
			found.choosePassword(hash);
			this.accounts.save(found);
		});
		return account.isPresent();
	}

	private boolean makeFirstAdministrator(SetUpForm form, String hash) {
		this.accounts.changeOneAtATime();
		if (this.accounts.count() > 0) {
			return false;
		}
		this.accounts
			.save(StaffAccount.withPassword(form.username(), form.name(), Role.ADMIN, hash, this.clock.instant()));
		return true;
	}

	/**
	 * Whom a link belongs to.
	 *
	 * @param email their sign-in name, empty for the first administrator
	 * @param name their name, empty for the first administrator
	 */
	record Owner(String email, String name) {

		static final Owner FIRST = new Owner("", "");

		public boolean first() {
			return equals(FIRST);
		}

	}

}
