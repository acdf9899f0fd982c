package org.secondavis.followup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.secondavis.encryption.SecretToken;
import org.secondavis.request.FollowUpLinks;
import org.secondavis.request.SecondOpinionRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Lets patients take over the request that somebody made for them. */
@Controller
@RequestMapping("/suivi/{token}/reprise")
class TakeOverController {

	private final Visits visits;

	private final OwnDecisions decisions;

	private final FollowUpLinks links;

	TakeOverController(Visits visits, OwnDecisions decisions, FollowUpLinks links) {
		this.visits = visits;
		this.decisions = decisions;
		this.links = links;
	}

	@GetMapping
	String ask(@PathVariable SecretToken token, HttpServletRequest device, Model model) {
		SecondOpinionRequest request = this.visits.enter(token, Door.TAKE_OVER, device);
		model.addAttribute("possible", request.mayTakeOver());
		model.addAttribute("helper", request.getHelper());
		return "followup/take-over";
	}

	/** All links die, this one too; the patient goes on with another at once. */
	@PostMapping
	String takeOver(@PathVariable SecretToken token, HttpServletRequest device, HttpServletResponse response) {
		SecondOpinionRequest request = this.visits.enter(token, Door.TAKE_OVER, device);
		if (!request.mayTakeOver()) {
			return "redirect:/suivi/%s/reprise".formatted(token.value());
		}
		this.decisions.takeOver(request.getReference());
		SecretToken own = this.links.issue(request.getId()).orElse(token);
		this.visits.remember(request, device, response);
		return Notice.TAKEN_OVER.on("/suivi/" + own.value());
	}

}
