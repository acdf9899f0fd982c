package org.secondavis.opinion;

import org.secondavis.opinion.OpinionSheet.Following;
import org.secondavis.request.Reference;
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

/** Where doctors answer what patients ask about an opinion, or add to it. */
@Controller
@RequestMapping("/admin/demandes/{reference}/avis/complement")
class AddendumController {

	private final OpinionPages pages;

	private final AddendumDesk desk;

	AddendumController(OpinionPages pages, AddendumDesk desk) {
		this.pages = pages;
		this.desk = desk;
	}

	@GetMapping
	Object show(@PathVariable Reference reference, @RequestParam(defaultValue = "") String question,
			@AuthenticationPrincipal StaffMember me) {
		OpinionRight.WRITE.require(me);
		OpinionSheet sheet = this.pages.sheet(reference, me);
		if (!sheet.is(OpinionState.DELIVERED.name())) {
			return "redirect:" + OpinionPages.url(reference);
		}
		Following draft = sheet.draft();
		return page(sheet, HttpStatus.OK).addObject("form",
				(draft == null) ? new AddendumForm(sheet.added(), question, "") : new AddendumForm(sheet.added(),
						(draft.question() != null) ? draft.question().toString() : "", draft.text()));
	}

	@PostMapping
	Object write(@PathVariable Reference reference, @RequestParam(defaultValue = "save") String action,
			@ModelAttribute("form") AddendumForm form, BindingResult errors, @AuthenticationPrincipal StaffMember me,
			RedirectAttributes flash) {
		boolean signed = action.equals("sign");
		try {
			this.desk.write(reference, form, signed, me);
			flash.addFlashAttribute("done", signed ? "opinions.addendum.done.sign" : "opinions.addendum.done.save");
			return "redirect:" + OpinionPages.url(reference) + (signed ? "" : "/complement");
		}
		catch (WrongFormException ex) {
			ex.nameIn(errors);
			return page(this.pages.sheet(reference, me), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		catch (OvertakenException | SealedOpinionException | ConcurrencyFailureException ex) {
			OpinionSheet sheet = this.pages.sheet(reference, me);
			ModelAndView page = page(sheet, HttpStatus.CONFLICT).addObject("overtaken", true);
			page.addObject("form", new AddendumForm(sheet.added(), form.question(), form.addition()));
			return page;
		}
	}

	private static ModelAndView page(OpinionSheet sheet, HttpStatus status) {
		return OpinionPages.page("addendum", sheet, status).addObject("longest", Typed.LONGEST);
	}

}
