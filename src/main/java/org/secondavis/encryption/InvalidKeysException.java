package org.secondavis.encryption;

/**
 * The setting {@code secondavis.encryption.keys} cannot be used; the reason names no key
 * material.
 */
public class InvalidKeysException extends RuntimeException {

	InvalidKeysException(String reason) {
		super(reason);
	}

}
