package org.secondavis.followup;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.secondavis.access.OneTimeCodes;
import org.secondavis.encryption.SecretToken;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.throttle.Network;
import org.secondavis.throttle.Throttle;

import org.springframework.http.HttpStatus;
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

/** Asks for a code that was mailed, before the first look behind a door. */
@Controller
@RequestMapping("/suivi/{token}/code")
class CodeController {

	private static final Duration HOUR = Duration.ofHours(1);

	private static final int CODES_PER_REQUEST = 5;

	private static final int STEPS_PER_NETWORK = 60;

	private final Visits visits;

	private final OwnDecisions decisions;

	private final OneTimeCodes codes;

	private final Throttle throttle;

	CodeController(Visits visits, OwnDecisions decisions, OneTimeCodes codes, Throttle throttle) {
		this.visits = visits;
		this.decisions = decisions;
		this.codes = codes;
		this.throttle = throttle;
	}

	@GetMapping
	ModelAndView ask(@PathVariable SecretToken token, @ModelAttribute("form") CodeForm form,
			@RequestParam(name = "avis", defaultValue = "") String notice) {
		return page(this.visits.enter(token), notice.equals("envoye"));
	}

	@PostMapping(params = "action=send")
	ModelAndView send(@PathVariable SecretToken token, @ModelAttribute("form") CodeForm form,
			HttpServletRequest device) {
		SecondOpinionRequest request = this.visits.enter(token);
		slowDown(device);
		if (!this.throttle.permits("code", request.getReference().value(), CODES_PER_REQUEST, HOUR)) {
			throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
		}
		this.decisions.sendCode(request.getReference());
		return new ModelAndView(
				"redirect:/suivi/%s/code?vers=%s&avis=envoye".formatted(token.value(), form.door().path()));
	}

	@PostMapping
	ModelAndView check(@PathVariable SecretToken token, @ModelAttribute("form") CodeForm form, BindingResult problems,
			HttpServletRequest device, HttpServletResponse response) {
		SecondOpinionRequest request = this.visits.enter(token);
		slowDown(device);
		if (form.code().isEmpty()) {
			problems.rejectValue("code", "required");
		}
		else if (!this.codes.redeem(request.getId(), form.code())) {
			problems.rejectValue("code", "wrongCode");
		}
		else {
			this.visits.remember(request, device, response);
			return new ModelAndView("redirect:/suivi/%s/%s".formatted(token.value(), form.door().path()));
		}
		ModelAndView page = page(request, true);
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	private void slowDown(HttpServletRequest device) {
		if (!this.throttle.permits("code from", Network.of(device.getRemoteAddr()), STEPS_PER_NETWORK, HOUR)) {
			throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
		}
	}

	private static ModelAndView page(SecondOpinionRequest request, boolean sent) {
		return new ModelAndView("followup/code").addObject("mailable", request.mayBeMailed())
			.addObject("sent", sent)
			.addObject("minutes", OneTimeCodes.MINUTES);
	}

}
