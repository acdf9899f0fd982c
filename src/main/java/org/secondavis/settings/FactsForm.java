package org.secondavis.settings;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.secondavis.clinic.Fact;
import org.secondavis.clinic.PhoneNumber;

import org.springframework.validation.Errors;

/**
 * What is typed about the clinic. An empty field leaves a fact as it is configured.
 *
 * @param version the revision of what was set when the form was made
 * @param facts the words, by the code of the fact
 */
record FactsForm(String version, Map<String, String> facts) {

	private static final int LONGEST = 600;

	private static final int MOST_DAYS = 60;

	private static final Pattern EMAIL = Pattern.compile("[^@\\s,;<>]+@[^@\\s,;<>]+\\.[^@\\s,;<>.]+");

	FactsForm(@Nullable String version, @Nullable Map<String, String> facts) {
		this.version = (version != null) ? version : "";
		Map<String, String> tidy = new TreeMap<>();
		if (facts != null) {
			facts.forEach((code, words) -> tidy.put(code, tidy(words)));
		}
		this.facts = Map.copyOf(tidy);
	}

	/** A form that shows what is set. */
	static FactsForm of(int revision, List<SettingLine> lines) {
		return new FactsForm(String.valueOf(revision), SettingLine.set(lines));
	}

	void check(Errors errors) {
		words().forEach((fact, words) -> {
			if (words.lines().anyMatch((line) -> line.length() > LONGEST)) {
				errors.rejectValue("facts[" + fact + "]", "facts.long");
			}
			else if (!words.isEmpty() && !fits(fact, words)) {
				errors.rejectValue("facts[" + fact + "]", "facts.wrong." + fact);
			}
		});
	}

	private static boolean fits(Fact fact, String words) {
		return switch (fact) {
			case EMAIL -> EMAIL.matcher(words).matches();
			case PHONE -> PhoneNumber.isOne(words);
			case ANSWER_DAYS -> words.matches("[1-9]\\d?") && Integer.parseInt(words) <= MOST_DAYS;
			case NAME, ADDRESS, HOURS, PRICE, DOCTORS, HOSTING -> true;
		};
	}

	/** What is typed, by fact. Only doctors stand on several lines. */
	Map<Fact, String> words() {
		Map<Fact, String> words = new EnumMap<>(Fact.class);
		for (Fact fact : Fact.values()) {
			String typed = this.facts.get(fact.name());
			if (typed != null) {
				words.put(fact, (fact == Fact.DOCTORS) ? typed : typed.replace('\n', ' '));
			}
		}
		return words;
	}

	private static String tidy(@Nullable String typed) {
		return (typed == null) ? ""
				: typed.lines()
					.map((line) -> line.replaceAll("\\p{Cntrl}+", " ").strip())
					.filter((line) -> !line.isEmpty())
					.collect(Collectors.joining("\n"));
	}

}
