package org.secondavis.request;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * The name of a request, read over the phone without doubt: {@code SA-7K2M-9QXF}. Seven
 * random signs of Crockford's base 32 and a check sign, never a counter.
 *
 * @param value the reference as it is written, in capitals with hyphens
 */
public record Reference(String value) {

	private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	private static final int RANDOM_SIGNS = 7;

	private static final SecureRandom RANDOM = new SecureRandom();

	/** A new reference; the database makes sure that no two requests share one. */
	public static Reference random() {
		StringBuilder signs = new StringBuilder();
		for (int i = 0; i < RANDOM_SIGNS; i++) {
			signs.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
		}
		return of(signs.append(checkSign(signs)));
	}

	/**
	 * Understands what people type: lower case, blanks, missing hyphens, O for 0, I and L
	 * for 1. Empty if the check sign does not fit.
	 */
	public static Optional<Reference> parse(String text) {
		String typed = text.toUpperCase(Locale.ROOT)
			.replaceAll("[\\s-]", "")
			.replace('O', '0')
			.replace('I', '1')
			.replace('L', '1');
		// the signs themselves may begin with SA
		String signs = (typed.length() > RANDOM_SIGNS + 1 && typed.startsWith("SA")) ? typed.substring(2) : typed;
		if (signs.length() != RANDOM_SIGNS + 1 || signs.chars().anyMatch((sign) -> ALPHABET.indexOf(sign) < 0)
				|| signs.charAt(RANDOM_SIGNS) != checkSign(signs.substring(0, RANDOM_SIGNS))) {
			return Optional.empty();
		}
		return Optional.of(of(signs));
	}

	private static Reference of(CharSequence signs) {
		return new Reference("SA-%s-%s".formatted(signs.subSequence(0, 4), signs.subSequence(4, 8)));
	}

	// Each place has its own odd weight, so that a wrong sign always shows and so do most
	// swaps of neighbours.
	private static char checkSign(CharSequence signs) {
		int sum = 0;
		for (int i = 0; i < signs.length(); i++) {
			sum += (2 * i + 1) * ALPHABET.indexOf(signs.charAt(i));
		}
		return ALPHABET.charAt(sum % ALPHABET.length());
	}

	@Override
	public String toString() {
		return this.value;
	}

}
