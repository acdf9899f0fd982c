package org.secondavis.staff;

import java.util.UUID;

/** An account as the accounts pages show it. */
record AccountView(UUID id, int version, String email, String name, Role role, AccountState state) {

	static AccountView of(StaffAccount account) {
		return new AccountView(account.getId(), account.revision(), account.getEmail(), account.getName(),
				account.getRole(), account.getState());
	}

	public boolean locked() {
		return this.state == AccountState.LOCKED;
	}

	/** How the state looks; its word says the same. */
	public String chip() {
		return switch (this.state) {
			case INVITED -> "warn";
			case ACTIVE -> "good";
			case LOCKED -> "bad";
		};
	}

}
