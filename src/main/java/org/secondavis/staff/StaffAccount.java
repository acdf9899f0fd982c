package org.secondavis.staff;

import java.time.Instant;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * A member of staff who may sign in. Without a password yet, only the one-time link opens
 * the account.
 */
@Entity
public class StaffAccount extends AbstractAggregateRoot<StaffAccount> {

	@Id
	private UUID id;

	@Version
	private @Nullable Integer version;

	private String email;

	private String name;

	@Enumerated(EnumType.STRING)
	private Role role;

	private @Nullable String passwordHash;

	private boolean locked;

	private Instant createdAt;

	@SuppressWarnings("NullAway.Init")
	protected StaffAccount() {
	}

	private StaffAccount(String email, String name, Role role, @Nullable String passwordHash, Instant createdAt) {
		this.id = UuidCreator.getTimeOrderedEpoch();
		this.email = email;
		this.name = name;
		this.role = role;
		this.passwordHash = passwordHash;
		this.createdAt = createdAt;
	}

	/** An account whose owner gets a one-time link. */
	static StaffAccount invited(String email, String name, Role role, Instant now) {
		StaffAccount account = new StaffAccount(email, name, role, null, now);
		account.sendLink();
		return account;
	}

	/** An account that is open at once. */
	public static StaffAccount withPassword(String email, String name, Role role, String passwordHash, Instant now) {
		return new StaffAccount(email, name, role, passwordHash, now);
	}

	/**
	 * Has a one-time link sent to the owner. A password stays good until the link is
	 * used.
	 */
	void sendLink() {
		registerEvent(new AccountInvited(this.id));
	}

	/** Sets the password; whoever was signed in with an older one no longer is. */
	void choosePassword(String hash) {
		this.passwordHash = hash;
		registerEvent(new AccessChanged(this.id));
	}

	void changeRole(Role role) {
		this.role = role;
		registerEvent(new AccessChanged(this.id));
	}

	/** Shuts the account; whoever is signed in no longer is. */
	void lock() {
		this.locked = true;
		registerEvent(new AccessChanged(this.id));
	}

	void unlock() {
		this.locked = false;
	}

	/** Whoever has lost what they sign in with begins again; nobody is signed in. */
	void resetSecondFactor(UUID by) {
		registerEvent(new SafetyChanged(this.id, by, SafetyChanged.What.SECOND_FACTOR_RESET));
		registerEvent(new AccessChanged(this.id));
	}

	/** No identity at a provider opens the account any more; nobody is signed in. */
	void resetProviders(UUID by) {
		registerEvent(new SafetyChanged(this.id, by, SafetyChanged.What.PROVIDERS_RESET));
		registerEvent(new AccessChanged(this.id));
	}

	public UUID getId() {
		return this.id;
	}

	/**
	 * Grows with every change; a form that carries an older one has been overtaken. No
	 * bean property: Spring Data would take its 0 for the version of a stored account.
	 */
	int revision() {
		return (this.version != null) ? this.version : 0;
	}

	/** The sign-in name, and where one-time links go. */
	public String getEmail() {
		return this.email;
	}

	public String getName() {
		return this.name;
	}

	public Role getRole() {
		return this.role;
	}

	public boolean isLocked() {
		return this.locked;
	}

	public AccountState getState() {
		if (this.locked) {
			return AccountState.LOCKED;
		}
		return (this.passwordHash != null) ? AccountState.ACTIVE : AccountState.INVITED;
	}

	@Nullable String getPasswordHash() {
		return this.passwordHash;
	}

	@Override
	public String toString() {
		return "StaffAccount[%s, %s]".formatted(this.id, this.role);
	}

}
