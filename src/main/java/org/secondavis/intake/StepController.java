package org.secondavis.intake;

import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import org.secondavis.encryption.SecretToken;

/**
 * Shows the steps of the form and takes what is typed. It is saved first, whatever it is,
 * and judged then.
 */
@Controller
@RequestMapping("/demande/{step:qui|contact|situation|attentes|documents}")
class StepController {

	private final OpenDrafts drafts;

	private final Cookies cookies;

	private final Today today;

	StepController(OpenDrafts drafts, Cookies cookies, Today today) {
		this.drafts = drafts;
		this.cookies = cookies;
		this.today = today;
	}

	@GetMapping
	ModelAndView show(@PathVariable("step") String path,
			@CookieValue(name = Cookies.DRAFT, required = false) @Nullable SecretToken token,
			@RequestParam(required = false) @Nullable String retour) {
		Step step = Step.of(path);
		Draft draft = this.drafts.require(token);
		TypedAnswers answers = this.drafts.answers(draft);
		// a step that nobody has been through yet is not reproached for being empty
		BindingResult problems = answers.finished().contains(step) ? answers.problems(step, this.today.get())
				: new BeanPropertyBindingResult(answers.form(step), "form");
		return page(step, answers, problems, isFromCheckPage(retour)).addObject("draft", draft.getId());
	}

	@PostMapping
	ModelAndView save(@PathVariable("step") String path,
			@CookieValue(name = Cookies.DRAFT, required = false) @Nullable SecretToken token,
			@RequestParam MultiValueMap<String, String> typed, HttpServletRequest request,
			HttpServletResponse response) {
		Step step = Step.of(path);
		String madeFor = Objects.requireNonNullElse(typed.getFirst("draft"), "");
		boolean later = "later".equals(typed.getFirst("action"));
		TypedAnswers answers = this.drafts.save(token, madeFor, step, Typed.read(step.form(), typed), !later);
		if (token != null) {
			this.cookies.keepDraft(token, request, response);
		}
		if (later) {
			return redirect(StartController.url(StartController.Notice.KEPT));
		}
		boolean fromCheckPage = isFromCheckPage(typed.getFirst("retour"));
		BindingResult problems = answers.problems(step, this.today.get());
		if (problems.hasErrors()) {
			ModelAndView page = page(step, answers, problems, fromCheckPage).addObject("draft", madeFor);
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return page;
		}
		return redirect(fromCheckPage ? Step.CHECK_URL : step.nextUrl());
	}

	private ModelAndView page(Step step, TypedAnswers answers, BindingResult problems, boolean fromCheckPage) {
		return new ModelAndView(step.view()).addObject("form", answers.form(step))
			.addObject(BindingResult.MODEL_KEY_PREFIX + "form", problems)
			.addObject("codes", Codes.OF_CHOICES)
			.addObject("byHelper", answers.who().byHelper())
			.addObject("backToCheck", fromCheckPage)
			.addObject("step", step.number())
			.addObject("action", step.url() + (fromCheckPage ? "?retour=verification" : ""))
			.addObject("back", fromCheckPage ? Step.CHECK_URL : step.previousUrl());
	}

	private static ModelAndView redirect(String url) {
		return new ModelAndView("redirect:" + url);
	}

	private static boolean isFromCheckPage(@Nullable String retour) {
		return "verification".equals(retour);
	}

}
