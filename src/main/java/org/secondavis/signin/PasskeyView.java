package org.secondavis.signin;

import java.time.Instant;

import org.springframework.security.web.webauthn.api.CredentialRecord;

/**
 * A passkey as its owner sees it.
 *
 * @param id what it is found by
 * @param label what the owner calls it
 * @param added when it was added
 * @param used when it was last used
 */
record PasskeyView(String id, String label, Instant added, Instant used) {

	static PasskeyView of(CredentialRecord passkey) {
		return new PasskeyView(passkey.getCredentialId().toBase64UrlString(), passkey.getLabel(), passkey.getCreated(),
				passkey.getLastUsed());
	}

}
