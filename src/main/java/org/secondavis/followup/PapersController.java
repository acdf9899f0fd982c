package org.secondavis.followup;

import java.util.List;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.secondavis.document.Availability;
import org.secondavis.document.PaperType;
import org.secondavis.document.Received;
import org.secondavis.document.UploadForm;
import org.secondavis.encryption.SecretToken;
import org.secondavis.request.SecondOpinionRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Takes papers that a patient sends after the request. */
@Controller
@RequestMapping("/suivi/{token}/documents")
class PapersController {

	/** What can be said of a paper that is not sent. */
	private static final List<Availability> ANSWERS = List.of(Availability.CAN_GET, Availability.NO);

	private final Visits visits;

	private final SentPapers papers;

	PapersController(Visits visits, SentPapers papers) {
		this.visits = visits;
		this.papers = papers;
	}

	@GetMapping
	ModelAndView show(@PathVariable SecretToken token, @RequestParam(name = "avis", defaultValue = "") String notice,
			HttpServletRequest device) {
		return page(this.visits.enter(token, Door.PAPERS, device)).addObject("sent", notice.equals("envoye"))
			.addObject("told", notice.equals("note"));
	}

	@PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	ModelAndView receive(@PathVariable SecretToken token, HttpServletRequest device) {
		SecondOpinionRequest request = this.visits.enter(token, Door.PAPERS, device);
		String address = "redirect:/suivi/%s/documents".formatted(token.value());
		if (!SentPapers.isOpen(request)) {
			return new ModelAndView(address);
		}
		Received received = this.papers.receive(request, UploadForm.in(device));
		BindingResult problems = new BeanPropertyBindingResult(FilesForm.EMPTY, "form");
		received.explainIn(problems, this.papers.rules());
		if (received.files() == 0 && !problems.hasErrors()) {
			problems.rejectValue("files", "papers.none");
		}
		if (!problems.hasErrors()) {
			return new ModelAndView(address + "?avis=envoye");
		}
		ModelAndView page = page(request).addObject(BindingResult.MODEL_KEY_PREFIX + "form", problems);
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	/** What is not sent as a file: the patient says whether a paper can be had. */
	@PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	String tell(@PathVariable SecretToken token, @RequestParam(defaultValue = "") String paper,
			@RequestParam(defaultValue = "") String availability, HttpServletRequest device) {
		SecondOpinionRequest request = this.visits.enter(token, Door.PAPERS, device);
		String address = "redirect:/suivi/%s/documents".formatted(token.value());
		boolean known = Stream.of(PaperType.values()).anyMatch((type) -> type.name().equals(paper))
				&& ANSWERS.stream().anyMatch((answer) -> answer.name().equals(availability));
		if (!known || !SentPapers.isOpen(request)) {
			return address;
		}
		this.papers.tell(request, PaperType.valueOf(paper), Availability.valueOf(availability));
		return address + "?avis=note";
	}

	private ModelAndView page(SecondOpinionRequest request) {
		return new ModelAndView("followup/papers").addObject("papers", this.papers.panel(request))
			.addObject("answers", ANSWERS)
			.addObject("form", FilesForm.EMPTY);
	}

}
