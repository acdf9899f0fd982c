package org.secondavis;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long the sentences of a text are. Easy to read texts say one thing in a short
 * sentence (« L’information pour tous, règles européennes pour une information facile à
 * lire et à comprendre », Unapei and Inclusion Europe, 2009).
 */
public final class Readability {

	/** A sentence longer than this says more than one thing. */
	public static final int LONGEST = 20;

	/** What the sentences of a text have at most, on average. */
	public static final double AVERAGE = 12;

	// what follows a colon is understood on its own
	private static final Pattern END = Pattern.compile("(?<=[.?:])[\\s\\u00A0]+|\\R");

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}{][^\\s\\u00A0]*");

	private Readability() {
	}

	/** The sentences of a text; the end of a line ends one too. */
	public static List<String> sentences(String text) {
		return Stream.of(END.split(text)).map(String::strip).filter((sentence) -> words(sentence) > 0).toList();
	}

	/** How many words a sentence has. */
	public static int words(String sentence) {
		return (int) WORD.matcher(sentence).results().count();
	}

	/** How many words they have on average. */
	public static double average(List<String> sentences) {
		return sentences.stream().mapToInt(Readability::words).average().orElse(0);
	}

}
