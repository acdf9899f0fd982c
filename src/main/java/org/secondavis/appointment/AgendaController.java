package org.secondavis.appointment;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.secondavis.clinic.PublicAddress;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffMember;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Shows staff who sees whom and when, and hands out the links for calendar programs. */
@Controller
@RequestMapping("/admin/agenda")
class AgendaController {

	private final Agenda agenda;

	private final AgendaFeeds feeds;

	private final Doctors doctors;

	private final PublicAddress address;

	AgendaController(Agenda agenda, AgendaFeeds feeds, Doctors doctors, PublicAddress address) {
		this.agenda = agenda;
		this.feeds = feeds;
		this.doctors = doctors;
		this.address = address;
	}

	/** Doctors begin with their own. */
	@GetMapping
	ModelAndView show(@RequestParam(defaultValue = "") String vue, @RequestParam(defaultValue = "") String jour,
			@RequestParam(required = false) @Nullable String medecin, @AuthenticationPrincipal StaffMember me) {
		String whose = (medecin == null && me.role() == Role.DOCTOR) ? me.id().toString()
				: (medecin != null) ? medecin : "";
		return page(vue, jour, whose, me, HttpStatus.OK);
	}

	/**
	 * Makes or revokes the link of a doctor. The new one is shown in the answer itself,
	 * so that it is stored nowhere.
	 */
	@PostMapping("/abonnement")
	ModelAndView change(@RequestParam String action, @RequestParam String medecin,
			@RequestParam(defaultValue = "") String since, @AuthenticationPrincipal StaffMember me) {
		UUID doctor = Typed.id(medecin)
			.filter((id) -> mayHandOut(id, me, this.doctors.all()))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
		try {
			if (action.equals("revoke")) {
				this.feeds.revoke(doctor, instant(since));
				return page("", "", medecin, me, HttpStatus.OK).addObject("revoked", true);
			}
			String link = this.address
				.link("/agenda/%s.ics".formatted(this.feeds.renew(doctor, instant(since)).value()));
			return page("", "", medecin, me, HttpStatus.OK).addObject("link", link)
				.addObject("replaced", !since.isEmpty());
		}
		catch (AppointmentOvertakenException ex) {
			return page("", "", medecin, me, HttpStatus.CONFLICT).addObject("overtaken", true);
		}
	}

	private static boolean mayHandOut(UUID doctor, StaffMember me, List<Doctors.Doctor> all) {
		return me.id().equals(doctor) ? me.role() == Role.DOCTOR
				: me.role() == Role.ADMIN && all.stream().anyMatch((one) -> one.id().equals(doctor));
	}

	private static @Nullable Instant instant(String text) {
		try {
			return text.isEmpty() ? null : Instant.parse(text);
		}
		catch (DateTimeException ex) {
			throw new AppointmentOvertakenException();
		}
	}

	private ModelAndView page(String vue, String jour, String medecin, StaffMember me, HttpStatus status) {
		List<Doctors.Doctor> all = this.doctors.all();
		AgendaView view = AgendaView.of(vue, jour, medecin, all, this.agenda.today());
		UUID doctor = view.doctor();
		// a week of free times of everybody would hide what is booked
		List<Doctors.Doctor> free = all.stream()
			.filter((one) -> (doctor != null) ? one.id().equals(doctor) : !view.week())
			.toList();
		ModelAndView page = new ModelAndView("appointment/agenda", status);
		page.addObject("view", view);
		page.addObject("doctors", all);
		page.addObject("today", this.agenda.today());
		page.addObject("days", this.agenda.days(doctor, free, view.first(), view.last()));
		page.addObject("lists", null);
		boolean handsOut = doctor != null && mayHandOut(doctor, me, all);
		page.addObject("handsOut", handsOut);
		page.addObject("since", (handsOut && doctor != null) ? this.feeds.since(doctor).orElse(null) : null);
		return page;
	}

}
