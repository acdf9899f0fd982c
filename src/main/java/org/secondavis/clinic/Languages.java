package org.secondavis.clinic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.MessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The languages of the pages: French, and each other one for which there is a file of
 * messages. What such a file or its folder of pages lacks is shown in French.
 */
@Component
public class Languages {

	private static final String FILES = "classpath:messages/messages_*.properties";

	private final List<Language> all;

	public Languages(MessageSource messages, Clinic clinic) {
		this.all = Stream.concat(Stream.of(Locale.FRENCH), others())
			.map((locale) -> new Language(locale, messages.getMessage("language.name", null, locale)))
			.toList();
		clinic.translations()
			.keySet()
			.stream()
			.filter((tag) -> find(this.all, tag).isEmpty())
			.findFirst()
			.ifPresent((tag) -> {
				throw new InvalidConfigurationPropertyValueException("secondavis.clinic.translations." + tag, tag,
						"There are no pages in that language.");
			});
	}

	private static Stream<Locale> others() {
		try {
			return Stream.of(new PathMatchingResourcePatternResolver().getResources(FILES))
				.map((file) -> locale(Objects.requireNonNull(file.getFilename())))
				.sorted((one, other) -> one.toLanguageTag().compareTo(other.toLanguageTag()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	// messages_language_COUNTRY_variant.properties, where the country may be empty
	private static Locale locale(String file) {
		String[] parts = file.substring(file.indexOf('_') + 1, file.lastIndexOf('.')).split("_");
		return new Locale.Builder().setLanguage(parts[0])
			.setRegion((parts.length > 1) ? parts[1] : "")
			.setVariant((parts.length > 2) ? parts[2] : "")
			.build();
	}

	/** All languages, French first. */
	public List<Language> all() {
		return this.all;
	}

	/** The language that has the tag. */
	public Optional<Language> find(String tag) {
		return find(this.all, tag);
	}

	private static Optional<Language> find(List<Language> all, String tag) {
		return all.stream().filter((language) -> language.tag().equals(tag)).findFirst();
	}

	/**
	 * What the language calls itself, or its tag if there are no pages in it any more.
	 */
	public String nameOf(Locale locale) {
		return find(locale.toLanguageTag()).map(Language::name).orElse(locale.toLanguageTag());
	}

}
