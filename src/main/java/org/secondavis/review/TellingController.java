package org.secondavis.review;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

import org.secondavis.request.IllegalMoveException;
import org.secondavis.request.Reference;
import org.secondavis.request.StaffId;
import org.secondavis.staff.NotFoundException;
import org.secondavis.staff.OvertakenException;
import org.secondavis.staff.StaffMember;
import org.secondavis.staff.WrongInputException;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Takes decisions of which the patient is told; each has a page of its own, on which the
 * words can be prepared.
 */
@Controller
@RequestMapping("/admin/demandes/{reference}")
class TellingController {

	private static final String COMPLETE = "/completer";

	private static final String REFER = "/orienter";

	private static final String CLOSE = "/cloturer";

	private final TellingSheets sheets;

	private final Tellings tellings;

	private final RequestSheets requests;

	TellingController(TellingSheets sheets, Tellings tellings, RequestSheets requests) {
		this.sheets = sheets;
		this.tellings = tellings;
		this.requests = requests;
	}

	@ModelAttribute("listUrl")
	String listUrl(@CookieValue(name = LastList.COOKIE, required = false) @Nullable String list) {
		return LastList.url(list);
	}

	@GetMapping({ COMPLETE, REFER, CLOSE })
	Object ask(@PathVariable Reference reference, HttpServletRequest address) {
		return this.sheets.proposal(reference, action(address))
			.<Object>map((proposed) -> page(proposed.sheet(), HttpStatus.OK).addObject("form", proposed.form()))
			.orElseGet(() -> "redirect:/admin/demandes/" + reference);
	}

	@PostMapping(path = { COMPLETE, REFER, CLOSE }, params = "action=prepare")
	ModelAndView prepare(@PathVariable Reference reference, @ModelAttribute("form") TellingForm form,
			BindingResult errors, HttpServletRequest address) {
		Optional<TellingSheet> sheet = this.sheets.of(reference, action(address));
		if (sheet.isEmpty()) {
			return impossible(reference, form);
		}
		try {
			return page(sheet.get(), form, this.sheets.prepare(sheet.get(), form));
		}
		catch (WrongInputException ex) {
			errors.rejectValue(ex.field(), ex.code());
			return page(sheet.get(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
	}

	@PostMapping({ COMPLETE, REFER, CLOSE })
	Object decide(@PathVariable Reference reference, @ModelAttribute("form") TellingForm form, BindingResult errors,
			@AuthenticationPrincipal StaffMember me, HttpServletRequest address, RedirectAttributes flash) {
		Action action = action(address);
		Optional<TellingSheet> sheet = this.sheets.of(reference, action);
		if (sheet.isEmpty()) {
			return impossible(reference, form);
		}
		try {
			this.tellings.decide(reference, action, form, new StaffId(me.id()));
			flash.addFlashAttribute("done", "Move." + action + ".done");
			return "redirect:/admin/demandes/" + reference;
		}
		catch (WrongInputException ex) {
			errors.rejectValue(ex.field(), ex.code());
			return page(sheet.get(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		catch (OvertakenException | ConcurrencyFailureException | DataIntegrityViolationException ex) {
			return overtaken(reference, action, form);
		}
		catch (IllegalMoveException ex) {
			return impossible(reference, form);
		}
	}

	/**
	 * Adds a prepared text to the message that is being written on the request page. The
	 * clinic's own are shown from then on: the page itself has no statement left for
	 * them.
	 */
	@PostMapping("/message/texte")
	ModelAndView insert(@PathVariable Reference reference, @ModelAttribute("form") DecisionForm form,
			BindingResult errors, @RequestParam(defaultValue = "") String topic) {
		String text = this.sheets.insert(reference, topic, form.note());
		ModelAndView page = RequestController.page(this.requests.of(reference), "message", HttpStatus.OK);
		return with(page, new DecisionForm(null, text, null, null)).addObject("ownTopics", this.sheets.ownTopics())
			.addObject("inserted", !text.equals(form.note()));
	}

	private ModelAndView overtaken(Reference reference, Action action, TellingForm form) {
		return this.sheets.of(reference, action)
			.map((now) -> page(now, HttpStatus.CONFLICT).addObject("overtaken", now.since(form.revision())))
			.orElseGet(() -> impossible(reference, form));
	}

	// what was typed for a decision that is possible no more becomes an internal note
	private ModelAndView impossible(Reference reference, TellingForm form) {
		RequestSheet sheet = this.requests.of(reference);
		ModelAndView page = RequestController.page(sheet, "note", HttpStatus.CONFLICT);
		page.addObject((form.revision() < sheet.revision()) ? "overtaken" : "illegal",
				(form.revision() < sheet.revision()) ? sheet.since(form.revision()) : true);
		return with(page, new DecisionForm(null, form.typed(), null, null));
	}

	private static ModelAndView with(ModelAndView page, DecisionForm form) {
		return page.addObject("form", form)
			.addObject(BindingResult.MODEL_KEY_PREFIX + "form", new BeanPropertyBindingResult(form, "form"));
	}

	private static ModelAndView page(TellingSheet sheet, TellingForm typed, TellingForm prepared) {
		return page(sheet, HttpStatus.OK).addObject("form", prepared)
			.addObject(BindingResult.MODEL_KEY_PREFIX + "form", new BeanPropertyBindingResult(prepared, "form"))
			.addObject("prepared", !prepared.note().equals(typed.note()));
	}

	private static ModelAndView page(TellingSheet sheet, HttpStatus status) {
		return new ModelAndView("review/telling", status).addObject("sheet", sheet);
	}

	private static Action action(HttpServletRequest address) {
		String path = address.getRequestURI();
		return Action.at(path.substring(path.lastIndexOf('/') + 1)).orElseThrow(NotFoundException::new);
	}

}
