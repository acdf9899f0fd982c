package org.secondavis.followup;

import jakarta.servlet.http.HttpServletRequest;
import org.secondavis.audit.Readings;
import org.secondavis.encryption.SecretToken;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Shows patients who looked at their request. */
@Controller
class ReadingsController {

	private final Visits visits;

	private final Readings readings;

	ReadingsController(Visits visits, Readings readings) {
		this.visits = visits;
		this.readings = readings;
	}

	@GetMapping("/suivi/{token}/consultations")
	String show(@PathVariable SecretToken token, HttpServletRequest device, Model model) {
		model.addAttribute("readings", this.readings.of(this.visits.enter(token, Door.READINGS, device).getId()));
		return "followup/readings";
	}

}
