package org.secondavis.followup;

import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.secondavis.encryption.SecretToken;
import org.secondavis.intake.Check;
import org.secondavis.intake.ContactForm;
import org.secondavis.request.Contact;
import org.secondavis.request.Contact.Person;
import org.secondavis.request.Contact.TimeOfDay;
import org.secondavis.request.Helper;
import org.secondavis.request.SecondOpinionRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Lets patients correct how the clinic reaches them, by the rules of the form. */
@Controller
@RequestMapping("/suivi/{token}/coordonnees")
class ContactController {

	private final Visits visits;

	private final OwnDecisions decisions;

	ContactController(Visits visits, OwnDecisions decisions) {
		this.visits = visits;
		this.decisions = decisions;
	}

	@GetMapping
	ModelAndView show(@PathVariable SecretToken token, HttpServletRequest device) {
		SecondOpinionRequest request = this.visits.enter(token, Door.CONTACT, device);
		return page(request).addObject("form", ContactForm.of(request.getContact()));
	}

	@PostMapping
	ModelAndView correct(@PathVariable SecretToken token, @ModelAttribute("form") ContactForm form,
			BindingResult problems, HttpServletRequest device) {
		SecondOpinionRequest request = this.visits.enter(token, Door.CONTACT, device);
		Helper helper = request.getHelper();
		form.check(new Check(problems), isHelped(request),
				helper != null && (helper.phone() != null || helper.email() != null));
		if (problems.hasErrors()) {
			ModelAndView page = page(request);
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return page;
		}
		Contact corrected = form.toContact(isHelped(request));
		this.decisions.correctContact(request.getReference(), corrected);
		Notice notice = Objects.equals(corrected.email(), request.getContact().email()) ? Notice.CORRECTED
				: Notice.ADDRESS_CHANGED;
		return new ModelAndView(notice.on("/suivi/" + token.value()));
	}

	private static boolean isHelped(SecondOpinionRequest request) {
		return request.getHelper() != null && request.getHelper().acts();
	}

	private static ModelAndView page(SecondOpinionRequest request) {
		return new ModelAndView("followup/contact").addObject("byHelper", isHelped(request))
			.addObject("times", TimeOfDay.values())
			.addObject("people", Person.values());
	}

}
