package org.secondavis.interop;

import java.util.Locale;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;

/**
 * Our own codes as FHIR names them, with their words in one language. The addresses are
 * names and nothing more; whatever a code has meant it goes on meaning.
 */
class Codes {

	static final String BASE = "https://secondavis.org/fhir/";

	private final MessageSourceAccessor words;

	private final String language;

	Codes(MessageSource messages, Locale language) {
		this.words = new MessageSourceAccessor(messages, language);
		this.language = language.toLanguageTag();
	}

	/** The tag of their language. */
	String language() {
		return this.language;
	}

	static String system(Class<?> codes) {
		return BASE + "CodeSystem/"
				+ codes.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
	}

	Coding coding(Enum<?> code) {
		return new Coding(system(code.getDeclaringClass()), code.name(), word(code));
	}

	CodeableConcept concept(Enum<?> code) {
		return new CodeableConcept(coding(code)).setText(word(code));
	}

	String word(Enum<?> code) {
		return word(code.getDeclaringClass().getSimpleName() + "." + code.name());
	}

	String word(String key) {
		return clean(this.words.getMessage(key));
	}

	/**
	 * A text as FHIR allows it: no control signs, no halves of signs, no blanks around.
	 */
	static String clean(String text) {
		return text.replaceAll("[\\p{Cc}&&[^\\t\\r\\n]]|[\\p{Cs}\\uFFFE\\uFFFF\\u202A-\\u202E\\u2066-\\u2069]", "")
			.strip();
	}

}
