package org.secondavis;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.attoparser.AbstractMarkupHandler;
import org.attoparser.MarkupParser;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every template has to keep to: texts stand in the messages, and nothing runs or is
 * fetched that our content security policy would refuse.
 */
class TemplatesTests {

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");

	private static final Set<String> SPOKEN = Set.of("title", "alt", "aria-label", "placeholder", "label", "summary");

	private static final Set<String> WRITTEN = Set.of("th:text", "th:title", "th:alt", "th:placeholder",
			"th:aria-label");

	private static final List<String> CONDITIONS = List.of("th:if", "th:unless", "th:each", "th:with");

	private static final Pattern INLINED = Pattern.compile("\\[\\[.*?]]|\\[\\(.*?\\)]|&\\w+;", Pattern.DOTALL);

	/** A word in an expression that is neither a name, a key nor an operator. */
	private static final Pattern LITERAL = Pattern.compile("'[^']*\\p{L}{2}[^']*'");

	private static final Pattern EXPRESSION = Pattern.compile("[#$*@~]\\{[^{}]*}");

	private static final Pattern THIRD_PARTY = Pattern
		.compile("(?<!xmlns=')https?://|url\\(\\s*['\"]?(?:https?:)?//|@import");

	static List<Path> pages() throws IOException {
		return find(".html", false);
	}

	/** Mails and PDF documents, which bring their own styles. */
	static List<Path> letters() throws IOException {
		return find(".html", true);
	}

	static List<Path> plainLetters() throws IOException {
		return find(".txt", true);
	}

	private static List<Path> find(String suffix, boolean letter) throws IOException {
		try (Stream<Path> files = Files.walk(TEMPLATES)) {
			return files.filter((file) -> file.toString().endsWith(suffix))
				.filter((file) -> letter == isLetter(TEMPLATES.relativize(file)))
				.sorted()
				.toList();
		}
	}

	private static boolean isLetter(Path template) {
		return template.startsWith("mail") || template.startsWith("pdf");
	}

	private static final List<String> SCRIPTED = List.of("fragments/papers.html", "layout/staff.html",
			"insight/figures.html", "opinion/opinion.html", "signin/parts.html");

	@ParameterizedTest
	@MethodSource({ "pages", "letters" })
	void noTemplateHoldsText(Path template) throws Exception {
		assertThat(read(template).texts).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("plainLetters")
	void noPlainLetterHoldsText(Path template) throws Exception {
		String text = INLINED.matcher(Files.readString(template).replaceAll("\\[[#/].*?]", "")).replaceAll("");
		assertThat(text).doesNotContainPattern("\\p{L}");
	}

	@ParameterizedTest
	@MethodSource("pages")
	void noPageHoldsStyleOrScript(Path template) throws Exception {
		assertThat(read(template).forbidden).isEmpty();
	}

	/** The content policy lets scripts run on these pages; they hold no words. */
	@ParameterizedTest
	@MethodSource("pages")
	void onlyTheFormForFilesAndTheWorkspaceHaveAScript(Path template) throws Exception {
		if (SCRIPTED.stream().noneMatch(template::endsWith)) {
			assertThat(Files.readString(template)).doesNotContain("<script");
		}
	}

	@ParameterizedTest
	@MethodSource({ "pages", "letters" })
	void onlyMarkdownIsPrintedAsHtml(Path template) throws Exception {
		if (!template.endsWith("information/page.html")) {
			assertThat(Files.readString(template)).doesNotContain("th:utext", "[(");
		}
	}

	@ParameterizedTest
	@MethodSource({ "pages", "letters" })
	void noPageFetchesFromThirdParties(Path template) throws Exception {
		assertThat(read(template).attributes)
			.allSatisfy((value) -> assertThat(value).doesNotContainPattern(THIRD_PARTY));
	}

	@Test
	void theThemeFetchesNothingFromThirdParties() throws IOException {
		assertThat(Files.readString(Path.of("src/main/resources/static/css/app.css")))
			.doesNotContainPattern(THIRD_PARTY);
	}

	/** Thymeleaf replaces an element before it asks whether it is there at all. */
	@ParameterizedTest
	@MethodSource({ "pages", "letters" })
	void noElementIsReplacedOnACondition(Path template) throws Exception {
		assertThat(read(template).elements).filteredOn((names) -> names.contains("th:replace"))
			.allSatisfy((names) -> assertThat(names).doesNotContainAnyElementsOf(CONDITIONS));
	}

	private static Found read(Path template) throws IOException, ParseException {
		Found found = new Found();
		try (Reader reader = Files.newBufferedReader(template)) {
			new MarkupParser(ParseConfiguration.htmlConfiguration()).parse(reader, found);
		}
		return found;
	}

	/** What stands in a template, each with its line. */
	private static final class Found extends AbstractMarkupHandler {

		private final List<String> texts = new ArrayList<>();

		private final List<String> forbidden = new ArrayList<>();

		private final List<String> attributes = new ArrayList<>();

		private final List<Set<String>> elements = new ArrayList<>();

		private boolean inStyle;

		@Override
		public void handleText(char[] buffer, int offset, int length, int line, int column) {
			String text = INLINED.matcher(new String(buffer, offset, length)).replaceAll("");
			if (!this.inStyle && hasLetter(text)) {
				this.texts.add("line %d: %s".formatted(line, text.strip()));
			}
		}

		@Override
		public void handleOpenElementStart(char[] buffer, int nameOffset, int nameLength, int line, int column) {
			String name = new String(buffer, nameOffset, nameLength).toLowerCase(Locale.ROOT);
			this.inStyle = name.equals("style");
			this.elements.add(new HashSet<>());
			if (name.equals("style") || name.equals("iframe") || name.equals("object")) {
				this.forbidden.add("line %d: <%s>".formatted(line, name));
			}
		}

		@Override
		public void handleStandaloneElementStart(char[] buffer, int nameOffset, int nameLength, boolean minimized,
				int line, int column) {
			this.elements.add(new HashSet<>());
		}

		@Override
		public void handleCloseElementStart(char[] buffer, int nameOffset, int nameLength, int line, int column) {
			this.inStyle = false;
		}

		@Override
		public void handleAttribute(char[] buffer, int nameOffset, int nameLength, int nameLine, int nameColumn,
				int operatorOffset, int operatorLength, int operatorLine, int operatorColumn, int valueContentOffset,
				int valueContentLength, int valueOuterOffset, int valueOuterLength, int valueLine, int valueColumn) {
			String name = new String(buffer, nameOffset, nameLength).toLowerCase(Locale.ROOT);
			String value = (valueContentLength > 0) ? new String(buffer, valueContentOffset, valueContentLength) : "";
			String where = "line %d: %s=%s".formatted(nameLine, name, value);
			this.attributes.add(value);
			this.elements.get(this.elements.size() - 1).add(name);
			if (SPOKEN.contains(name) && hasLetter(value) || WRITTEN.contains(name) && holdsWords(value)) {
				this.texts.add(where);
			}
			if (name.equals("style") || name.equals("th:style") || name.startsWith("on") || name.startsWith("th:on")) {
				this.forbidden.add(where);
			}
		}

		private static boolean hasLetter(String text) {
			return text.codePoints().anyMatch(Character::isLetter);
		}

		private static boolean holdsWords(String expression) {
			String rest = expression;
			for (String before = ""; !before.equals(rest);) {
				before = rest;
				rest = EXPRESSION.matcher(rest).replaceAll("");
			}
			return (rest.startsWith("|") && hasLetter(rest)) || LITERAL.matcher(rest).find();
		}

	}

}
