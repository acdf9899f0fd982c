package org.secondavis.information;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.secondavis.clinic.Clinic;
import org.secondavis.clinic.CurrentClinic;
import org.secondavis.clinic.Language;
import org.secondavis.clinic.Languages;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * All pages that inform patients: ours, and those with which a clinic replaces or joins
 * them. A page that does not exist in the reader's language is given in French.
 */
@Component
class InformationPages {

	private static final String FRENCH = "fr";

	private final List<Language> languages;

	private final PageReader reader;

	private final ClinicFolder folder;

	private final CurrentClinic clinic;

	private volatile FilledIn ours;

	InformationPages(PageReader reader, ClinicFolder folder, Languages languages, CurrentClinic clinic) {
		this.languages = languages.all();
		this.reader = reader;
		this.folder = folder;
		this.clinic = clinic;
		this.ours = fillIn(clinic.now());
	}

	/** Our pages, which hold what the clinic says of itself now. */
	private Map<String, List<InformationPage>> ours() {
		Clinic now = this.clinic.now();
		if (!this.ours.facts().equals(now)) {
			this.ours = fillIn(now);
		}
		return this.ours.pages();
	}

	private FilledIn fillIn(Clinic now) {
		return new FilledIn(now, this.languages.stream()
			.collect(Collectors.toMap(Language::tag, (language) -> ours(language.tag(), this.reader))));
	}

	private static List<InformationPage> ours(String language, PageReader reader) {
		try {
			return Stream
				.of(new PathMatchingResourcePatternResolver()
					.getResources("classpath*:information/%s/*.md".formatted(language)))
				.map((file) -> reader.read(slug(file), language, text(file)))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String slug(Resource file) {
		return StringUtils.stripFilenameExtension(Objects.requireNonNull(file.getFilename()));
	}

	private static String text(Resource file) {
		try {
			return file.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The pages that answer questions of patients, in their order. */
	List<InformationPage> listed(Locale locale) {
		return all(locale).stream().filter(InformationPage::listed).toList();
	}

	/** All pages in their order, a legal notice and the like included. */
	List<InformationPage> all(Locale locale) {
		Map<String, InformationPage> pages = new HashMap<>();
		putAll(pages, FRENCH);
		putAll(pages, locale.toLanguageTag());
		return pages.values().stream().sorted(InformationPage.IN_ORDER).toList();
	}

	/** The names of all pages. */
	Stream<String> slugs() {
		return this.languages.stream()
			.flatMap((language) -> all(language.locale()).stream())
			.map(InformationPage::slug)
			.distinct();
	}

	/** The languages in which the page is written. */
	List<String> languages(String slug) {
		return this.languages.stream()
			.filter((language) -> all(language.locale()).stream()
				.anyMatch((page) -> page.slug().equals(slug) && page.language().equals(language.tag())))
			.map(Language::tag)
			.toList();
	}

	private void putAll(Map<String, InformationPage> pages, String language) {
		ours().getOrDefault(language, List.of()).forEach((page) -> pages.put(page.slug(), page));
		this.folder.pages(language).forEach((page) -> pages.put(page.slug(), page));
	}

	/** Our pages by language, filled in with what the clinic said then. */
	private record FilledIn(Clinic facts, Map<String, List<InformationPage>> pages) {
	}

}
