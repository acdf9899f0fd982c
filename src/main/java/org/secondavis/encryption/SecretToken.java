package org.secondavis.encryption;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A secret of 256 random bits that stands in a link or a cookie. Only its hash is ever
 * stored.
 *
 * @param value the secret, in the alphabet of URLs, 43 signs
 */
public record SecretToken(String value) {

	private static final SecureRandom RANDOM = new SecureRandom();

	/** A new secret. */
	public static SecretToken random() {
		byte[] bytes = new byte[32];
		RANDOM.nextBytes(bytes);
		return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	/**
	 * What is stored in its place: SHA-256. A slow hash would add nothing to 256 random
	 * bits.
	 */
	public byte[] hash() {
		try {
			return MessageDigest.getInstance("SHA-256").digest(this.value.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String toString() {
		return "SecretToken[…]";
	}

}
