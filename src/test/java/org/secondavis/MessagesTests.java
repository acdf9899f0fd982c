package org.secondavis;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** What every text of the pages and mails has to keep to. */
class MessagesTests {

	private static final Path FOLDER = Path.of("src/main/resources/messages");

	private static final String FRENCH = "messages.properties";

	private static final String ENGLISH = "messages_en.properties";

	private static final String SIMPLE = "messages_fr__simple.properties";

	private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)[^}]*}");

	private static final Pattern LITERAL_KEY = Pattern.compile("#\\{([\\w.\\[\\]]+)[}(]");

	/**
	 * A sign that French sets apart, without its no-break space; hours and addresses
	 * excepted.
	 */
	private static final Pattern LOOSE_PUNCTUATION = Pattern
		.compile("(?<![\\u00A0\\u202F])[;?!]|(?<![\\u00A0\\u202F]):(?!//|\\d)|«(?!\\u00A0)|(?<!\\u00A0)»");

	/** Codes that are never shown. */
	private static final Set<String> NAMELESS = Set.of("Urgency.NONE");

	static List<String> files() {
		try (Stream<Path> files = Files.list(FOLDER)) {
			return files.map((file) -> file.getFileName().toString()).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	void everyTextExistsInFrenchAndEnglish() {
		assertThat(french()).isNotEmpty();
		assertThat(texts(ENGLISH)).containsOnlyKeys(french().keySet());
	}

	/** What another language lacks is shown in French. */
	@ParameterizedTest
	@MethodSource("files")
	void noLanguageHasATextThatFrenchLacks(String file) {
		assertThat(french()).containsKeys(texts(file).keySet().toArray(String[]::new));
	}

	@ParameterizedTest
	@MethodSource("files")
	void everyLanguageSaysItsName(String file) {
		assertThat(texts(file)).containsKey("language.name");
	}

	@ParameterizedTest
	@MethodSource("files")
	void noTextIsEmpty(String file) {
		assertThat(texts(file)).allSatisfy((key, text) -> assertThat(text).as(key).isNotBlank());
	}

	@ParameterizedTest
	@MethodSource("files")
	void everyLanguageTakesTheSameArguments(String file) {
		Map<String, String> french = french();
		assertThat(texts(file)).allSatisfy(
				(key, text) -> assertThat(arguments(text)).as(key).isEqualTo(arguments(french.getOrDefault(key, ""))));
	}

	/** An ASCII apostrophe would also switch off the arguments of its text. */
	@ParameterizedTest
	@MethodSource("files")
	void apostrophesAreTypographic(String file) {
		assertThat(texts(file)).allSatisfy((key, text) -> assertThat(text).as(key).doesNotContain("'", "\""));
	}

	@ParameterizedTest
	@MethodSource("files")
	void frenchPunctuationNeverFallsToTheNextLine(String file) {
		assumeThat(file).isNotEqualTo(ENGLISH);
		Map<String, String> texts = new TreeMap<>(texts(file));
		// a browser tab has one line only
		texts.remove("error.title.prefix");
		assertThat(texts).allSatisfy((key, text) -> assertThat(text).as(key).doesNotContainPattern(LOOSE_PUNCTUATION));
	}

	@Test
	void easyToReadFrenchSaysOneThingInAShortSentence() {
		Map<String, String> texts = texts(SIMPLE);
		assertThat(texts).allSatisfy((key, text) -> assertThat(Readability.sentences(text.replace('|', '\n'))).as(key)
			.allMatch((sentence) -> Readability.words(sentence) <= Readability.LONGEST));
		assertThat(Readability
			.average(texts.values().stream().flatMap((text) -> Readability.sentences(text).stream()).toList()))
			.isLessThanOrEqualTo(Readability.AVERAGE);
	}

	/** The form, the follow-up page and the mails to patients, whoever reads them. */
	@Test
	void easyToReadFrenchHasNoTextThatOnlyStaffRead() {
		assertThat(texts(SIMPLE).keySet())
			.noneMatch((key) -> key
				.matches("(?:queue|request|decision|journal|mails|accounts?|signIn|setUp|trial|erase)\\..*"))
			.noneMatch((key) -> key.matches("mail\\..*-(?:clinic|staff)\\..*"));
	}

	@ParameterizedTest
	@MethodSource("files")
	void nothingIsExclaimed(String file) {
		assertThat(texts(file)).allSatisfy((key, text) -> assertThat(text).as(key).doesNotContain("!"));
	}

	@Test
	void englishSetsNoSignApart() {
		assertThat(texts(ENGLISH)).allSatisfy((key, text) -> assertThat(text).as(key).doesNotContain("\u00A0?"));
	}

	@Test
	void everyTextThatATemplateNamesExists() throws IOException {
		Set<String> known = french().keySet();
		try (Stream<Path> templates = Files.walk(Path.of("src/main/resources/templates"))) {
			templates.filter(Files::isRegularFile)
				.forEach((template) -> assertThat(matches(LITERAL_KEY, read(template))).as(template.toString())
					.isSubsetOf(known));
		}
	}

	/** Where one code of a choice has a name, all have. */
	@Test
	void everyCodeOfAChoiceHasAName() {
		Set<String> known = french().keySet();
		List<String> missing = new ArrayList<>();
		for (JavaClass type : new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("org.secondavis")) {
			List<String> keys = type.isEnum() ? codes(type) : List.of();
			if (keys.stream().anyMatch(known::contains)) {
				keys.stream().filter((key) -> !known.contains(key) && !NAMELESS.contains(key)).forEach(missing::add);
			}
		}
		assertThat(missing).isEmpty();
	}

	private static List<String> codes(JavaClass type) {
		return type.getFields()
			.stream()
			.filter((field) -> field.getModifiers().contains(JavaModifier.ENUM))
			.map(JavaField::getName)
			.map((code) -> type.getSimpleName() + "." + code)
			.toList();
	}

	private static Map<String, String> french() {
		return texts(FRENCH);
	}

	private static Map<String, String> texts(String file) {
		return load(FOLDER.resolve(file));
	}

	private static Map<String, String> load(Path file) {
		Map<String, String> texts = new TreeMap<>();
		Properties properties = new Properties() {

			@Override
			public synchronized @Nullable Object put(Object key, Object text) {
				assertThat(texts.put(key.toString(), text.toString())).as("%s twice in %s", key, file).isNull();
				return null;
			}

		};
		try (Reader reader = Files.newBufferedReader(file)) {
			properties.load(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return texts;
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Set<String> arguments(String text) {
		return matches(ARGUMENT, text);
	}

	private static Set<String> matches(Pattern pattern, String text) {
		return pattern.matcher(text)
			.results()
			.map((MatchResult match) -> match.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
