package org.secondavis.information;

import java.util.List;
import java.util.Locale;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

@Controller
class InformationController {

	/** The page under whose words the studies stand as a chart and a table. */
	private static final String FIGURES = "chiffres";

	private final InformationPages pages;

	InformationController(InformationPages pages) {
		this.pages = pages;
	}

	@GetMapping("/")
	String home(Locale locale, Model model) {
		model.addAttribute("pages", this.pages.listed(locale));
		return "information/home";
	}

	@GetMapping("/information/{slug}")
	String page(@PathVariable String slug, Locale locale, Model model) {
		InformationPage page = this.pages.all(locale)
			.stream()
			.filter((candidate) -> candidate.slug().equals(slug))
			.findFirst()
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("page", page);
		model.addAttribute("others", this.pages.listed(locale).stream().filter((other) -> other != page).toList());
		if (slug.equals(FIGURES)) {
			model.addAttribute("studies", Study.ALL);
			model.addAttribute("different", Study.findings(Study.Outcome.DIFFERENT));
			model.addAttribute("same", Study.findings(Study.Outcome.SAME));
		}
		return "information/page";
	}

}
