package org.secondavis.calls;

import org.secondavis.conversation.CallOutcome;
import org.secondavis.request.Contact.TimeOfDay;
import org.secondavis.request.Reference;
import org.secondavis.request.StaffId;
import org.secondavis.staff.OvertakenException;
import org.secondavis.staff.StaffMember;
import org.secondavis.staff.WrongInputException;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows staff whom to call, and notes what came of it. */
@Controller
class CallsController {

	private static final String LIST = "/admin/appels";

	private static final String CALL = "/admin/demandes/{reference}/appel";

	private final CallList list;

	private final CallLog log;

	CallsController(CallList list, CallLog log) {
		this.list = list;
		this.log = log;
	}

	@GetMapping(LIST)
	String today(@RequestParam(defaultValue = "1") String page, Model model) {
		model.addAttribute("calls", this.list.page(page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1));
		return "calls/calls";
	}

	@GetMapping(CALL)
	ModelAndView ask(@PathVariable Reference reference) {
		CallSheet sheet = this.log.sheet(reference);
		return page(sheet, HttpStatus.OK).addObject("form", CallForm.empty(sheet.latestId(), sheet.first().name()));
	}

	@PostMapping(CALL)
	Object note(@PathVariable Reference reference, @ModelAttribute("form") CallForm form, BindingResult errors,
			@AuthenticationPrincipal StaffMember me, RedirectAttributes flash) {
		try {
			this.log.note(reference, form, new StaffId(me.id()));
		}
		catch (WrongInputException ex) {
			errors.rejectValue(ex.field(), ex.code());
			return page(this.log.sheet(reference), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		catch (OvertakenException ex) {
			return page(this.log.sheet(reference), HttpStatus.CONFLICT).addObject("overtaken", true);
		}
		flash.addFlashAttribute(form.isQuick() ? "done" : "doneBelow", "call.done");
		return "redirect:" + (form.isQuick() ? LIST : "/admin/demandes/" + reference + "#journal");
	}

	private static ModelAndView page(CallSheet sheet, HttpStatus status) {
		return new ModelAndView("calls/call", status).addObject("call", sheet)
			.addObject("outcomes", CallOutcome.values())
			.addObject("times", TimeOfDay.values());
	}

}
