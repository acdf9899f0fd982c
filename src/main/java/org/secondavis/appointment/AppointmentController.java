package org.secondavis.appointment;

import org.secondavis.appointment.AppointmentActions.Action;
import org.secondavis.request.Reference;
import org.secondavis.request.StaffId;
import org.secondavis.staff.StaffMember;
import org.secondavis.staff.WrongInputException;

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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where staff propose, book and change the appointment of a request. */
@Controller("staffAppointmentController")
@RequestMapping("/admin/demandes/{reference}/rendez-vous")
class AppointmentController {

	private final AppointmentSheets sheets;

	private final AppointmentActions actions;

	AppointmentController(AppointmentSheets sheets, AppointmentActions actions) {
		this.sheets = sheets;
		this.actions = actions;
	}

	@GetMapping
	ModelAndView show(@PathVariable String reference, @ModelAttribute("form") AppointmentForm form) {
		AppointmentSheet sheet = this.sheets.open(parse(reference), form).orElseThrow(AppointmentController::notFound);
		return page(sheet, HttpStatus.OK).addObject("form", form.linkedTo(sheet.videoLink()));
	}

	@PostMapping
	Object act(@PathVariable String reference, @RequestParam String action,
			@ModelAttribute("form") AppointmentForm form, BindingResult errors, @AuthenticationPrincipal StaffMember me,
			RedirectAttributes flash) {
		try {
			this.actions.carryOut(Action.of(action).orElseThrow(AppointmentController::notFound), parse(reference),
					form, new StaffId(me.id()));
			flash.addFlashAttribute("done", "appointments.done." + action);
			return "redirect:/admin/demandes/%s/rendez-vous".formatted(parse(reference));
		}
		catch (WrongInputException ex) {
			errors.rejectValue(ex.field(), ex.code());
			return again(reference, form, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		catch (TimeTakenException ex) {
			errors.rejectValue("times", "appointments.times.taken");
			return again(reference, form, HttpStatus.CONFLICT);
		}
		catch (AppointmentOvertakenException | ConcurrencyFailureException ex) {
			return again(reference, form, HttpStatus.CONFLICT).addObject("overtaken", true);
		}
	}

	private ModelAndView again(String reference, AppointmentForm form, HttpStatus status) {
		return page(this.sheets.of(parse(reference), form).orElseThrow(AppointmentController::notFound), status);
	}

	private static ModelAndView page(AppointmentSheet sheet, HttpStatus status) {
		ModelAndView page = new ModelAndView("appointment/request", status);
		page.addObject("sheet", sheet);
		page.addObject("visits", Visit.values());
		// the counts of the work lists would cost the page one statement too many
		page.addObject("lists", null);
		return page;
	}

	private static Reference parse(String reference) {
		return Reference.parse(reference).orElseThrow(AppointmentController::notFound);
	}

	private static ResponseStatusException notFound() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
