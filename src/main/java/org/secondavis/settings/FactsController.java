package org.secondavis.settings;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.secondavis.clinic.Language;
import org.secondavis.clinic.Languages;
import org.secondavis.clinic.SettingGroup;
import org.secondavis.staff.StaffMember;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which administrators say what all pages tell of the clinic. */
@Controller
@RequestMapping("/admin/reglages/etablissement")
class FactsController {

	private final ClinicChanges changes;

	private final Languages languages;

	FactsController(ClinicChanges changes, Languages languages) {
		this.changes = changes;
		this.languages = languages;
	}

	/** A record is made whole by its constructor; nothing is written into it later. */
	@InitBinder
	void bindByConstructor(WebDataBinder binder) {
		binder.setDeclarativeBinding(true);
	}

	/** The languages other than the clinic's own, which comes first. */
	@ModelAttribute("translations")
	List<Language> translations() {
		return this.languages.all().stream().skip(1).toList();
	}

	@GetMapping({ "", "/{language}" })
	ModelAndView show(@PathVariable(required = false) @Nullable String language) {
		ModelAndView page = page(find(language), HttpStatus.OK);
		return page.addObject("form",
				FactsForm.of(this.changes.revision(SettingGroup.CLINIC), this.changes.facts(find(language))));
	}

	@PostMapping({ "", "/{language}" })
	Object say(@PathVariable(required = false) @Nullable String language, @ModelAttribute("form") FactsForm form,
			BindingResult errors, @AuthenticationPrincipal StaffMember me, RedirectAttributes flash) {
		Language translation = find(language);
		form.check(errors);
		if (errors.hasErrors()) {
			return page(translation, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			this.changes.say(form.words(), translation, form.version(), me.id());
			flash.addFlashAttribute("done", "facts.saved");
			return "redirect:/admin/reglages/etablissement" + ((language != null) ? "/" + language : "");
		}
		catch (OvertakenException | ConcurrencyFailureException ex) {
			return page(translation, HttpStatus.CONFLICT).addObject("overtaken",
					this.changes.revision(SettingGroup.CLINIC));
		}
	}

	private @Nullable Language find(@Nullable String tag) {
		return (tag == null) ? null
				: translations().stream()
					.filter((language) -> Objects.equals(language.tag(), tag))
					.findFirst()
					.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private ModelAndView page(@Nullable Language language, HttpStatus status) {
		return new ModelAndView("settings/facts", status).addObject("lines", this.changes.facts(language))
			.addObject("language", language);
	}

}
