package org.secondavis.clinic;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.secondavis.clinic.Clinic.Translation;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LanguagesTests {

	@Test
	void eachFileOfMessagesIsALanguageAndFrenchIsTheFirst() {
		Languages languages = languages(clinic(Map.of()));
		assertThat(languages.all()).extracting(Language::tag).startsWith("fr").contains("en").doesNotHaveDuplicates();
		assertThat(languages.find("en")).hasValue(new Language(Locale.ENGLISH, "English"));
		assertThat(languages.find("de")).isEmpty();
	}

	@Test
	void easyToReadFrenchIsALanguageOfItsOwn() {
		Languages languages = languages(clinic(Map.of()));
		Locale simple = Locale.forLanguageTag("fr-simple");
		assertThat(languages.find("fr-simple")).hasValue(new Language(simple, "Facile à lire"));
		assertThat(languages.all()).filteredOn(Language::isVariant)
			.extracting(Language::tag)
			.containsExactly("fr-simple");
		assertThat(languages.nameOf(simple)).isEqualTo("Facile à lire");
	}

	@Test
	void aLanguageThatIsGoneIsNamedByItsTag() {
		assertThat(languages(clinic(Map.of())).nameOf(Locale.GERMAN)).isEqualTo("de");
	}

	@Test
	void theClinicIsToldOfInTheReadersLanguageAsFarAsThatIsSet() {
		Clinic clinic = clinic(Map.of("en", new Translation("the morning", " ", List.of("Dr A (surgery)"), null)));
		Clinic english = clinic.in(Locale.ENGLISH);
		assertThat(english.hours()).isEqualTo("the morning");
		assertThat(english.price()).isEqualTo("150 €, remboursés");
		assertThat(english.doctors()).containsExactly("Dr A (surgery)");
		assertThat(english.hosting()).isEqualTo("Chez nous.");
		assertThat(clinic.in(Locale.FRENCH)).isEqualTo(clinic);
	}

	@Test
	void aTranslationIntoALanguageWithoutPagesStopsTheStart() {
		Clinic clinic = clinic(Map.of("englsh", new Translation(null, null, List.of(), null)));
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class).isThrownBy(() -> languages(clinic))
			.satisfies((ex) -> assertThat(ex.getName()).isEqualTo("secondavis.clinic.translations.englsh"));
	}

	private static Languages languages(Clinic clinic) {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages/messages");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		return new Languages(messages, clinic);
	}

	private static Clinic clinic(Map<String, Translation> translations) {
		return new Clinic("Clinique", "01 23 45 67 89", "a@b.example", "rue", "le matin", ZoneId.of("Europe/Paris"), 5,
				"150 €, remboursés", List.of("Dr A (chirurgie)"), null, "Chez nous.", null, translations);
	}

}
