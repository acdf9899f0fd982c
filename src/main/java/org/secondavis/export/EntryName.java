package org.secondavis.export;

import java.util.regex.Pattern;

/**
 * Names files in an archive so that every computer can unpack them: no folder but ours,
 * no sign that a system forbids, no name twice, none that is too long.
 */
final class EntryName {

	/** In signs, each of which may take four bytes of the 255 that systems allow. */
	private static final int LONGEST = 55;

	private static final int LONGEST_ENDING = 6;

	private static final Pattern UNSAFE = Pattern.compile("[/\\\\:*?\"<>|\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]");

	private EntryName() {
	}

	/**
	 * The name of a file.
	 * @param number its number among the files, which tells apart those of one name
	 */
	static String of(int number, String name) {
		return "fichiers/%03d-%s".formatted(number, shorten(UNSAFE.matcher(name).replaceAll("_")));
	}

	private static String shorten(String name) {
		int[] signs = name.codePoints().toArray();
		if (signs.length <= LONGEST) {
			return name;
		}
		int start = LONGEST - LONGEST_ENDING - 1;
		return new String(signs, 0, start) + "…" + new String(signs, signs.length - LONGEST_ENDING, LONGEST_ENDING);
	}

}
