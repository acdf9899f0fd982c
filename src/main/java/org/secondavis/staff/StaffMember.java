package org.secondavis.staff;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.oauth2.core.user.OAuth2User;

/**
 * The member of staff who is signed in, be it by a password or by a provider.
 *
 * @param id the account
 * @param name how colleagues call them
 * @param email the sign-in name
 * @param role what they may do
 * @param passwordHash the password's hash, none until one is set
 * @param locked whether the account is locked
 */
public record StaffMember(UUID id, String name, String email, Role role, @Nullable String passwordHash,
		boolean locked) implements UserDetails, OAuth2User {

	/** The owner of an account, without the password's hash: sessions are stored. */
	public static StaffMember of(StaffAccount account) {
		return new StaffMember(account.getId(), account.getName(), account.getEmail(), account.getRole(), null,
				account.isLocked());
	}

	@Override
	public Collection<? extends GrantedAuthority> getAuthorities() {
		return List.of(new SimpleGrantedAuthority("ROLE_" + this.role.name()));
	}

	@Override
	public @Nullable String getPassword() {
		return this.passwordHash;
	}

	@Override
	public String getUsername() {
		return this.email;
	}

	/** As colleagues call them: pages read the name by this. */
	@Override
	public String getName() {
		return this.name;
	}

	/** Nothing of what a provider told is kept. */
	@Override
	public Map<String, Object> getAttributes() {
		return Map.of();
	}

	@Override
	public boolean isAccountNonLocked() {
		return !this.locked;
	}

	/** Whether they may do this. */
	public boolean may(Right right) {
		return right.roles().contains(this.role);
	}

	/** The message code of their role. */
	public String roleKey() {
		return "Role." + this.role.name();
	}

	@Override
	public String toString() {
		return "StaffMember[%s, %s]".formatted(this.id, this.role);
	}

}
