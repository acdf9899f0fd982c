package org.secondavis.trial;

import org.secondavis.staff.Role;

/**
 * An account that everybody who tries Second Avis may use.
 *
 * @param username the sign-in name
 * @param name how colleagues call its owner
 * @param role what it may do
 * @param password the password, no secret here
 */
record TrialAccount(String username, String name, Role role, String password) {

	/** The message code of the role. */
	public String roleKey() {
		return "Role." + this.role.name();
	}

	@Override
	public String toString() {
		return "TrialAccount[%s]".formatted(this.role);
	}

}
