package org.secondavis.intake;

import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import org.secondavis.clinic.Retention;
import org.secondavis.encryption.SecretToken;
import org.secondavis.request.Requests;

/**
 * Opens a form on the device that follows its link. Looking changes nothing, for mail
 * programs look at links before people do: it takes a button.
 */
@Controller
@RequestMapping(ResumeController.URL + "/{link}")
class ResumeController {

	static final String URL = "/demande/reprendre";

	private final OpenDrafts drafts;

	private final PausedDrafts paused;

	private final Requests requests;

	private final Cookies cookies;

	private final Retention retention;

	ResumeController(OpenDrafts drafts, PausedDrafts paused, Requests requests, Cookies cookies, Retention retention) {
		this.drafts = drafts;
		this.paused = paused;
		this.requests = requests;
		this.cookies = cookies;
		this.retention = retention;
	}

	@GetMapping
	ModelAndView ask(@PathVariable SecretToken link,
			@CookieValue(name = Cookies.DRAFT, required = false) @Nullable SecretToken device) {
		Optional<Draft> meant = this.paused.find(link);
		if (meant.isEmpty()) {
			return new ModelAndView("intake/resume-gone", Map.of("days", this.retention.draft().toDays()),
					HttpStatus.NOT_FOUND);
		}
		if (meant.get().isSent()) {
			ModelAndView page = new ModelAndView("intake/resume-sent");
			this.requests.findByDraftId(meant.get().getId())
				.ifPresent((request) -> page.addObject("reference", request.getReference()));
			return page;
		}
		return new ModelAndView("intake/resume").addObject("action", URL + "/" + link.value())
			.addObject("until", meant.get().getExpiresAt())
			.addObject("other", otherThan(meant.get(), device).isPresent());
	}

	/**
	 * A form that is under way on the device is never put aside without being asked for.
	 */
	@PostMapping
	String resume(@PathVariable SecretToken link,
			@CookieValue(name = Cookies.DRAFT, required = false) @Nullable SecretToken device,
			@RequestParam(defaultValue = "") String action, HttpServletRequest request, HttpServletResponse response) {
		Optional<Draft> meant = this.paused.find(link).filter((draft) -> !draft.isSent());
		boolean mayGo = meant.isPresent() && (action.equals("replace") || otherThan(meant.get(), device).isEmpty());
		if (!mayGo) {
			return "redirect:%s/%s".formatted(URL, link.value());
		}
		this.cookies.keepDraft(this.paused.resume(link), request, response);
		this.cookies.forgetFollowUp(request, response);
		return "redirect:" + Step.CHECK_URL;
	}

	private Optional<Draft> otherThan(Draft meant, @Nullable SecretToken device) {
		return this.drafts.find(device)
			.filter((draft) -> !draft.isSent())
			.filter((draft) -> !draft.getId().equals(meant.getId()));
	}

}
