package org.secondavis.opinion;

import org.secondavis.request.IllegalMoveException;
import org.secondavis.request.Reference;
import org.secondavis.staff.NotFoundException;
import org.secondavis.staff.OvertakenException;
import org.secondavis.staff.StaffMember;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where doctors plan the clinic's own meeting about a request and note what it said. */
@Controller
@RequestMapping("/admin/demandes/{reference}/rcp")
class RcpController {

	private final OpinionPages pages;

	private final RcpDesk desk;

	RcpController(OpinionPages pages, RcpDesk desk) {
		this.pages = pages;
		this.desk = desk;
	}

	@GetMapping
	ModelAndView show(@PathVariable Reference reference, @AuthenticationPrincipal StaffMember me) {
		OpinionSheet sheet = this.pages.sheet(reference, me);
		return page(sheet, HttpStatus.OK).addObject("form", RcpForm.about(RcpDesk.latest(sheet.meetings())));
	}

	@PostMapping
	Object act(@PathVariable Reference reference, @RequestParam(defaultValue = "") String action,
			@ModelAttribute("form") RcpForm form, BindingResult errors, @AuthenticationPrincipal StaffMember me,
			RedirectAttributes flash) {
		try {
			boolean reread = this.desk.carryOut(RcpDesk.Action.of(action).orElseThrow(NotFoundException::new),
					reference, form, me);
			flash.addFlashAttribute("done", "opinions.rcp.done." + action + (reread ? ".reread" : ""));
			return "redirect:/admin/demandes/%s/rcp".formatted(reference);
		}
		catch (WrongFormException ex) {
			ex.nameIn(errors);
			return page(this.pages.sheet(reference, me), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		catch (OvertakenException | SealedOpinionException | IllegalMoveException | ConcurrencyFailureException ex) {
			return page(this.pages.sheet(reference, me), HttpStatus.CONFLICT).addObject("overtaken", true);
		}
	}

	private static ModelAndView page(OpinionSheet sheet, HttpStatus status) {
		ModelAndView page = OpinionPages.page("rcp", sheet, status);
		page.addObject("seen", sheet.lastMeeting());
		page.addObject("roles", RcpRole.values());
		page.addObject("specialties", Rcp.SPECIALTIES);
		page.addObject("longest", Typed.LONGEST);
		return page;
	}

}
