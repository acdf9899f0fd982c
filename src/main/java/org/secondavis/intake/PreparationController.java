package org.secondavis.intake;

import java.util.Locale;

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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import org.secondavis.encryption.SecretToken;

/**
 * Helps to prepare a request: questions, priorities and papers on one sheet, to print or
 * to carry into the form. What is typed comes back in the page and is stored nowhere.
 */
@Controller
@RequestMapping("/demande/preparer")
class PreparationController {

	private final Preparation preparation;

	private final OpenDrafts drafts;

	private final Beginning beginning;

	PreparationController(Preparation preparation, OpenDrafts drafts, Beginning beginning) {
		this.preparation = preparation;
		this.drafts = drafts;
		this.beginning = beginning;
	}

	@GetMapping
	ModelAndView show(@CookieValue(name = Cookies.DRAFT, required = false) @Nullable SecretToken token) {
		PreparationForm blank = Typed.blank(PreparationForm.class);
		return page("intake/prepare", new BeanPropertyBindingResult(blank, "form"), token);
	}

	@PostMapping
	ModelAndView take(@CookieValue(name = Cookies.DRAFT, required = false) @Nullable SecretToken token,
			@RequestParam MultiValueMap<String, String> typed, Locale locale, HttpServletRequest request,
			HttpServletResponse response) {
		PreparationForm form = Typed.read(PreparationForm.class, typed);
		BindingResult problems = new BeanPropertyBindingResult(form, "form");
		form.check(new Check(problems));
		String action = typed.getFirst("action");
		if (problems.hasErrors() || "edit".equals(action)) {
			ModelAndView page = page("intake/prepare", problems, token);
			page.setStatus(problems.hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
			return page;
		}
		return "start".equals(action) ? start(form, typed.containsKey("underWay"), token, locale, request, response)
				: page("intake/sheet", problems, token);
	}

	private ModelAndView start(PreparationForm form, boolean meantToGoOn, @Nullable SecretToken token, Locale locale,
			HttpServletRequest request, HttpServletResponse response) {
		boolean underWay = isUnderWay(token);
		SecretToken draft = (underWay && token != null) ? token : this.beginning.begin(request, response);
		this.drafts.change(draft, (answers) -> this.preparation.into(answers, form, locale));
		if (!underWay && meantToGoOn) {
			return new ModelAndView("redirect:" + StartController.url(StartController.Notice.ANEW));
		}
		return new ModelAndView("redirect:" + (underWay ? Step.EXPECTATIONS : Step.WHO).url());
	}

	private ModelAndView page(String view, BindingResult problems, @Nullable SecretToken token) {
		return new ModelAndView(view).addObject("form", problems.getTarget())
			.addObject(BindingResult.MODEL_KEY_PREFIX + "form", problems)
			.addObject("themes", Theme.values())
			.addObject("priorities", PreparationForm.PRIORITIES)
			.addObject("codes", Codes.OF_CHOICES)
			.addObject("underWay", isUnderWay(token));
	}

	private boolean isUnderWay(@Nullable SecretToken token) {
		return this.drafts.find(token).filter((draft) -> !draft.isSent()).isPresent();
	}

}
