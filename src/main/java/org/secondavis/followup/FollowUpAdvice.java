package org.secondavis.followup;

import org.jspecify.annotations.Nullable;
import org.secondavis.encryption.SecretToken;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** What all pages behind a link have in common. */
@ControllerAdvice(basePackageClasses = FollowUpAdvice.class)
class FollowUpAdvice {

	/** The address to which the names of the parts are added. */
	@ModelAttribute("base")
	@Nullable String base(@PathVariable(required = false) @Nullable SecretToken token) {
		return (token != null) ? "/suivi/" + token.value() : null;
	}

	@ExceptionHandler(CodeNeededException.class)
	String askForACode(CodeNeededException ex) {
		return "redirect:/suivi/%s/code?vers=%s".formatted(ex.link().value(), ex.door().path());
	}

}
