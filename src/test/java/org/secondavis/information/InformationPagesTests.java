package org.secondavis.information;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondavis.Readability;
import org.secondavis.clinic.Clinic;
import org.secondavis.clinic.CurrentClinic;
import org.secondavis.clinic.Languages;
import org.secondavis.clinic.Retention;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class InformationPagesTests {

	private static final List<String> OURS = List.of("pourquoi", "quand", "deroulement", "traitement-personnalise",
			"metastases-peu-nombreuses", "preparer", "a-qui-demander", "chiffres", "questions-frequentes");

	private static final List<String> ABOUT_THIS_SITE = List.of("mentions-legales", "donnees-personnelles",
			"accessibilite");

	private static final Locale SIMPLE = Locale.forLanguageTag("fr-simple");

	/** A sign that French sets apart, without its no-break space. */
	private static final Pattern LOOSE_PUNCTUATION = Pattern
		.compile("(?<![\\u00A0\\u202F])[;?!]|(?<![\\u00A0\\u202F]):(?!//)|«(?!\\u00A0)|(?<!\\u00A0)»");

	private static final Pattern INTERNAL_LINK = Pattern.compile("href=\"(/[^\"]*)\"");

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "fr", "en" })
	void ourPagesExistInBothLanguages(String language) {
		List<InformationPage> all = pages(null).all(Locale.forLanguageTag(language));
		assertThat(all).extracting(InformationPage::slug)
			.isEqualTo(Stream.concat(OURS.stream(), ABOUT_THIS_SITE.stream()).toList());
		assertThat(all).allSatisfy((page) -> {
			assertThat(page.language()).isEqualTo(language);
			assertThat(page.reviewed()).isNotNull();
			assertThat(page.headings()).isNotEmpty();
			assertThat(page.html() + page.title() + page.line() + page.summary()).doesNotContain("{", "&lt;",
					"href=\"\"");
			assertThat(words(page)).as(page.slug()).isBetween(300L, 700L);
		});
	}

	@Test
	void everyPageForPatientsAndThePrivacyNoticeExistInEasyToReadFrench() {
		assertThat(pages(null).all(SIMPLE)).filteredOn((page) -> page.language().equals("fr-simple"))
			.extracting(InformationPage::slug)
			.isEqualTo(Stream.concat(OURS.stream(), Stream.of("donnees-personnelles")).toList());
	}

	@Test
	void easyToReadFrenchSaysOneThingInAShortSentence() {
		assertThat(pages(null).all(SIMPLE)).filteredOn((page) -> page.language().equals("fr-simple"))
			.allSatisfy((page) -> {
				List<String> sentences = Readability
					.sentences(String.join("\n", page.title(), page.line(), page.summary(),
							page.html().replaceAll("</?(?:p|li|h2|ul|ol)[^>]*>", "\n").replaceAll("<[^>]*>", "")));
				assertThat(sentences).as(page.slug())
					.hasSizeGreaterThan(50)
					.allSatisfy((sentence) -> assertThat(Readability.words(sentence)).as(sentence)
						.isLessThanOrEqualTo(Readability.LONGEST));
				assertThat(Readability.average(sentences)).as(page.slug()).isLessThanOrEqualTo(Readability.AVERAGE);
			});
	}

	/** It may say less, but nothing else. */
	@Test
	void easyToReadFrenchKeepsThePlaceholdersSourcesAndPlaceOfEachPage() throws IOException {
		Path french = Path.of("src/main/resources/information/fr");
		Path simple = Path.of("src/main/resources/information/fr-simple");
		try (Stream<Path> files = Files.list(simple)) {
			for (Path file : files.toList()) {
				String text = Files.readString(file);
				String original = Files.readString(french.resolve(file.getFileName()));
				assertThat(matches("(?m)^(?:order|list|reviewed): .*$", text)).as(file.toString())
					.isEqualTo(matches("(?m)^(?:order|list|reviewed): .*$", original));
				assertThat(matches("\\{[\\w-]+}", text)).as(file.toString())
					.isEqualTo(matches("\\{[\\w-]+}", original));
				assertThat(matches("\\d+,\\d|\\d{2,}", text)).as(file.toString())
					.isSubsetOf(matches("\\d+,\\d|\\d{2,}", original + "de 0 à 100"));
			}
		}
	}

	private static Set<String> matches(String pattern, String text) {
		return Pattern.compile(pattern).matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
	}

	@Test
	void pagesAboutThisSiteAreNotAmongTheQuestionsOfPatients() {
		assertThat(pages(null).listed(Locale.FRENCH)).extracting(InformationPage::slug).isEqualTo(OURS);
	}

	@Test
	void theQuestionsPeopleAskAreAsManyInEachLanguage() {
		for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH, SIMPLE)) {
			assertThat(pages(null).all(locale)).filteredOn("slug", "questions-frequentes")
				.singleElement()
				.satisfies((page) -> assertThat(page.headings()).hasSize(15)
					.extracting(InformationPage.Heading::text)
					.allMatch((question) -> question.endsWith("?")));
		}
	}

	@Test
	void frenchPunctuationNeverFallsToTheNextLine() {
		for (Locale locale : List.of(Locale.FRENCH, SIMPLE)) {
			assertThat(pages(null).all(locale)).allSatisfy(
					(page) -> assertThat(page.title() + " " + page.line() + " " + page.summary() + " " + text(page))
						.as(page.slug())
						.doesNotContainPattern(LOOSE_PUNCTUATION));
		}
	}

	@Test
	void linksBetweenOurPagesLeadSomewhere() {
		List<String> known = Stream
			.concat(Stream.concat(OURS.stream(), ABOUT_THIS_SITE.stream()).map((slug) -> "/information/" + slug),
					Stream.of("/information/lettre", "/demande/preparer"))
			.toList();
		for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH, SIMPLE)) {
			for (InformationPage page : pages(null).all(locale)) {
				assertThat(INTERNAL_LINK.matcher(page.html()).results().map((link) -> link.group(1))).as(page.slug())
					.isSubsetOf(known);
			}
		}
	}

	@Test
	void aFileOfTheClinicReplacesOurPageInItsLanguageOnly() throws IOException {
		write("fr/quand.md", page("À toute heure ?", 1));
		InformationPages pages = pages(this.folder.toString());
		assertThat(titles(pages, Locale.FRENCH)).hasSize(OURS.size())
			.contains("À toute heure ?")
			.doesNotContain("Quand demander un deuxième avis ?");
		assertThat(titles(pages, Locale.ENGLISH)).hasSize(OURS.size()).doesNotContain("À toute heure ?");
	}

	@Test
	void aFileMayJoinWhileTheApplicationRuns() throws IOException {
		InformationPages pages = pages(this.folder.toString());
		assertThat(titles(pages, Locale.FRENCH)).hasSize(OURS.size());
		write("fr/parking.md", page("Où se garer ?", 20));
		assertThat(titles(pages, Locale.FRENCH)).hasSize(OURS.size() + 1).endsWith("Où se garer ?");
		Files.delete(this.folder.resolve("fr/parking.md"));
		assertThat(titles(pages, Locale.FRENCH)).hasSize(OURS.size());
	}

	@Test
	void aPageThatTheClinicWroteInFrenchOnlyIsShownInFrench() throws IOException {
		write("fr/parking.md", page("Où se garer ?", 20));
		assertThat(pages(this.folder.toString()).all(Locale.ENGLISH)).filteredOn("slug", "parking")
			.singleElement()
			.returns("fr", InformationPage::language);
	}

	@Test
	void aPageIsOfferedInTheLanguagesInWhichItIsWritten() throws IOException {
		write("fr/parking.md", page("Où se garer ?", 20));
		write("en/train.md", page("Which train?", 21));
		InformationPages pages = pages(this.folder.toString());
		assertThat(pages.languages("quand")).containsExactly("fr", "en", "fr-simple");
		assertThat(pages.languages("accessibilite")).containsExactly("fr", "en");
		assertThat(pages.languages("parking")).containsExactly("fr");
		assertThat(pages.languages("train")).containsExactly("en");
		assertThat(pages.slugs()).contains("quand", "parking", "train").doesNotHaveDuplicates();
	}

	@Test
	void aFileIsReadAgainWhenItChanges() throws IOException {
		write("fr/quand.md", page("Avant ?", 1));
		InformationPages pages = pages(this.folder.toString());
		assertThat(titles(pages, Locale.FRENCH)).contains("Avant ?");
		write("fr/quand.md", page("Après ?", 1));
		Files.setLastModifiedTime(this.folder.resolve("fr/quand.md"), FileTime.from(Instant.EPOCH));
		assertThat(titles(pages, Locale.FRENCH)).contains("Après ?").doesNotContain("Avant ?");
	}

	@Test
	void aBrokenFileGivesWayToOursAndIsNamedInTheLogOnce(CapturedOutput output) throws IOException {
		write("fr/quand.md", "Sans en-tête");
		InformationPages pages = pages(this.folder.toString());
		assertThat(titles(pages, Locale.FRENCH)).contains("Quand demander un deuxième avis ?");
		assertThat(titles(pages, Locale.FRENCH)).hasSize(OURS.size());
		assertThat(output.getOut()).containsOnlyOnce("quand.md");
	}

	@Test
	void aFileInAnotherEncodingGivesWayToOurs(CapturedOutput output) throws IOException {
		Files.createDirectories(this.folder.resolve("fr"));
		Files.write(this.folder.resolve("fr/quand.md"), page("Été ?", 1).getBytes(StandardCharsets.ISO_8859_1));
		assertThat(titles(pages(this.folder.toString()), Locale.FRENCH)).contains("Quand demander un deuxième avis ?");
		assertThat(output.getOut()).contains("quand.md");
	}

	@Test
	void otherThingsInTheFolderAreLeftAlone(CapturedOutput output) throws IOException {
		write("fr/LISEZMOI.txt", "notes");
		write("fr/.quand.md.swp", "notes");
		write("fr/Quand.md", "notes");
		Files.createDirectories(this.folder.resolve("fr/quand.md"));
		assertThat(titles(pages(this.folder.toString()), Locale.FRENCH)).hasSize(OURS.size());
		assertThat(output.getOut()).doesNotContain("LISEZMOI", "swp", "Quand.md");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/nowhere/at/all", "pom.xml", "a\0b" })
	void aFolderThatCannotBeReadStopsTheStart(String setting) {
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class).isThrownBy(() -> pages(setting))
			.satisfies((ex) -> assertThat(ex.getName()).isEqualTo("secondavis.clinic.content"));
	}

	@Test
	void aBlankFolderIsNone() {
		assertThat(titles(pages(" "), Locale.FRENCH)).hasSize(OURS.size());
	}

	private static List<String> titles(InformationPages pages, Locale locale) {
		return pages.listed(locale).stream().map((page) -> page.title().replace('\u00A0', ' ')).toList();
	}

	private static long words(InformationPage page) {
		return Pattern.compile("[\\p{L}\\p{N}].*?(?=[\\s\\u00A0]|$)").matcher(text(page)).results().count();
	}

	private static String text(InformationPage page) {
		return page.html().replaceAll("<[^>]*>", " ").replaceAll("&\\w+;", " ");
	}

	private static String page(String title, int order) {
		return "---\ntitle: %s\nline: Ligne.\nsummary: Résumé.\norder: %d\n---\nTexte.\n".formatted(title, order);
	}

	@Test
	void whatTheClinicChangesOfItselfStandsInAllPagesFromThenOn() throws IOException {
		write("fr/chez-nous.md", page("Chez {clinic}", 20));
		AtomicReference<Clinic> current = new AtomicReference<>(clinic("Clinique d’antan", this.folder.toString()));
		InformationPages pages = pages(current.get(), current::get);
		assertThat(pages.all(Locale.FRENCH)).extracting(InformationPage::title).contains("Chez Clinique d’antan");
		assertThat(pages.all(Locale.FRENCH)).extracting(InformationPage::html)
			.anyMatch((html) -> html.contains("Clinique d’antan"));
		current.set(clinic("Clinique nouvelle", this.folder.toString()));
		assertThat(pages.all(Locale.FRENCH)).extracting(InformationPage::title).contains("Chez Clinique nouvelle");
		assertThat(pages.all(Locale.FRENCH)).extracting(InformationPage::html)
			.noneMatch((html) -> html.contains("Clinique d’antan"))
			.anyMatch((html) -> html.contains("Clinique nouvelle"));
	}

	private void write(String name, String text) throws IOException {
		Path file = this.folder.resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
	}

	private static InformationPages pages(@Nullable String content) {
		Clinic clinic = clinic("Clinique", content);
		return pages(clinic, () -> clinic);
	}

	private static Clinic clinic(String name, @Nullable String content) {
		return new Clinic(name, "01 23 45 67 89", "a@b.example", "rue", "le matin", ZoneId.of("Europe/Paris"), 5,
				"150 €", List.of("Dr A"), content, null, null, Map.of());
	}

	private static InformationPages pages(Clinic configured, CurrentClinic current) {
		PageReader reader = new PageReader(
				new Placeholders(current, new Retention(Duration.ofDays(7), Duration.ofDays(3), Duration.ofDays(30),
						Duration.ofDays(365), Duration.ofDays(90), false), PageReaderTests.MESSAGES));
		return new InformationPages(reader, new ClinicFolder(current, reader),
				new Languages(PageReaderTests.MESSAGES, configured), current);
	}

}
