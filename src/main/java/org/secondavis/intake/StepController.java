package org.secondavis.intake;

import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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

import org.secondavis.clinic.Retention;
import org.secondavis.document.Received;
import org.secondavis.document.UploadForm;
import org.secondavis.encryption.SecretToken;

/**
 * Shows the steps of the form and takes what is typed. It is saved first, whatever it is,
 * and judged then.
 */
@Controller
@RequestMapping("/demande/{step:qui|contact|situation|attentes|documents}")
class StepController {

	private static final String FROM_CHECK_PAGE = "?retour=verification";

	private final OpenDrafts drafts;

	private final DraftFiles files;

	private final Cookies cookies;

	private final Retention retention;

	private final Today today;

	StepController(OpenDrafts drafts, DraftFiles files, Cookies cookies, Retention retention, Today today) {
		this.drafts = drafts;
		this.files = files;
		this.cookies = cookies;
		this.retention = retention;
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
		return page(step, draft, answers, problems, isFromCheckPage(retour));
	}

	@PostMapping
	ModelAndView save(@PathVariable("step") String path,
			@CookieValue(name = Cookies.DRAFT, required = false) @Nullable SecretToken token,
			@RequestParam MultiValueMap<String, String> typed, HttpServletRequest request,
			HttpServletResponse response) {
		Step step = Step.of(path);
		return save(step, token, typed, Typed.read(step.form(), typed), Received.NOTHING, request, response);
	}

	/**
	 * The papers may come with files. What was typed before the first of them is safe
	 * before it arrives.
	 */
	@PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	ModelAndView saveWithFiles(@PathVariable("step") String path,
			@CookieValue(name = Cookies.DRAFT, required = false) @Nullable SecretToken token,
			HttpServletRequest request, HttpServletResponse response) {
		UploadForm form = UploadForm.in(request);
		MultiValueMap<String, String> typed = form.fields();
		Step step = Step.of(path);
		if (step != Step.PAPERS) {
			return save(path, token, typed, request, response);
		}
		this.drafts.save(token, madeFor(typed), step, Typed.read(step.form(), typed), false);
		Received received = this.files.receive(token, form);
		PapersForm papers = Typed.read(PapersForm.class, typed).having(received.papers());
		return save(step, token, typed, papers, received, request, response);
	}

	private ModelAndView save(Step step, @Nullable SecretToken token, MultiValueMap<String, String> typed,
			StepForm form, Received received, HttpServletRequest request, HttpServletResponse response) {
		String action = Objects.requireNonNullElse(typed.getFirst("action"), "");
		boolean later = action.equals("later");
		TypedAnswers answers = this.drafts.save(token, madeFor(typed), step, form, !later);
		if (token != null) {
			this.cookies.keepDraft(token, request, response);
		}
		if (later && received.refusals().isEmpty()) {
			return redirect(PauseController.URL);
		}
		boolean fromCheckPage = isFromCheckPage(typed.getFirst("retour"));
		BindingResult problems = answers.problems(step, this.today.get());
		received.explainIn(problems, this.files.rules());
		if (problems.hasErrors()) {
			ModelAndView page = page(step, this.drafts.require(token), answers, problems, fromCheckPage);
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return page;
		}
		if (action.equals("stay")) {
			return redirect(step.url() + (fromCheckPage ? FROM_CHECK_PAGE : "") + "#received");
		}
		return redirect(fromCheckPage ? Step.CHECK_URL : step.nextUrl());
	}

	private ModelAndView page(Step step, Draft draft, TypedAnswers answers, BindingResult problems,
			boolean fromCheckPage) {
		ModelAndView page = new ModelAndView(step.view()).addObject("form", answers.form(step))
			.addObject(BindingResult.MODEL_KEY_PREFIX + "form", problems)
			.addObject("draft", draft.getId())
			.addObject("codes", Codes.OF_CHOICES)
			.addObject("byHelper", answers.who().byHelper())
			.addObject("keptDays", this.retention.draft().toDays())
			.addObject("backToCheck", fromCheckPage)
			.addObject("step", step.number())
			.addObject("action", step.url() + (fromCheckPage ? FROM_CHECK_PAGE : ""))
			.addObject("back", fromCheckPage ? Step.CHECK_URL : step.previousUrl());
		return (step != Step.PAPERS) ? page
				: page.addObject("rules", this.files.rules())
					.addObject("files", this.files.of(draft))
					.addObject("remove", FilesController.REMOVE_URL);
	}

	private static ModelAndView redirect(String url) {
		return new ModelAndView("redirect:" + url);
	}

	private static String madeFor(MultiValueMap<String, String> typed) {
		return Objects.requireNonNullElse(typed.getFirst("draft"), "");
	}

	private static boolean isFromCheckPage(@Nullable String retour) {
		return "verification".equals(retour);
	}

}
