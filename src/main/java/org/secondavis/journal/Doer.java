package org.secondavis.journal;

import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.secondavis.doctor.TeamMember;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccount;

/**
 * Who did something to a request.
 *
 * @param side on whose side they are
 * @param account the account of a member of staff
 * @param name how colleagues call that member
 * @param role what that member is in the clinic
 */
public record Doer(Side side, @Nullable UUID account, @Nullable String name, @Nullable Role role) {

	public static final Doer PATIENT = new Doer(Side.PATIENT, null, null, null);

	static final Doer HELPER = new Doer(Side.HELPER, null, null, null);

	/** The application itself. */
	public static final Doer NOBODY = new Doer(Side.NOBODY, null, null, null);

	public static Doer of(StaffAccount account) {
		return new Doer(Side.CLINIC, account.getId(), account.getName(), account.getRole());
	}

	public static Doer of(TeamMember member) {
		return new Doer(Side.CLINIC, member.id(), member.name(), member.role());
	}

	/** As it stands in the address. */
	public String code() {
		return (this.account != null) ? this.account.toString() : this.side.name().toLowerCase(Locale.ROOT);
	}

	/** On whose side somebody is. */
	public enum Side {

		PATIENT, HELPER, CLINIC, NOBODY

	}

}
