package org.secondavis.request;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The text by which staff find a request: no accents, no capitals, identity and contact
 * only.
 */
public final class SearchText {

	private SearchText() {
	}

	static String of(Reference reference, Patient patient, @Nullable Helper helper, Contact contact) {
		return Stream
			.of(reference.value(), reference.value().replace("-", ""), patient.firstName(), patient.birthName(),
					patient.usedName(), email(contact.email()), phone(contact.phone()),
					(helper != null) ? helper.name() : null, (helper != null) ? email(helper.email()) : null,
					(helper != null) ? phone(helper.phone()) : null, inOneWord(patient.firstName()),
					inOneWord(patient.birthName()), inOneWord(patient.usedName()),
					(helper != null) ? inOneWord(helper.name()) : null)
			.map((part) -> (part != null) ? normalise(part) : "")
			.filter((part) -> !part.isEmpty())
			.collect(Collectors.joining(" "));
	}

	/**
	 * Lower case without accents; every run of blanks, apostrophes and hyphens is one
	 * blank.
	 */
	public static String normalise(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKD)
			.replaceAll("\\p{M}", "")
			.toLowerCase(Locale.ROOT)
			.replace("œ", "oe")
			.replace("æ", "ae")
			.replace("ß", "ss")
			.replace("ø", "o")
			.replace("ł", "l")
			.replaceAll("[\\s'’‐-]+", " ")
			.strip();
	}

	/** As people type who leave apostrophes and hyphens out; none if that is the same. */
	private static @Nullable String inOneWord(@Nullable String name) {
		String words = (name != null) ? normalise(name) : "";
		return words.contains(" ") ? words.replace(" ", "") : null;
	}

	private static @Nullable String email(@Nullable EmailAddress email) {
		return (email != null) ? email.value() : null;
	}

	// Both ways in which a French number is written, as digits only.
	private static @Nullable String phone(@Nullable Phone phone) {
		return (phone != null) ? phone.value().substring(1) + " " + phone.display().replaceAll("\\D", "") : null;
	}

}
