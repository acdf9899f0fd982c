package org.secondavis.intake;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Makes what people type or paste fit to be kept: nothing that they can see is lost, and
 * nothing that they cannot see is added.
 */
public final class Text {

	private static final Pattern LINE_ENDS = Pattern.compile("\\R");

	// blanks and invisible signs that come along when text is pasted
	private static final Pattern BLANK_RUNS = Pattern.compile("[\\s\\p{Z}\\u200B\\uFEFF]+");

	// control signs, halves of signs, and what turns round the text that follows
	private static final Pattern UNSAFE = Pattern
		.compile("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069\\uFFFE\\uFFFF&&[^\\n]]");

	private Text() {
	}

	/** One line: every run of blanks and line ends is one blank. */
	public static String line(@Nullable String text) {
		return strip(BLANK_RUNS.matcher(area(text)).replaceAll(" "));
	}

	/** Several lines: every line end is {@code \n}. */
	public static String area(@Nullable String text) {
		if (text == null) {
			return "";
		}
		String lines = LINE_ENDS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll("\n");
		String safe = UNSAFE.matcher(lines.replace('\t', ' ')).replaceAll("");
		return strip(safe);
	}

	// A pattern would look at every run of blanks again and again: hours for a long one.
	private static String strip(String text) {
		int from = 0;
		int to = text.length();
		while (from < to && isBlank(text.charAt(from))) {
			from++;
		}
		while (to > from && isBlank(text.charAt(to - 1))) {
			to--;
		}
		return text.substring(from, to);
	}

	private static boolean isBlank(char sign) {
		return Character.isWhitespace(sign) || Character.isSpaceChar(sign) || sign == '\u200B' || sign == '\uFEFF';
	}

	/** A list of lines, each once. */
	static List<String> lines(@Nullable List<String> texts) {
		return (texts != null) ? texts.stream().map(Text::line).distinct().toList() : List.of();
	}

	/** How many signs a person would count. */
	static int signs(String text) {
		return text.codePointCount(0, text.length());
	}

	static @Nullable String orNull(String text) {
		return text.isEmpty() ? null : text;
	}

}
