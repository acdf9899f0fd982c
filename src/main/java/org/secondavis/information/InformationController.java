package org.secondavis.information;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.secondavis.intake.Cookies;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

@Controller
class InformationController {

	/** Where all pages are listed for people. */
	static final String SITE_MAP = "/information/plan-du-site";

	/** The page under whose words the studies stand as a chart and a table. */
	private static final String FIGURES = "chiffres";

	private final InformationPages pages;

	InformationController(InformationPages pages) {
		this.pages = pages;
	}

	@GetMapping("/")
	String home(@CookieValue(name = Cookies.UNDER_WAY, required = false) @Nullable String underWay, Locale locale,
			Model model) {
		model.addAttribute("underWay", underWay != null);
		model.addAttribute("pages", this.pages.listed(locale));
		return "information/home";
	}

	@GetMapping(SITE_MAP)
	String siteMap(Locale locale, Model model) {
		Map<Boolean, List<InformationPage>> pages = this.pages.all(locale)
			.stream()
			.collect(Collectors.partitioningBy(InformationPage::listed));
		model.addAttribute("pages", pages.get(true));
		model.addAttribute("about", pages.get(false));
		return "information/site-map";
	}

	@GetMapping("/information/{slug}")
	String page(@PathVariable String slug, Locale locale, Model model) {
		InformationPage page = this.pages.all(locale)
			.stream()
			.filter((candidate) -> candidate.slug().equals(slug))
			.findFirst()
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("page", page);
		model.addAttribute("languages", this.pages.languages(slug));
		model.addAttribute("others", this.pages.listed(locale).stream().filter((other) -> other != page).toList());
		if (slug.equals(FIGURES)) {
			model.addAttribute("studies", Study.ALL);
			model.addAttribute("different", Study.findings(Study.Outcome.DIFFERENT));
			model.addAttribute("same", Study.findings(Study.Outcome.SAME));
		}
		return "information/page";
	}

}
