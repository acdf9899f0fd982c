package org.secondavis.conversation;

import java.util.Map;

import org.secondavis.clinic.CurrentClinic;
import org.secondavis.clinic.Languages;
import org.secondavis.settings.Rule;
import org.secondavis.staff.OvertakenException;
import org.secondavis.staff.StaffMember;

import org.springframework.context.MessageSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which staff look after the prepared texts. */
@Controller
@RequestMapping("/admin/reglages/textes")
class TextsController {

	private static final String LIST = "redirect:/admin/reglages/textes";

	private final TextEditing editing;

	private final Languages languages;

	private final CurrentClinic clinic;

	private final MessageSource messages;

	TextsController(TextEditing editing, Languages languages, CurrentClinic clinic, MessageSource messages) {
		this.editing = editing;
		this.languages = languages;
		this.clinic = clinic;
		this.messages = messages;
	}

	@ModelAttribute("placeholders")
	Placeholder[] placeholders() {
		return Placeholder.values();
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("rows", this.editing.rows());
		model.addAttribute("languages", this.languages.all());
		return "conversation/texts";
	}

	@GetMapping("/nouveau")
	String newTopic(@ModelAttribute("form") TextForm form) {
		return "conversation/new-text";
	}

	@PostMapping("/nouveau")
	Object add(@ModelAttribute("form") TextForm form, BindingResult errors, @AuthenticationPrincipal StaffMember me,
			RedirectAttributes flash) {
		form.checkName(errors);
		form.checkText(errors);
		if (errors.hasErrors()) {
			return new ModelAndView("conversation/new-text", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.editing.add(form, me.id());
		flash.addFlashAttribute("done", "texts.done.added");
		return LIST;
	}

	@GetMapping("/{topic}/{language}")
	ModelAndView show(@PathVariable String topic, @PathVariable String language) {
		TextPage page = find(topic, language);
		Integer revision = page.revision();
		return page(page, HttpStatus.OK).addObject("form", new TextForm((revision != null) ? revision.toString() : null,
				page.topicRevision(), page.name(), page.text()));
	}

	@PostMapping("/{topic}/{language}")
	Object save(@PathVariable String topic, @PathVariable String language, @ModelAttribute("form") TextForm form,
			BindingResult errors, @AuthenticationPrincipal StaffMember me, RedirectAttributes flash) {
		TextPage page = find(topic, language);
		form.checkText(errors);
		return errors.hasErrors() ? page(page, HttpStatus.UNPROCESSABLE_CONTENT)
				: change(page, flash, "texts.done.saved", () -> this.editing.reword(page, form, me.id()));
	}

	@PostMapping(path = "/{topic}/{language}", params = "action=preview")
	ModelAndView preview(@PathVariable String topic, @PathVariable String language,
			@ModelAttribute("form") TextForm form, BindingResult errors) {
		TextPage page = find(topic, language);
		form.checkText(errors);
		return errors.hasErrors() ? page(page, HttpStatus.UNPROCESSABLE_CONTENT)
				: page(page, HttpStatus.OK).addObject("preview", Placeholder.fill(form.text(), examples(page)));
	}

	@PostMapping(path = "/{topic}/{language}", params = "action=forget")
	Object forget(@PathVariable String topic, @PathVariable String language, @ModelAttribute("form") TextForm form,
			BindingResult errors, @AuthenticationPrincipal StaffMember me, RedirectAttributes flash) {
		TextPage page = find(topic, language);
		return change(page, flash, (page.name() != null) ? "texts.done.removed" : "texts.done.ours",
				() -> this.editing.forget(page, form, me.id()));
	}

	private Object change(TextPage seen, RedirectAttributes flash, String done, Runnable change) {
		try {
			change.run();
			flash.addFlashAttribute("done", done);
			return LIST;
		}
		catch (OvertakenException | ConcurrencyFailureException ex) {
			return overtaken(seen);
		}
		catch (DataIntegrityViolationException ex) {
			Rule.require("prepared_text_topic_language_key", ex);
			return overtaken(seen);
		}
	}

	private ModelAndView overtaken(TextPage seen) {
		return page(find(seen.topic(), seen.language().tag()), HttpStatus.CONFLICT).addObject("overtaken", true);
	}

	private TextPage find(String topic, String language) {
		return this.editing.page(topic, language).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private static ModelAndView page(TextPage page, HttpStatus status) {
		return new ModelAndView("conversation/text", status).addObject("text", page);
	}

	private Map<Placeholder, String> examples(TextPage page) {
		return Map.of(Placeholder.NAME, "Camille Martin", Placeholder.REFERENCE, "SA-7K2M-9QXF", Placeholder.CLINIC,
				this.clinic.now().name(), Placeholder.PHONE, this.clinic.now().phone(), Placeholder.PAPERS,
				example("texts.example.papers", page), Placeholder.PLACE, example("texts.example.place", page));
	}

	private String example(String key, TextPage page) {
		return this.messages.getMessage(key, null, page.language().locale());
	}

}
