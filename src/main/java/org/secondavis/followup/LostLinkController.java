package org.secondavis.followup;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import org.secondavis.intake.Check;
import org.secondavis.request.EmailAddress;
import org.secondavis.request.Reference;
import org.secondavis.throttle.Network;
import org.secondavis.throttle.Throttle;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Takes the wish for a new link. The answer is the same whether or not reference and
 * address belong together, so that nobody learns who has sent a request.
 */
@Controller
@RequestMapping("/suivi")
class LostLinkController {

	private static final Duration HOUR = Duration.ofHours(1);

	private static final int TIMES_PER_NETWORK = 20;

	private static final int TIMES_PER_REFERENCE = 5;

	private final OwnDecisions decisions;

	private final Throttle throttle;

	LostLinkController(OwnDecisions decisions, Throttle throttle) {
		this.decisions = decisions;
		this.throttle = throttle;
	}

	@GetMapping
	String ask(@RequestParam(name = "avis", defaultValue = "") String notice, Model model) {
		model.addAttribute("form", new LostLinkForm(null, null));
		model.addAttribute("sent", notice.equals("envoye"));
		model.addAttribute("replaced", notice.equals("remplace"));
		return "followup/lost-link";
	}

	@PostMapping
	ModelAndView send(@ModelAttribute("form") LostLinkForm form, BindingResult problems, HttpServletRequest request) {
		form.check(new Check(problems));
		if (problems.hasErrors()) {
			return new ModelAndView("followup/lost-link", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		Reference reference = form.toReference().orElseThrow();
		EmailAddress email = form.toEmail().orElseThrow();
		if (!this.throttle.permits("lost link", Network.of(request.getRemoteAddr()), TIMES_PER_NETWORK, HOUR)
				|| !this.throttle.permits("lost link of", reference.value(), TIMES_PER_REFERENCE, HOUR)) {
			throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
		}
		this.decisions.sendAnotherLink(reference, email);
		return new ModelAndView("redirect:/suivi?avis=envoye");
	}

}
