package org.secondavis.document;

import java.text.Normalizer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Makes the name that a device gave to a file harmless to show and to hand out. */
final class FileName {

	/** The longest name that is kept, in signs. */
	static final int LONGEST = 150;

	private static final int LONGEST_ENDING = 10;

	// control signs, halves of signs, and all that is invisible or turns text round
	private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]");

	private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

	private FileName() {
	}

	/**
	 * The name without folders, invisible signs and signs that some systems forbid; a
	 * long one loses its middle. Nothing may be left of it.
	 */
	static String of(@Nullable String sent) {
		String all = (sent != null) ? sent : "";
		String last = all.substring(Math.max(all.lastIndexOf('/'), all.lastIndexOf('\\')) + 1);
		String visible = UNSAFE.matcher(Normalizer.normalize(last, Normalizer.Form.NFC)).replaceAll("");
		String tidy = BLANKS.matcher(visible.replaceAll("[:*?\"<>|]", "_")).replaceAll(" ").strip();
		return shorten(tidy.replaceFirst("^\\.+", ""));
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
