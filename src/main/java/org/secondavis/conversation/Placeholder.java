package org.secondavis.conversation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a prepared text may leave open, such as {@code {nom}}. Each is filled with plain
 * text, once: braces within that text stand for themselves.
 */
public enum Placeholder {

	/** The name by which the clinic calls the patient. */
	NAME("nom"),
	/** The reference of the request. */
	REFERENCE("référence"),
	/** The clinic's name. */
	CLINIC("clinique"),
	/** The secretariat's number. */
	PHONE("téléphone"),
	/** The papers that are asked for, or still missing, one a line. */
	PAPERS("documents"),
	/** Where to turn to next, with all that is known of the place. */
	PLACE("lieu");

	private static final Pattern PATTERN = Pattern.compile("\\{([^{}\\n]{0,40})}");

	private final String word;

	Placeholder(String word) {
		this.word = word;
	}

	/** As it stands in a text, such as {@code {nom}}. */
	public String sign() {
		return "{" + this.word + "}";
	}

	/** The text with all filled in that are known; the others stay. */
	public static String fill(String text, Map<Placeholder, String> values) {
		return PATTERN.matcher(text)
			.replaceAll((found) -> Matcher
				.quoteReplacement(at(found).filter(values::containsKey).map(values::get).orElse(found.group())));
	}

	/** What stays open in a text if these are filled in. */
	public static List<String> open(String text, Set<Placeholder> filled) {
		return signs(text, (found) -> at(found).filter((one) -> !filled.contains(one)).isPresent());
	}

	/** What looks like a placeholder in a text and is none. */
	static List<String> unknown(String text) {
		return signs(text, (found) -> at(found).isEmpty());
	}

	private static List<String> signs(String text, Predicate<MatchResult> which) {
		return PATTERN.matcher(text).results().filter(which).map(MatchResult::group).distinct().toList();
	}

	private static Optional<Placeholder> at(MatchResult found) {
		return Arrays.stream(values()).filter((one) -> one.sign().equals(found.group())).findFirst();
	}

}
