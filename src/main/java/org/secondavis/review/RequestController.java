package org.secondavis.review;

import java.util.List;
import java.util.UUID;

import org.secondavis.audit.NotesItself;
import org.secondavis.clinic.Retention;
import org.secondavis.request.IllegalMoveException;
import org.secondavis.request.Reference;
import org.secondavis.request.StaffId;
import org.secondavis.staff.NotFoundException;
import org.secondavis.staff.OvertakenException;
import org.secondavis.staff.StaffMember;
import org.secondavis.staff.WrongInputException;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
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
import org.springframework.web.servlet.support.RequestContextUtils;

/** Shows staff a request, and takes what they decide. */
@Controller
@RequestMapping("/admin/demandes/{reference}")
class RequestController {

	private final RequestSheets sheets;

	private final Decisions decisions;

	private final Openings openings;

	private final Retention retention;

	RequestController(RequestSheets sheets, Decisions decisions, Openings openings, Retention retention) {
		this.sheets = sheets;
		this.decisions = decisions;
		this.openings = openings;
		this.retention = retention;
	}

	@ModelAttribute("handedOverDays")
	long handedOverDays() {
		return this.retention.handedOver().toDays();
	}

	@ModelAttribute("listUrl")
	String listUrl(@CookieValue(name = LastList.COOKIE, required = false) @Nullable String list) {
		return LastList.url(list);
	}

	@GetMapping
	@NotesItself
	ModelAndView show(@PathVariable Reference reference, @RequestParam(defaultValue = "") String journal,
			@RequestParam(name = "par", defaultValue = "") String who,
			@RequestParam(name = "tout", defaultValue = "") String all, @AuthenticationPrincipal StaffMember me,
			HttpServletRequest request) {
		RequestSheet sheet = this.sheets.of(reference);
		// who comes from a decision has just seen the page, as a rule, and the trail has
		// what was sent; the notice costs a statement
		boolean seen = RequestContextUtils.getInputFlashMap(request) != null && !sheet.hasNews();
		List<Twins.Twin> twins = seen ? List.of() : this.openings.open(sheet, me);
		return page(sheet, "", HttpStatus.OK).addObject("form", DecisionForm.empty())
			.addObject("twins", twins)
			.addObject("journal", sheet.journal().show(journal, who, !all.isEmpty()));
	}

	@PostMapping("/{action}")
	Object decide(@PathVariable Reference reference, @PathVariable String action,
			@ModelAttribute("form") DecisionForm form, BindingResult errors, @AuthenticationPrincipal StaffMember me,
			RedirectAttributes flash) {
		Action chosen = Action.at(action).orElseThrow(NotFoundException::new);
		return carryOut(reference, action, form, errors, () -> {
			this.decisions.decide(reference, chosen, form, new StaffId(me.id()));
			flash.addFlashAttribute("done", "Move." + chosen + ".done");
			return "redirect:/admin/demandes/" + reference;
		});
	}

	@PostMapping("/note")
	Object note(@PathVariable Reference reference, @ModelAttribute("form") DecisionForm form, BindingResult errors,
			@AuthenticationPrincipal StaffMember me, RedirectAttributes flash) {
		return carryOut(reference, "note", form, errors, () -> {
			this.decisions.note(reference, form, new StaffId(me.id()));
			flash.addFlashAttribute("doneBelow", "decision.note.done");
			return "redirect:/admin/demandes/" + reference + "#journal";
		});
	}

	@PostMapping("/message")
	Object write(@PathVariable Reference reference, @ModelAttribute("form") DecisionForm form, BindingResult errors,
			@RequestParam(defaultValue = "") String page, @AuthenticationPrincipal StaffMember me,
			RedirectAttributes flash) {
		return carryOut(reference, "message", form, errors, () -> {
			this.decisions.write(reference, page, form, new StaffId(me.id()));
			flash.addFlashAttribute("done", "decision.message.done");
			return "redirect:/admin/demandes/" + reference + "#journal";
		});
	}

	@GetMapping("/effacer")
	Object askBeforeErasing(@PathVariable Reference reference) {
		RequestSheet sheet = this.sheets.of(reference);
		return sheet.erasable() ? new ModelAndView("review/erase", "sheet", sheet)
				: "redirect:/admin/demandes/" + sheet.reference();
	}

	@PostMapping("/effacer")
	Object erase(@PathVariable Reference reference, @ModelAttribute("form") DecisionForm form, BindingResult errors,
			@AuthenticationPrincipal StaffMember me, RedirectAttributes flash) {
		return carryOut(reference, "effacer", form, errors, () -> {
			this.decisions.erase(reference, form, new StaffId(me.id()));
			flash.addFlashAttribute("done", "decision.erase.done");
			return "redirect:/admin?status=SUSPECT";
		});
	}

	/**
	 * Does it, or shows the request as it stands now and says why it could not be done.
	 */
	private Object carryOut(Reference reference, String action, DecisionForm form, BindingResult errors,
			Decided decided) {
		try {
			return decided.redirect();
		}
		catch (WrongInputException ex) {
			errors.rejectValue(ex.field(), ex.code());
			return page(this.sheets.of(reference), action, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		catch (IllegalMoveException ex) {
			return page(this.sheets.of(reference), action, HttpStatus.CONFLICT).addObject("illegal", true);
		}
		catch (OvertakenException | ConcurrencyFailureException ex) {
			RequestSheet sheet = this.sheets.of(reference);
			return page(sheet, action, HttpStatus.CONFLICT).addObject("overtaken", sheet.since(form.revision()));
		}
	}

	// What was typed for an action that is possible no more is kept as an internal note;
	// so is why somebody declines, who may not have the request any more.
	static ModelAndView page(RequestSheet sheet, String action, HttpStatus status) {
		boolean possible = sheet.actions()
			.stream()
			.filter((one) -> one != Action.DECLINE || status != HttpStatus.CONFLICT)
			.anyMatch((one) -> one.path().equals(action)) || (action.equals("message") && sheet.writable());
		ModelAndView page = new ModelAndView("review/request", status);
		page.addObject("sheet", sheet);
		// who reads a request has enough to read, and the page costs enough already
		page.addObject("lists", null);
		page.addObject("attempted", (possible || action.isEmpty()) ? action : "note");
		page.addObject("page", UUID.randomUUID());
		page.addObject("journal", sheet.journal().show());
		return page;
	}

	private interface Decided {

		String redirect();

	}

}
