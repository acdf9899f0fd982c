package org.secondavis.signin;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

import org.secondavis.staff.StaffAccount;
import org.secondavis.staff.StaffAccounts;

/**
 * Tells whose passkeys are whose: an account's id is also the handle that its passkeys
 * hold, so that nothing more is stored.
 */
@Component
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

	private final StaffAccounts accounts;

	PasskeyOwners(StaffAccounts accounts) {
		this.accounts = accounts;
	}

	static Bytes handle(UUID accountId) {
		return new Bytes(ByteBuffer.allocate(2 * Long.BYTES)
			.putLong(accountId.getMostSignificantBits())
			.putLong(accountId.getLeastSignificantBits())
			.array());
	}

	@Override
	public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
		ByteBuffer id = ByteBuffer.wrap(handle.getBytes());
		return owner(this.accounts.findById(new UUID(id.getLong(), id.getLong())));
	}

	@Override
	public @Nullable PublicKeyCredentialUserEntity findByUsername(String email) {
		return owner(this.accounts.findByEmail(email));
	}

	private static @Nullable PublicKeyCredentialUserEntity owner(Optional<StaffAccount> account) {
		return account
			.map((found) -> ImmutablePublicKeyCredentialUserEntity.builder()
				.id(handle(found.getId()))
				.name(found.getEmail())
				.displayName(found.getName())
				.build())
			.orElse(null);
	}

	/** Accounts are made and kept elsewhere. */
	@Override
	public void save(PublicKeyCredentialUserEntity owner) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void delete(Bytes handle) {
		throw new UnsupportedOperationException();
	}

}
