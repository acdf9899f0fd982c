package org.secondavis.followup;

import jakarta.servlet.http.HttpServletRequest;
import org.secondavis.clinic.Retention;
import org.secondavis.encryption.SecretToken;
import org.secondavis.request.SecondOpinionRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Lets patients withdraw their request, and have all erased; each after a warning. */
@Controller
@RequestMapping("/suivi/{token}")
class EndController {

	private final Visits visits;

	private final OwnDecisions decisions;

	private final AppointmentPanels appointments;

	private final Retention retention;

	EndController(Visits visits, OwnDecisions decisions, AppointmentPanels appointments, Retention retention) {
		this.visits = visits;
		this.decisions = decisions;
		this.appointments = appointments;
		this.retention = retention;
	}

	@GetMapping("/retrait")
	String askBeforeWithdrawing(@PathVariable SecretToken token, HttpServletRequest device, Model model) {
		SecondOpinionRequest request = this.visits.enter(token, Door.WITHDRAWAL, device);
		model.addAttribute("open", request.getStatus().isOpen());
		return "followup/withdrawal";
	}

	@PostMapping("/retrait")
	String withdraw(@PathVariable SecretToken token, HttpServletRequest device) {
		SecondOpinionRequest request = this.visits.enter(token, Door.WITHDRAWAL, device);
		this.decisions.withdraw(request.getReference());
		return Notice.WITHDRAWN.on(page(token));
	}

	@GetMapping("/effacement")
	String askBeforeErasing(@PathVariable SecretToken token, HttpServletRequest device, Model model) {
		SecondOpinionRequest request = this.visits.enter(token, Door.ERASURE, device);
		AppointmentPanel appointment = this.appointments.of(request);
		model.addAttribute("appointment", appointment != null && appointment.pressing());
		model.addAttribute("eraseAt", request.getEraseAt());
		model.addAttribute("days", this.retention.erasureDelay().toDays());
		return "followup/erasure";
	}

	@PostMapping("/effacement")
	String erase(@PathVariable SecretToken token, HttpServletRequest device) {
		SecondOpinionRequest request = this.visits.enter(token, Door.ERASURE, device);
		this.decisions.askErasure(request.getReference());
		return Notice.ERASURE_ASKED.on(page(token));
	}

	@PostMapping("/effacement/annuler")
	String keep(@PathVariable SecretToken token, HttpServletRequest device) {
		SecondOpinionRequest request = this.visits.enter(token, Door.ERASURE, device);
		this.decisions.callOffErasure(request.getReference());
		return Notice.ERASURE_CALLED_OFF.on(page(token));
	}

	private static String page(SecretToken token) {
		return "/suivi/" + token.value();
	}

}
