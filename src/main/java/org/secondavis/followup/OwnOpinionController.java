package org.secondavis.followup;

import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.secondavis.encryption.SecretToken;
import org.secondavis.intake.Check;
import org.secondavis.opinion.OpinionOvertakenException;
import org.secondavis.opinion.PatientOpinions;
import org.secondavis.request.SecondOpinionRequest;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows patients their opinion, and takes their questions about it and whether their
 * doctor may have it. Before it is delivered there is nothing here.
 */
@Controller
@RequestMapping("/suivi/{token}")
class OwnOpinionController {

	private final Visits visits;

	private final OpinionViews views;

	private final PatientOpinions opinions;

	OwnOpinionController(Visits visits, OpinionViews views, PatientOpinions opinions) {
		this.visits = visits;
		this.views = views;
		this.opinions = opinions;
	}

	@GetMapping("/avis")
	ModelAndView show(@PathVariable SecretToken token, @RequestParam(name = "avis", defaultValue = "") String notice,
			Locale locale, HttpServletRequest device) {
		OpinionView view = open(this.visits.enter(token, Door.OPINION, device), locale);
		return page(view, HttpStatus.OK).addObject("form", OpinionForm.showing(view.doctorAnswer()))
			.addObject("asked", notice.equals("envoye"))
			.addObject("saved", notice.equals("choix"));
	}

	@PostMapping(path = "/avis", params = "action=ask")
	ModelAndView ask(@PathVariable SecretToken token, @ModelAttribute("form") OpinionForm form, BindingResult problems,
			Locale locale, HttpServletRequest device) {
		SecondOpinionRequest request = this.visits.enter(token, Door.OPINION, device);
		OpinionView seen = open(request, locale);
		if (seen.left() > 0) {
			form.checkQuestion(new Check(problems));
		}
		if (problems.hasErrors()) {
			return page(seen, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			this.opinions.ask(request.getReference(), form.asNumber(), form.question());
			return form.alsoAnswers(seen.doctorAnswer())
					? kept(request, form.withoutQuestion(), locale).addObject("asked", true) : done(token, "envoye");
		}
		catch (OpinionOvertakenException | ConcurrencyFailureException ex) {
			return page(open(request, locale), HttpStatus.CONFLICT).addObject("questionOvertaken", true);
		}
	}

	@PostMapping(path = "/avis", params = "action=doctor")
	ModelAndView letDoctorHaveIt(@PathVariable SecretToken token, @ModelAttribute("form") OpinionForm form,
			BindingResult problems, Locale locale, HttpServletRequest device) {
		SecondOpinionRequest request = this.visits.enter(token, Door.OPINION, device);
		OpinionView seen = open(request, locale);
		if (seen.doctorSentAt() == null) {
			form.checkDoctor(new Check(problems));
		}
		if (problems.hasErrors()) {
			return page(seen, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			this.opinions.agreeToDoctor(request.getReference(), form.asRevision(),
					form.doctorMay().equals(OpinionForm.YES));
			return form.alsoAsks() ? kept(request, form, locale).addObject("saved", true) : done(token, "choix");
		}
		catch (OpinionOvertakenException | ConcurrencyFailureException ex) {
			return page(open(request, locale), HttpStatus.CONFLICT).addObject("doctorOvertaken", true);
		}
	}

	@GetMapping("/avis.pdf")
	ResponseEntity<byte[]> document(@PathVariable SecretToken token, HttpServletRequest device) {
		return file(this.visits.enter(token, Door.OPINION, device), null);
	}

	@GetMapping("/avis/{addendum}.pdf")
	ResponseEntity<byte[]> document(@PathVariable SecretToken token, @PathVariable String addendum,
			HttpServletRequest device) {
		return file(this.visits.enter(token, Door.OPINION, device), addendum);
	}

	private ResponseEntity<byte[]> file(SecondOpinionRequest request, @Nullable String addendum) {
		OpinionViews.Document document = this.views.open(request, addendum).orElseThrow(OwnOpinionController::notFound);
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(document.name()).build().toString())
			.body(document.content());
	}

	private OpinionView open(SecondOpinionRequest request, Locale locale) {
		return this.views.open(request, locale).orElseThrow(OwnOpinionController::notFound);
	}

	/** What was filled in and not sent stays in the form. */
	private ModelAndView kept(SecondOpinionRequest request, OpinionForm form, Locale locale) {
		return page(open(request, locale), HttpStatus.OK).addObject("form", form);
	}

	private static ModelAndView page(OpinionView view, HttpStatus status) {
		return new ModelAndView("followup/opinion", status).addObject("opinion", view)
			.addObject("answers", List.of(OpinionForm.YES, OpinionForm.NO));
	}

	private static ModelAndView done(SecretToken token, String notice) {
		return new ModelAndView("redirect:/suivi/%s/avis?avis=%s".formatted(token.value(), notice));
	}

	private static ResponseStatusException notFound() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
