package org.secondavis.signin;

import java.util.Map;

import jakarta.servlet.http.HttpSession;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.secondavis.staff.StaffMember;

/** Where members of staff look after their own passkeys and sign-ins. */
@Controller
@RequestMapping("/admin/mon-compte")
class OwnAccountController {

	private static final String BACK = "redirect:/admin/mon-compte";

	private final Passkeys passkeys;

	private final OwnSessions sessions;

	OwnAccountController(Passkeys passkeys, OwnSessions sessions) {
		this.passkeys = passkeys;
		this.sessions = sessions;
	}

	@GetMapping
	String show(@AuthenticationPrincipal StaffMember me, HttpSession session, Model model) {
		model.addAttribute("passkeys", this.passkeys.of(me.id()));
		model.addAttribute("sessions", this.sessions.of(me, session.getId()));
		return "signin/own-account";
	}

	@GetMapping("/cle")
	ModelAndView askForPasskey(@ModelAttribute("form") PasskeyForm form, Authentication who, HttpSession session,
			@RequestHeader(name = "User-Agent", defaultValue = "") String userAgent) {
		return passkeyPage(who, session, HttpStatus.OK).addObject("form",
				new PasskeyForm(Device.of(userAgent).words(), ""));
	}

	@PostMapping("/cle")
	ModelAndView addPasskey(@ModelAttribute("form") PasskeyForm form, BindingResult errors, Authentication who,
			@AuthenticationPrincipal StaffMember me, HttpSession session, RedirectAttributes flash) {
		form.check(errors);
		if (!errors.hasErrors() && !isAdded(me, form, session)) {
			errors.reject("passkey.refused");
		}
		if (errors.hasErrors()) {
			return passkeyPage(who, session, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		flash.addFlashAttribute("done", "passkey.added");
		return new ModelAndView(BACK);
	}

	/** What a double click sends for the second time is there. */
	private boolean isAdded(StaffMember me, PasskeyForm form, HttpSession session) {
		try {
			return this.passkeys.add(me.id(), form, session) || this.passkeys.isKnown(me.id(), form);
		}
		catch (DuplicateKeyException ex) {
			return this.passkeys.isKnown(me.id(), form);
		}
	}

	@PostMapping("/cles/{id}/retirer")
	String removePasskey(@PathVariable String id, @AuthenticationPrincipal StaffMember me, RedirectAttributes flash) {
		this.passkeys.remove(me.id(), id);
		flash.addFlashAttribute("done", "passkey.removed");
		return BACK;
	}

	@PostMapping("/sessions/{handle}/fermer")
	String endSession(@PathVariable String handle, @AuthenticationPrincipal StaffMember me, RedirectAttributes flash) {
		this.sessions.end(me, handle);
		flash.addFlashAttribute("done", "ownSession.ended");
		return BACK;
	}

	@PostMapping("/sessions/fermer")
	String endAllSessions(@AuthenticationPrincipal StaffMember me) {
		this.sessions.endAll(me);
		return "redirect:/connexion?deconnexion";
	}

	/**
	 * Keeps the session of somebody who says that they are still there, and tells a page
	 * that outlived a sign-in which token its forms need now.
	 */
	@GetMapping(path = "/presence", produces = MediaType.APPLICATION_JSON_VALUE)
	@ResponseBody
	Map<String, String> stay(CsrfToken token) {
		return Map.of("token", token.getToken());
	}

	private ModelAndView passkeyPage(Authentication who, HttpSession session, HttpStatus status) {
		return new ModelAndView("signin/passkey", status).addObject("options", this.passkeys.askForNew(who, session));
	}

}
