package org.secondavis.opinion;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.secondavis.staff.Role;
import org.secondavis.staff.StaffMember;

import org.springframework.security.access.AccessDeniedException;

/**
 * Who may do what with opinions; nothing else in this module decides on it. Every page
 * and every action asks here.
 */
public enum OpinionRight {

	/** Knowing how far it has come, without a word of it. */
	STATE(Role.SECRETARIAT, Role.DOCTOR, Role.ADMIN),
	/** Reading what is signed, and what the patient asks about it. */
	READ(Role.SECRETARIAT, Role.DOCTOR),
	/** Handing over what is signed. */
	DELIVER(Role.SECRETARIAT, Role.DOCTOR),
	/**
	 * Seeing drafts, writing, proof-reading, signing, and noting meetings: the work of
	 * doctors.
	 */
	WRITE(Role.DOCTOR);

	private final Set<Role> roles;

	OpinionRight(Role... roles) {
		this.roles = Set.of(roles);
	}

	/** Whether it is theirs. */
	public boolean isOf(StaffMember member) {
		return this.roles.contains(member.role());
	}

	/**
	 * Lets nobody else pass.
	 * @throws AccessDeniedException for all others
	 */
	void require(StaffMember member) {
		if (!isOf(member)) {
			throw new AccessDeniedException("This role may not do this with an opinion");
		}
	}

	/** Whether they may read the words of this opinion as it stands. */
	public static boolean mayRead(StaffMember member, @Nullable Opinion opinion) {
		return WRITE.isOf(member) || (READ.isOf(member) && opinion != null && opinion.getSignedAt() != null);
	}

}
