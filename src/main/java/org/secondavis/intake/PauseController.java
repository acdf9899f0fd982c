package org.secondavis.intake;

import java.time.Duration;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

import org.secondavis.clinic.PublicAddress;
import org.secondavis.clinic.Retention;
import org.secondavis.encryption.SecretToken;
import org.secondavis.request.EmailAddress;
import org.secondavis.throttle.Network;
import org.secondavis.throttle.Throttle;

/** Says how long the answers are kept, and gives a link to go on elsewhere. */
@Controller
@RequestMapping(PauseController.URL)
class PauseController {

	static final String URL = "/demande/plus-tard";

	private static final Duration HOUR = Duration.ofHours(1);

	private static final int MAILS_PER_NETWORK = 20;

	private static final int MAILS_PER_DRAFT = 5;

	private static final int MAILS_PER_ADDRESS = 5;

	private final OpenDrafts drafts;

	private final PausedDrafts paused;

	private final Throttle throttle;

	private final Retention retention;

	private final PublicAddress publicAddress;

	PauseController(OpenDrafts drafts, PausedDrafts paused, Throttle throttle, Retention retention,
			PublicAddress publicAddress) {
		this.drafts = drafts;
		this.paused = paused;
		this.throttle = throttle;
		this.retention = retention;
		this.publicAddress = publicAddress;
	}

	@GetMapping
	ModelAndView show(@CookieValue(name = Cookies.DRAFT, required = false) @Nullable SecretToken token,
			@RequestParam(name = "avis", defaultValue = "") String notice) {
		return page(token, problems(Typed.blank(PauseForm.class))).addObject("mailed", notice.equals("courriel"));
	}

	/** Since only its hash is kept, a link is shown once, in this answer. */
	@PostMapping(params = "action=link")
	ModelAndView showLink(@CookieValue(name = Cookies.DRAFT, required = false) @Nullable SecretToken token) {
		String link = this.publicAddress.link(this.paused.link(token).path());
		return page(token, problems(Typed.blank(PauseForm.class))).addObject("link", link);
	}

	@PostMapping
	ModelAndView mailLink(@CookieValue(name = Cookies.DRAFT, required = false) @Nullable SecretToken token,
			@RequestParam MultiValueMap<String, String> typed, Locale language, HttpServletRequest request) {
		PauseForm form = Typed.read(PauseForm.class, typed);
		BindingResult problems = problems(form);
		form.check(new Check(problems));
		if (problems.hasErrors()) {
			ModelAndView page = page(token, problems);
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return page;
		}
		EmailAddress to = EmailAddress.parse(form.email()).orElseThrow();
		slowDown(this.drafts.require(token), to, request);
		this.paused.mailLink(token, to, language);
		return new ModelAndView("redirect:" + URL + "?avis=courriel");
	}

	/** Nobody is to be flooded with mail, by whomever. */
	private void slowDown(Draft draft, EmailAddress to, HttpServletRequest request) {
		if (!this.throttle.permits("resume link from", Network.of(request.getRemoteAddr()), MAILS_PER_NETWORK, HOUR)
				|| !this.throttle.permits("resume link of", draft.getId().toString(), MAILS_PER_DRAFT, HOUR)
				|| !this.throttle.permits("resume link to", to.value().toLowerCase(Locale.ROOT), MAILS_PER_ADDRESS,
						HOUR)) {
			throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
		}
	}

	private ModelAndView page(@Nullable SecretToken token, BindingResult problems) {
		Draft draft = this.drafts.require(token);
		draft.requireUnsent();
		return new ModelAndView("intake/pause").addObject("form", problems.getTarget())
			.addObject(BindingResult.MODEL_KEY_PREFIX + "form", problems)
			.addObject("until", draft.getExpiresAt())
			.addObject("days", this.retention.draft().toDays());
	}

	private static BindingResult problems(PauseForm form) {
		return new BeanPropertyBindingResult(form, "form");
	}

}
