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

	private final InformationPages pages;

	InformationController(InformationPages pages) {
		this.pages = pages;
	}

	@GetMapping("/")
	String home(Locale locale, Model model) {
		model.addAttribute("pages", this.pages.all(locale));
		return "information/home";
	}

	@GetMapping("/information/{slug}")
	String page(@PathVariable String slug, Locale locale, Model model) {
		List<InformationPage> all = this.pages.all(locale);
		InformationPage page = all.stream()
			.filter((candidate) -> candidate.slug().equals(slug))
			.findFirst()
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("page", page);
		model.addAttribute("others", all.stream().filter((other) -> other != page).toList());
		return "information/page";
	}

}
