package org.secondavis.information;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

import org.secondavis.clinic.Language;
import org.secondavis.clinic.Languages;
import org.secondavis.clinic.PublicAddress;

/**
 * Tells search engines which pages there are, each in its languages, and where they have
 * no business: robots.txt as in RFC 9309, the site map as sitemaps.org describes it.
 */
@RestController
class SearchEnginesController {

	private static final String RULES = """
			User-agent: *
			Allow: /demande/preparer
			Disallow: /admin
			Disallow: /connexion
			Disallow: /demande/
			Disallow: /suivi/
			Sitemap: %s
			""";

	private static final String SITE_MAP = """
			<?xml version="1.0" encoding="UTF-8"?>
			<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
			%s</urlset>
			""";

	private static final String ADDRESS = """
			<url>
			<loc>%s</loc>
			%s</url>
			""";

	private static final String ALTERNATE = """
			<xhtml:link rel="alternate" hreflang="%s" href="%s"/>
			""";

	private static final CacheControl FOR_A_DAY = CacheControl.maxAge(Duration.ofDays(1));

	private final PublicAddress site;

	private final InformationPages pages;

	private final List<String> languages;

	SearchEnginesController(PublicAddress site, InformationPages pages, Languages languages) {
		this.site = site;
		this.pages = pages;
		this.languages = languages.all().stream().map(Language::tag).toList();
	}

	@GetMapping("/robots.txt")
	ResponseEntity<String> rules() {
		return answer(MediaType.TEXT_PLAIN, RULES.formatted(this.site.link("/sitemap.xml")));
	}

	@GetMapping("/sitemap.xml")
	ResponseEntity<String> siteMap() {
		Stream<String> fixed = Stream
			.of("/", "/demande", "/demande/preparer", "/information/lettre", InformationController.SITE_MAP)
			.flatMap((path) -> addresses(path, this.languages));
		Stream<String> written = this.pages.slugs()
			.flatMap((slug) -> addresses("/information/" + slug, this.pages.languages(slug)));
		return answer(MediaType.APPLICATION_XML,
				SITE_MAP.formatted(Stream.concat(fixed, written).collect(Collectors.joining())));
	}

	private Stream<String> addresses(String path, List<String> languages) {
		String alternates = languages.stream()
			.map((language) -> ALTERNATE.formatted(language, address(path, language)))
			.collect(Collectors.joining());
		return languages.stream().map((language) -> ADDRESS.formatted(address(path, language), alternates));
	}

	private String address(String path, String language) {
		return HtmlUtils.htmlEscape(this.site.link(path, language), "UTF-8");
	}

	private static ResponseEntity<String> answer(MediaType type, String text) {
		return ResponseEntity.ok().contentType(type).cacheControl(FOR_A_DAY).body(text);
	}

}
