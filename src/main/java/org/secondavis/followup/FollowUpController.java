package org.secondavis.followup;

import java.util.Locale;

import org.secondavis.encryption.SecretToken;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

@Controller
class FollowUpController {

	private final FollowUp followUp;

	FollowUpController(FollowUp followUp) {
		this.followUp = followUp;
	}

	@GetMapping("/suivi/{token}")
	String page(@PathVariable SecretToken token, @RequestParam(name = "avis", defaultValue = "") String notice,
			Locale locale, Model model) {
		FollowUpPage page = this.followUp.find(token, locale)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("page", page);
		model.addAttribute("done", Notice.at(notice).map(Notice::key).orElse(null));
		return "followup/page";
	}

}
