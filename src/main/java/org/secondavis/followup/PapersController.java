package org.secondavis.followup;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.secondavis.document.Received;
import org.secondavis.document.UploadForm;
import org.secondavis.encryption.SecretToken;
import org.secondavis.request.FollowUpLinks;
import org.secondavis.request.SecondOpinionRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** Takes papers that a patient sends after the request. */
@Controller
class PapersController {

	private final FollowUpLinks links;

	private final SentPapers papers;

	private final FollowUpController pages;

	PapersController(FollowUpLinks links, SentPapers papers, FollowUpController pages) {
		this.links = links;
		this.papers = papers;
		this.pages = pages;
	}

	@PostMapping(path = "/suivi/{token}/documents", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	String receive(@PathVariable SecretToken token, Locale locale, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		SecondOpinionRequest found = this.links.find(token)
			.filter(SentPapers::isOpen)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		Received received = this.papers.receive(found.getId(), UploadForm.in(request));
		BindingResult problems = new BeanPropertyBindingResult(FilesForm.EMPTY, "form");
		received.explainIn(problems, this.papers.rules());
		if (received.files() == 0 && !problems.hasErrors()) {
			problems.rejectValue("files", "papers.none");
		}
		if (!problems.hasErrors()) {
			return "redirect:/suivi/" + token.value() + "#received";
		}
		String page = this.pages.page(token, "", locale, model);
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", problems);
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return page;
	}

}
