package org.secondavis.followup;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.secondavis.appointment.Appointment;
import org.secondavis.appointment.Appointment.State;
import org.secondavis.appointment.AppointmentAnswers;
import org.secondavis.appointment.AppointmentOvertakenException;
import org.secondavis.appointment.Appointments;
import org.secondavis.appointment.CalendarFile;
import org.secondavis.appointment.CalendarFiles;
import org.secondavis.appointment.Doctors;
import org.secondavis.encryption.SecretToken;
import org.secondavis.encryption.UnreadableException;
import org.secondavis.encryption.Vault;
import org.secondavis.intake.Check;
import org.secondavis.request.SecondOpinionRequest;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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

/** Shows patients their appointment, and takes their answer to a proposal. */
@Controller
@RequestMapping("/suivi/{token}/rendez-vous")
class AppointmentController {

	private static final Set<State> TO_ENTER = EnumSet.of(State.BOOKED, State.ARRIVED);

	private final Visits visits;

	private final Appointments appointments;

	private final AppointmentPanels panels;

	private final AppointmentAnswers answers;

	private final Doctors doctors;

	private final CalendarFiles calendars;

	private final Vault vault;

	AppointmentController(Visits visits, Appointments appointments, AppointmentPanels panels,
			AppointmentAnswers answers, Doctors doctors, CalendarFiles calendars, Vault vault) {
		this.visits = visits;
		this.appointments = appointments;
		this.panels = panels;
		this.answers = answers;
		this.doctors = doctors;
		this.calendars = calendars;
		this.vault = vault;
	}

	@GetMapping
	ModelAndView show(@PathVariable SecretToken token, @ModelAttribute("form") AppointmentForm form,
			@RequestParam(name = "avis", defaultValue = "") String notice, HttpServletRequest device) {
		return page(this.visits.enter(token, Door.APPOINTMENT, device), HttpStatus.OK).addObject("answered",
				notice.equals("repondu"));
	}

	@PostMapping
	ModelAndView answer(@PathVariable SecretToken token, @ModelAttribute("form") AppointmentForm form,
			BindingResult problems, HttpServletRequest device) {
		SecondOpinionRequest request = this.visits.enter(token, Door.APPOINTMENT, device);
		form.check(new Check(problems));
		if (problems.hasErrors()) {
			return page(request, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			answer(request, form);
			return new ModelAndView("redirect:/suivi/%s/rendez-vous?avis=repondu".formatted(token.value()));
		}
		catch (AppointmentOvertakenException | ConcurrencyFailureException ex) {
			return page(request, HttpStatus.CONFLICT).addObject("overtaken", true);
		}
	}

	private void answer(SecondOpinionRequest request, AppointmentForm form) {
		form.chosen()
			.ifPresentOrElse((time) -> this.answers.accept(request.getReference(), request.getId(), form.proposal(),
					time, form.words()), () -> {
						if (form.time().equals(AppointmentForm.OTHERS)) {
							this.answers.wantOthers(request.getReference(), request.getId(), form.proposal(),
									form.words());
						}
						else {
							this.answers.refuse(request.getReference(), request.getId(), form.proposal(), form.words());
						}
					});
	}

	@GetMapping("/rendez-vous.ics")
	ResponseEntity<byte[]> calendar(@PathVariable SecretToken token, HttpServletRequest device, Locale locale) {
		SecondOpinionRequest request = this.visits.enter(token, Door.APPOINTMENT, device);
		CalendarFile file = this.appointments.findLatest(request.getId())
			.filter((appointment) -> TO_ENTER.contains(appointment.getState()))
			.map((appointment) -> this.calendars.of(appointment, request.getReference(), locale))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_TYPE, file.mediaType())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(file.name()).build().toString())
			.body(file.content());
	}

	private ModelAndView page(SecondOpinionRequest request, HttpStatus status) {
		ModelAndView page = new ModelAndView("followup/appointment", status);
		page.addObject("open", request.getStatus().isOpen());
		this.appointments.findLatest(request.getId()).ifPresent((appointment) -> {
			page.addObject("appointment", this.panels.of(request, appointment));
			page.addObject("doctor", this.doctors.nameOf(appointment.getDoctorId()).orElse(""));
			page.addObject("videoLink", videoLink(appointment));
		});
		return page;
	}

	// Whoever cannot be shown the address is told to call.
	private @Nullable String videoLink(Appointment appointment) {
		try {
			return appointment.videoLink(this.vault);
		}
		catch (UnreadableException ex) {
			return null;
		}
	}

}
