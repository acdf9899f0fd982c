package org.secondavis.encryption;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.stereotype.Component;

/**
 * Recognises a thing without storing it: the same text always has the same fingerprint,
 * and only who holds the first configured key can tell which text it was.
 */
@Component
public class Fingerprints {

	private static final String ALGORITHM = "HmacSHA256";

	private final SecretKeySpec key;

	Fingerprints(EncryptionProperties properties) {
		this.key = derivedFrom(Keys.first(properties.keys()));
	}

	// A key of its own, so that nothing said here tells anything of the vault's.
	private static SecretKeySpec derivedFrom(byte[] key) {
		try {
			return new SecretKeySpec(Keys.derive(key, "fingerprints"), ALGORITHM);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The first 64 bits of the keyed hash. */
	public long of(String text) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			return ByteBuffer.wrap(mac.doFinal(text.getBytes(StandardCharsets.UTF_8))).getLong();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
