package org.secondavis.staff;

import java.util.Optional;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import org.secondavis.encryption.SecretToken;

/** The page behind a one-time link. */
@Controller
@RequestMapping("/connexion/acces/{token}")
class SetUpController {

	private final SetUp setUp;

	SetUpController(SetUp setUp) {
		this.setUp = setUp;
	}

	@GetMapping
	ModelAndView show(@PathVariable String token, @ModelAttribute("form") SetUpForm form) {
		return this.setUp.ownerOf(new SecretToken(token))
			.map(SetUpController::page)
			.orElseGet(SetUpController::nothing);
	}

	@PostMapping
	ModelAndView complete(@PathVariable String token, @ModelAttribute("form") SetUpForm form, BindingResult errors) {
		SecretToken secret = new SecretToken(token);
		Optional<SetUp.Owner> owner = this.setUp.ownerOf(secret);
		owner.ifPresent((found) -> form.check(found, errors));
		if (owner.isPresent() && errors.hasErrors()) {
			return page(owner.get());
		}
		boolean done = owner.isPresent() && this.setUp.complete(secret, form);
		return done ? new ModelAndView("redirect:/connexion?pret") : nothing();
	}

	private static ModelAndView page(SetUp.Owner owner) {
		return new ModelAndView("staff/set-up").addObject("owner", owner);
	}

	/** The same for links that never were, were used or are too old. */
	private static ModelAndView nothing() {
		ModelAndView page = new ModelAndView("staff/link-void");
		page.setStatus(HttpStatus.NOT_FOUND);
		return page;
	}

}
