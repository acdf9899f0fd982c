package org.secondavis.doctor;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.UUID;

import org.secondavis.clinic.CurrentClinic;
import org.secondavis.request.Situation.CancerSite;
import org.secondavis.request.Situation.Treatment;
import org.secondavis.settings.TypedDays;
import org.secondavis.staff.OvertakenException;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffMember;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The pages on which it is said what doctors give opinions on, and when they are away.
 * Doctors look after their own.
 */
@Controller
@RequestMapping("/admin/reglages/medecins")
class DoctorsController {

	private final Team team;

	private final DoctorSettings settings;

	private final Commitments commitments;

	private final CurrentClinic clinic;

	private final Clock clock;

	DoctorsController(Team team, DoctorSettings settings, Commitments commitments, CurrentClinic clinic, Clock clock) {
		this.team = team;
		this.settings = settings;
		this.commitments = commitments;
		this.clinic = clinic;
		this.clock = clock;
	}

	@GetMapping
	String list(@AuthenticationPrincipal StaffMember me, Model model) {
		if (me.role() == Role.DOCTOR) {
			return "redirect:" + page(me.id());
		}
		model.addAttribute("doctors",
				this.team.all().stream().filter((member) -> member.doctor() && !member.locked()).toList());
		model.addAttribute("today", today());
		return "doctor/doctors";
	}

	@GetMapping("/{id}")
	ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal StaffMember me) {
		refuseOthers(id, me);
		return profile(id, HttpStatus.OK).addObject("form", ProfileForm.of(this.settings.profile(id)));
	}

	@PostMapping("/{id}")
	Object describe(@PathVariable UUID id, @ModelAttribute("form") ProfileForm form, BindingResult errors,
			@AuthenticationPrincipal StaffMember me, RedirectAttributes flash) {
		refuseOthers(id, me);
		form.check(errors);
		if (errors.hasErrors()) {
			return profile(id, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			this.settings.describe(id, form, me.id());
			return done("doctor.saved", id, flash);
		}
		catch (OvertakenException | ConcurrencyFailureException | DataIntegrityViolationException ex) {
			return profile(id, HttpStatus.CONFLICT).addObject("overtaken", true);
		}
	}

	@GetMapping("/{id}/absence")
	ModelAndView askForAbsence(@PathVariable UUID id, @ModelAttribute("form") TypedDays form,
			@AuthenticationPrincipal StaffMember me) {
		refuseOthers(id, me);
		return absence(id, HttpStatus.OK);
	}

	@PostMapping("/{id}/absence")
	Object add(@PathVariable UUID id, @ModelAttribute("form") TypedDays form, BindingResult errors,
			@AuthenticationPrincipal StaffMember me, RedirectAttributes flash) {
		refuseOthers(id, me);
		form.check(today(), errors);
		if (!errors.hasErrors()) {
			try {
				this.settings.add(id, form.first(), form.last(), me.id());
				// nothing is called off by itself
				flash.addFlashAttribute("kept", this.commitments.count(id, form.first(), form.last()));
				flash.addFlashAttribute("keptFrom", form.first().isBefore(today()) ? today() : form.first());
				return done("doctor.absence.saved", id, flash);
			}
			catch (DataIntegrityViolationException ex) {
				errors.rejectValue("firstDay", "doctor.absence.known");
			}
		}
		return absence(id, HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@PostMapping("/{id}/absences/{absence}/retirer")
	String remove(@PathVariable UUID id, @PathVariable UUID absence, @AuthenticationPrincipal StaffMember me,
			RedirectAttributes flash) {
		refuseOthers(id, me);
		return done(isRemoved(id, absence, me) ? "doctor.absence.removed" : "doctor.absence.gone", id, flash);
	}

	private boolean isRemoved(UUID id, UUID absence, StaffMember me) {
		try {
			return this.settings.remove(id, absence, me.id());
		}
		catch (ConcurrencyFailureException ex) {
			return false; // somebody else does so at this moment
		}
	}

	private static void refuseOthers(UUID id, StaffMember me) {
		if (me.role() == Role.DOCTOR && !me.id().equals(id)) {
			throw new AccessDeniedException("Doctors look after their own");
		}
	}

	private ModelAndView profile(UUID id, HttpStatus status) {
		return new ModelAndView("doctor/doctor", status).addObject("doctor", this.settings.find(id, today()))
			.addObject("sites", EnumSet.complementOf(EnumSet.of(CancerSite.UNKNOWN)))
			.addObject("treatments", Treatment.values());
	}

	private ModelAndView absence(UUID id, HttpStatus status) {
		return new ModelAndView("doctor/absence", status).addObject("doctor", this.settings.find(id, today()));
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), this.clinic.now().timeZone());
	}

	private static String done(String what, UUID id, RedirectAttributes flash) {
		flash.addFlashAttribute("done", what);
		return "redirect:" + page(id);
	}

	private static String page(UUID id) {
		return "/admin/reglages/medecins/" + id;
	}

}
