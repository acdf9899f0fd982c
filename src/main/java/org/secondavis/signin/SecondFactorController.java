package org.secondavis.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

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

/**
 * Asks those whose password was right for a second factor: a passkey, if they have one,
 * or else a code that is mailed.
 */
@Controller
@RequestMapping("/connexion/verification")
class SecondFactorController {

	private final SecondFactor secondFactor;

	private final Passkeys passkeys;

	private final StaffAccess access;

	private final RequestCache asked;

	SecondFactorController(SecondFactor secondFactor, Passkeys passkeys, StaffAccess access, RequestCache asked) {
		this.secondFactor = secondFactor;
		this.passkeys = passkeys;
		this.access = access;
		this.asked = asked;
	}

	@GetMapping
	ModelAndView ask(@ModelAttribute("form") CodeForm form, Authentication who, HttpSession session,
			@RequestParam(name = "avis", defaultValue = "") String notice) {
		boolean sent = notice.equals("envoye");
		return this.access.isComplete(who) ? new ModelAndView("redirect:/admin")
				: page(who, session, sent, HttpStatus.OK).addObject("sentAgain", sent);
	}

	@PostMapping(params = "action=send")
	ModelAndView send(@ModelAttribute("form") CodeForm form, BindingResult errors, Authentication who,
			@AuthenticationPrincipal StaffMember me, HttpSession session) {
		if (this.secondFactor.sendCode(me.id())) {
			return new ModelAndView("redirect:/connexion/verification?avis=envoye");
		}
		errors.reject("secondFactor.tooMany");
		return page(who, session, true, HttpStatus.TOO_MANY_REQUESTS);
	}

	@PostMapping(params = "credential")
	ModelAndView checkPasskey(@RequestParam String credential, @ModelAttribute("form") CodeForm form,
			BindingResult errors, Authentication who, HttpServletRequest request, HttpServletResponse response) {
		if (this.secondFactor.takePasskey(credential, who, request, response)) {
			return goOn(request, response);
		}
		errors.reject("secondFactor.passkey.wrong");
		return page(who, request.getSession(), false, HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@PostMapping
	ModelAndView checkCode(@ModelAttribute("form") CodeForm form, BindingResult errors, Authentication who,
			HttpServletRequest request, HttpServletResponse response) {
		if (form.code().isEmpty()) {
			errors.rejectValue("code", "secondFactor.missing");
		}
		else if (!this.secondFactor.takeCode(form.code(), who, request, response)) {
			errors.rejectValue("code", "secondFactor.wrong");
		}
		return errors.hasErrors() ? page(who, request.getSession(), true, HttpStatus.UNPROCESSABLE_CONTENT)
				: goOn(request, response);
	}

	/** To the page that was asked for before signing in. */
	private ModelAndView goOn(HttpServletRequest request, HttpServletResponse response) {
		SavedRequest page = this.asked.getRequest(request, response);
		this.asked.removeRequest(request, response);
		return new ModelAndView("redirect:" + ((page != null) ? page.getRedirectUrl() : "/admin"));
	}

	private ModelAndView page(Authentication who, HttpSession session, boolean codeSent, HttpStatus status) {
		StaffMember me = (StaffMember) who.getPrincipal();
		boolean passkey = !this.passkeys.of(me.id()).isEmpty();
		return new ModelAndView("signin/second-factor", status).addObject("email", me.email())
			.addObject("minutes", MailCodes.MINUTES)
			.addObject("codeSent", codeSent || !passkey)
			.addObject("options", passkey ? this.passkeys.askFor(who, session) : null);
	}

}
