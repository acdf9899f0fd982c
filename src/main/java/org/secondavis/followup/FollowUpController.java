package org.secondavis.followup;

import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;
import org.secondavis.encryption.SecretToken;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

@Controller
class FollowUpController {

	private final FollowUp followUp;

	FollowUpController(FollowUp followUp) {
		this.followUp = followUp;
	}

	@GetMapping("/suivi/{token}")
	String page(@PathVariable String token, Locale locale, Model model, HttpServletResponse response) {
		FollowUpPage page = this.followUp.find(new SecretToken(token), locale)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("page", page);
		model.addAttribute("form", FilesForm.EMPTY);
		model.addAttribute("send", "/suivi/" + token + "/documents");
		response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
		response.setHeader("X-Robots-Tag", "noindex");
		return "followup/page";
	}

}
