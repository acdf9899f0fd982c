package org.secondavis.appointment;

import java.time.DayOfWeek;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.secondavis.staff.Role;
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

/** Where staff set the hours of doctors; doctors set their own only. */
@Controller
@RequestMapping("/admin/reglages/creneaux")
class SlotsController {

	private final SlotSettings settings;

	private final Doctors doctors;

	SlotsController(SlotSettings settings, Doctors doctors) {
		this.settings = settings;
		this.doctors = doctors;
	}

	/** What is being added: {@code semaine}, {@code jour}, or nothing. */
	@GetMapping
	ModelAndView show(@ModelAttribute("form") SlotForm form, @RequestParam(defaultValue = "") String ajouter,
			@AuthenticationPrincipal StaffMember me) {
		return page(form, ajouter, me, HttpStatus.OK);
	}

	@PostMapping("/semaine")
	Object addWeek(@ModelAttribute("form") SlotForm form, BindingResult errors, @AuthenticationPrincipal StaffMember me,
			RedirectAttributes flash) {
		return change(form, "semaine", errors, me, flash,
				(doctor) -> this.settings.add(form.toPattern(doctor, this.settings.today()), me.id()));
	}

	@PostMapping("/jour")
	Object addDay(@ModelAttribute("form") SlotForm form, BindingResult errors, @AuthenticationPrincipal StaffMember me,
			RedirectAttributes flash) {
		return change(form, "jour", errors, me, flash,
				(doctor) -> this.settings.add(form.toChange(doctor, this.settings.today()), me.id()));
	}

	@PostMapping("/semaine/{id}/terminer")
	Object endWeek(@PathVariable UUID id, @RequestParam int version, @ModelAttribute("form") SlotForm form,
			BindingResult errors, @AuthenticationPrincipal StaffMember me, RedirectAttributes flash) {
		return change(form, "", errors, me, flash, (doctor) -> this.settings.end(doctor, id, version, me.id()));
	}

	@PostMapping("/jour/{id}/retirer")
	Object removeDay(@PathVariable UUID id, @ModelAttribute("form") SlotForm form, BindingResult errors,
			@AuthenticationPrincipal StaffMember me, RedirectAttributes flash) {
		return change(form, "", errors, me, flash, (doctor) -> this.settings.remove(doctor, id, me.id()));
	}

	private Object change(SlotForm form, String adding, BindingResult errors, StaffMember me, RedirectAttributes flash,
			Change change) {
		UUID doctor = doctor(form, me);
		if (doctor == null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		try {
			change.make(doctor);
			flash.addFlashAttribute("done", "slots.done");
			return "redirect:/admin/reglages/creneaux?doctor=" + doctor;
		}
		catch (WrongInputException ex) {
			errors.rejectValue(ex.field(), ex.code());
			return page(form, adding, me, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		catch (AppointmentOvertakenException | ConcurrencyFailureException ex) {
			return page(form, adding, me, HttpStatus.CONFLICT).addObject("overtaken", true);
		}
	}

	/** Doctors are given their own hours, whatever the form names. */
	private @Nullable UUID doctor(SlotForm form, StaffMember me) {
		if (me.role() == Role.DOCTOR) {
			return me.id();
		}
		return Typed.id(form.doctor())
			.filter((id) -> this.doctors.all().stream().anyMatch((one) -> one.id().equals(id)))
			.orElse(null);
	}

	private ModelAndView page(SlotForm form, String adding, StaffMember me, HttpStatus status) {
		UUID doctor = doctor(form, me);
		ModelAndView page = new ModelAndView("appointment/slots", status);
		page.addObject("doctors", (me.role() == Role.DOCTOR) ? List.of() : this.doctors.all());
		page.addObject("doctor", doctor);
		page.addObject("adding", (doctor != null) ? adding : "");
		page.addObject("weekdays", DayOfWeek.values());
		page.addObject("kinds", DayChange.Kind.values());
		page.addObject("visits", Visit.values());
		page.addObject("today", this.settings.today());
		page.addObject("patterns", (doctor != null) ? this.settings.patterns(doctor) : List.of());
		page.addObject("changes", (doctor != null) ? this.settings.changes(doctor) : List.of());
		return page;
	}

	private interface Change {

		void make(UUID doctor);

	}

}
