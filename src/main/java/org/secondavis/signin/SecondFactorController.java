package org.secondavis.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import org.secondavis.staff.StaffMember;

/** Asks those whose password was right for a second factor. */
@Controller
@RequestMapping("/connexion/verification")
class SecondFactorController {

	private final SecondFactor secondFactor;

	private final StaffAccess access;

	private final RequestCache asked;

	SecondFactorController(SecondFactor secondFactor, StaffAccess access, RequestCache asked) {
		this.secondFactor = secondFactor;
		this.access = access;
		this.asked = asked;
	}

	@GetMapping
	ModelAndView ask(@ModelAttribute("form") CodeForm form, Authentication who, @AuthenticationPrincipal StaffMember me,
			@RequestParam(name = "avis", defaultValue = "") String notice) {
		return this.access.isComplete(who) ? new ModelAndView("redirect:/admin")
				: page(me, HttpStatus.OK).addObject("sentAgain", notice.equals("envoye"));
	}

	@PostMapping(params = "action=send")
	ModelAndView send(@ModelAttribute("form") CodeForm form, BindingResult errors,
			@AuthenticationPrincipal StaffMember me) {
		if (this.secondFactor.sendCode(me.id())) {
			return new ModelAndView("redirect:/connexion/verification?avis=envoye");
		}
		errors.reject("secondFactor.tooMany");
		return page(me, HttpStatus.TOO_MANY_REQUESTS);
	}

	@PostMapping
	ModelAndView check(@ModelAttribute("form") CodeForm form, BindingResult errors, Authentication who,
			@AuthenticationPrincipal StaffMember me, HttpServletRequest request, HttpServletResponse response) {
		if (form.code().isEmpty()) {
			errors.rejectValue("code", "secondFactor.missing");
		}
		else if (!this.secondFactor.takeCode(form.code(), who, request, response)) {
			errors.rejectValue("code", "secondFactor.wrong");
		}
		return errors.hasErrors() ? page(me, HttpStatus.UNPROCESSABLE_CONTENT) : goOn(request, response);
	}

	/** To the page that was asked for before signing in. */
	private ModelAndView goOn(HttpServletRequest request, HttpServletResponse response) {
		SavedRequest page = this.asked.getRequest(request, response);
		this.asked.removeRequest(request, response);
		return new ModelAndView("redirect:" + ((page != null) ? page.getRedirectUrl() : "/admin"));
	}

	private static ModelAndView page(StaffMember me, HttpStatus status) {
		return new ModelAndView("signin/second-factor", status).addObject("email", me.email())
			.addObject("minutes", MailCodes.MINUTES);
	}

}
