package org.secondavis.followup;

import java.time.Duration;

import org.secondavis.encryption.SecretToken;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.throttle.Throttle;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * Lets patients revoke all links at once. No code is asked for: whoever fears for the
 * link must not wait for one, and the new link goes to the address on file only.
 */
@Controller
@RequestMapping("/suivi/{token}/liens")
class LinksController {

	private static final int TIMES_PER_DAY = 5;

	private final Visits visits;

	private final OwnDecisions decisions;

	private final Throttle throttle;

	LinksController(Visits visits, OwnDecisions decisions, Throttle throttle) {
		this.visits = visits;
		this.decisions = decisions;
		this.throttle = throttle;
	}

	@GetMapping
	String ask(@PathVariable SecretToken token, Model model) {
		model.addAttribute("mailable", this.visits.enter(token).mayBeMailed());
		return "followup/links";
	}

	@PostMapping
	String replace(@PathVariable SecretToken token) {
		SecondOpinionRequest request = this.visits.enter(token);
		if (!request.mayBeMailed()) {
			return "redirect:/suivi/%s/liens".formatted(token.value());
		}
		if (!this.throttle.permits("replace links", request.getReference().value(), TIMES_PER_DAY,
				Duration.ofDays(1))) {
			throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
		}
		this.decisions.replaceLinks(request.getReference());
		return "redirect:/suivi?avis=remplace";
	}

}
