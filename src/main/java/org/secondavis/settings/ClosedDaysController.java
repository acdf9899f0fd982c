package org.secondavis.settings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

import org.secondavis.clinic.ClosedPeriods;
import org.secondavis.clinic.CurrentClinic;
import org.secondavis.clinic.WorkingDays;
import org.secondavis.staff.StaffMember;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which administrators say when the clinic is closed. */
@Controller
@RequestMapping("/admin/reglages/jours-fermes")
class ClosedDaysController {

	private final ClinicChanges changes;

	private final ClosedPeriods periods;

	private final WorkingDays workingDays;

	private final CurrentClinic clinic;

	private final Clock clock;

	ClosedDaysController(ClinicChanges changes, ClosedPeriods periods, WorkingDays workingDays, CurrentClinic clinic,
			Clock clock) {
		this.changes = changes;
		this.periods = periods;
		this.workingDays = workingDays;
		this.clinic = clinic;
		this.clock = clock;
	}

	@GetMapping
	ModelAndView show(@ModelAttribute("form") ClosedDaysForm form, Locale locale) {
		return page(HttpStatus.OK, locale);
	}

	@PostMapping
	Object close(@ModelAttribute("form") ClosedDaysForm form, BindingResult errors,
			@AuthenticationPrincipal StaffMember me, RedirectAttributes flash, Locale locale) {
		form.check(today(), errors);
		if (!errors.hasErrors()) {
			try {
				this.changes.close(form.period(), me.id());
				flash.addFlashAttribute("done", "closed.saved");
				return "redirect:/admin/reglages/jours-fermes";
			}
			catch (DataIntegrityViolationException ex) {
				Rule.require("closed_period_daterange_excl", ex);
				errors.rejectValue("firstDay", "closed.already");
			}
		}
		return page(HttpStatus.UNPROCESSABLE_CONTENT, locale);
	}

	@PostMapping("/{id}/retirer")
	String open(@PathVariable UUID id, @AuthenticationPrincipal StaffMember me, RedirectAttributes flash) {
		flash.addFlashAttribute("done", opened(id, me.id()) ? "closed.removed" : "closed.gone");
		return "redirect:/admin/reglages/jours-fermes";
	}

	/** Whether nobody else has opened the clinic again, or does so at this moment. */
	private boolean opened(UUID id, UUID by) {
		try {
			return this.changes.open(id, by);
		}
		catch (ConcurrencyFailureException ex) {
			return false;
		}
	}

	private ModelAndView page(HttpStatus status, Locale locale) {
		return new ModelAndView("settings/closed-days", status)
			.addObject("periods", this.periods.findAllByOrderByFirstDay())
			.addObject("holidays", this.workingDays.publicHolidays(today(), today().plusYears(1), locale));
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), this.clinic.now().timeZone());
	}

}
