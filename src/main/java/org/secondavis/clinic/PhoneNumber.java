package org.secondavis.clinic;

import java.util.regex.Pattern;

/** Telephone numbers as people write them, such as +33 (0)1 23 45 67 89 or 3114. */
public final class PhoneNumber {

	private static final Pattern WRITTEN = Pattern.compile("\\(?\\+?[0-9][0-9 .()\u00A0\u202F-]{2,29}");

	private static final int FEWEST_DIGITS = 4;

	private PhoneNumber() {
	}

	/** Whether it is one number, that a telephone can dial. */
	public static boolean isOne(String written) {
		return WRITTEN.matcher(written).matches() && written.replaceAll("[^0-9]", "").length() >= FEWEST_DIGITS;
	}

	/**
	 * The number as a link that dials it. A zero in brackets is dialled only where the
	 * prefix of the country is not.
	 */
	public static String link(String written) {
		return "tel:" + written.replaceFirst("(\\+.*?)\\(0\\)", "$1").replaceAll("[^+0-9]", "");
	}

}
