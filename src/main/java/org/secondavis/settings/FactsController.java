package org.secondavis.settings;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.secondavis.clinic.Language;
import org.secondavis.clinic.Languages;
import org.secondavis.clinic.SettingGroup;
import org.secondavis.staff.StaffMember;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
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
class FactsController extends SettingForms {

	private final ClinicChanges changes;

	private final Languages languages;

	FactsController(ClinicChanges changes, Languages languages) {
		super(changes, SettingGroup.CLINIC);
		this.changes = changes;
		this.languages = languages;
	}

	/** The languages other than the clinic's own, which comes first. */
	@ModelAttribute("translations")
	List<Language> translations() {
		return this.languages.all().stream().skip(1).toList();
	}

	@GetMapping({ "", "/{language}" })
	ModelAndView show(@PathVariable(required = false) @Nullable String language) {
		ModelAndView page = page(find(language), HttpStatus.OK);
		return page.addObject("form", FactsForm.of(revision(), this.changes.facts(find(language))));
	}

	@PostMapping({ "", "/{language}" })
	Object say(@PathVariable(required = false) @Nullable String language, @ModelAttribute("form") FactsForm form,
			BindingResult errors, @AuthenticationPrincipal StaffMember me, RedirectAttributes flash) {
		Language translation = find(language);
		form.check(errors);
		return save("/admin/reglages/etablissement" + ((language != null) ? "/" + language : ""), "facts.saved",
				() -> this.changes.say(form.words(), translation, form.version(), me.id()),
				(status) -> page(translation, status), errors, flash);
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
