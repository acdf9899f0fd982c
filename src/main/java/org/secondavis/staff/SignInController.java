package org.secondavis.staff;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** The sign-in page; Spring Security takes the form and comes back here if it refuses. */
@Controller
class SignInController {

	@GetMapping("/connexion")
	String show(@ModelAttribute("form") SignInForm form, @AuthenticationPrincipal @Nullable StaffMember me) {
		return (me != null) ? "redirect:/admin" : "staff/sign-in";
	}

	/** Reached by forward only. */
	@PostMapping("/connexion/refus")
	String refuse(@ModelAttribute("form") SignInForm form, BindingResult errors,
			@RequestAttribute(WebAttributes.AUTHENTICATION_EXCEPTION) AuthenticationException refusal,
			HttpServletResponse response) {
		boolean tooMany = refusal instanceof TooManyAttemptsException;
		errors.reject(tooMany ? "signIn.tooMany" : "signIn.refused");
		response.setStatus(tooMany ? 429 : HttpServletResponse.SC_UNAUTHORIZED);
		return "staff/sign-in";
	}

}
