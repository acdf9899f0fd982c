package org.secondavis.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
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

import org.secondavis.clinic.CurrentClinic;
import org.secondavis.clinic.Retention;
import org.secondavis.clinic.WorkingDays;
import org.secondavis.encryption.SecretToken;
import org.secondavis.intake.SendRequest.Incomplete;
import org.secondavis.intake.SendRequest.Outcome;
import org.secondavis.intake.SendRequest.Sent;
import org.secondavis.intake.SendRequest.SumRefused;
import org.secondavis.throttle.Network;
import org.secondavis.throttle.Throttle;

/** Step 6: shows all answers once more, asks the sum and sends the request. */
@Controller
@RequestMapping(Step.CHECK_URL)
class CheckController {

	private final OpenDrafts drafts;

	private final SendRequest sendRequest;

	private final Sums sums;

	private final SummaryOfAnswers summary;

	private final DraftFiles files;

	private final Cookies cookies;

	private final Throttle throttle;

	private final GuardProperties guard;

	private final Retention retention;

	private final Today today;

	private final WorkingDays workingDays;

	private final CurrentClinic clinic;

	private final Clock clock;

	CheckController(OpenDrafts drafts, SendRequest sendRequest, Sums sums, SummaryOfAnswers summary, DraftFiles files,
			Cookies cookies, Throttle throttle, GuardProperties guard, Retention retention, Today today,
			WorkingDays workingDays, CurrentClinic clinic, Clock clock) {
		this.drafts = drafts;
		this.sendRequest = sendRequest;
		this.sums = sums;
		this.summary = summary;
		this.files = files;
		this.cookies = cookies;
		this.throttle = throttle;
		this.guard = guard;
		this.retention = retention;
		this.today = today;
		this.workingDays = workingDays;
		this.clinic = clinic;
		this.clock = clock;
	}

	@GetMapping
	ModelAndView show(@CookieValue(name = Cookies.DRAFT, required = false) @Nullable SecretToken token, Locale locale) {
		Draft draft = this.drafts.require(token);
		TypedAnswers answers = this.drafts.answers(draft);
		Optional<Step> incomplete = answers.firstIncomplete(this.today.get());
		if (incomplete.isPresent()) {
			return redirect(incomplete.get().url());
		}
		return page(draft, answers, new BeanPropertyBindingResult(Typed.blank(CheckForm.class), "form"), locale);
	}

	@PostMapping
	ModelAndView send(@CookieValue(name = Cookies.DRAFT, required = false) @Nullable SecretToken token,
			@RequestParam MultiValueMap<String, String> typed, Locale locale, HttpServletRequest request,
			HttpServletResponse response) {
		if ("later".equals(typed.getFirst("action"))) {
			return redirect(PauseController.URL);
		}
		String client = Network.of(request.getRemoteAddr());
		if (!this.throttle.permits("send", client, this.guard.requestsPerHour(), Duration.ofHours(1))) {
			// whoever has sent already is shown so
			this.drafts.answers(this.drafts.require(token));
			throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
		}
		Outcome outcome = send(token, Typed.read(CheckForm.class, typed), locale);
		if (!(outcome instanceof Sent sent && sent.now())) {
			// others behind the same address are not to pay for a sum that was wrong
			this.throttle.giveBack("send", client, this.guard.requestsPerHour(), Duration.ofHours(1));
		}
		if (outcome instanceof Sent sent) {
			this.cookies.keepFollowUp(sent.link(), request, response);
			return redirect(ConfirmationController.URL);
		}
		if (outcome instanceof Incomplete incomplete) {
			return redirect(incomplete.step().url());
		}
		BindingResult problems = new BeanPropertyBindingResult(Typed.blank(CheckForm.class), "form");
		problems.rejectValue("answer", ((SumRefused) outcome).reason());
		Draft draft = this.drafts.require(token);
		ModelAndView page = page(draft, this.drafts.answers(draft), problems, locale);
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	// A broken constraint means that another request has drawn the same reference, or has
	// been made of the same draft: the second time draws anew, or finds that request.
	private Outcome send(@Nullable SecretToken token, CheckForm form, Locale locale) {
		try {
			return this.sendRequest.send(token, form, locale);
		}
		catch (DataIntegrityViolationException ex) {
			return this.sendRequest.send(token, form, locale);
		}
	}

	private ModelAndView page(Draft draft, TypedAnswers answers, BindingResult problems, Locale locale) {
		ModelAndView page = new ModelAndView("intake/check").addObject("form", problems.getTarget())
			.addObject(BindingResult.MODEL_KEY_PREFIX + "form", problems)
			.addObject("sections", this.summary.of(answers, this.files.names(draft), locale))
			.addObject("draft", draft.getId())
			.addObject("keptDays", this.retention.draft().toDays())
			.addObject("soon", answers.situation().plannedParts().date().filter(this::isBeforeOurAnswer).isPresent())
			.addObject("back", Step.PAPERS.url());
		if (this.guard.sumQuestion()) {
			Sum sum = this.sums.ask();
			page.addObject("sum", sum).addObject("sealedSum", this.sums.seal(sum, draft.getId()));
		}
		return page;
	}

	private boolean isBeforeOurAnswer(LocalDate planned) {
		return !planned.isAfter(this.workingDays.after(this.clock.instant(), this.clinic.now().answerDays()));
	}

	private static ModelAndView redirect(String url) {
		return new ModelAndView("redirect:" + url);
	}

}
