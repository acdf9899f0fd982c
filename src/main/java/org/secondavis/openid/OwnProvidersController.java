package org.secondavis.openid;

import java.util.UUID;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.secondavis.staff.StaffMember;

/**
 * Where members of staff link an identity that they have just shown, and take one back.
 * Nobody is linked without a word: whoever sat at the provider before may still be signed
 * in there.
 */
@Controller
@RequestMapping(OwnProvidersController.PAGE)
class OwnProvidersController {

	/** Where they look after their account. */
	static final String PAGE = "/admin/mon-compte";

	static final String CONFIRM = PAGE + "/identite";

	private static final String BACK = "redirect:" + PAGE;

	private final ProviderLinks links;

	private final Providers providers;

	OwnProvidersController(ProviderLinks links, Providers providers) {
		this.links = links;
		this.providers = providers;
	}

	@GetMapping("/identite")
	ModelAndView ask(
			@SessionAttribute(name = ProviderFailures.SHOWN, required = false) @Nullable ProviderIdentity shown) {
		return (shown != null) ? page(shown, HttpStatus.OK) : new ModelAndView(BACK);
	}

	@PostMapping("/identite")
	ModelAndView link(
			@SessionAttribute(name = ProviderFailures.SHOWN, required = false) @Nullable ProviderIdentity shown,
			@AuthenticationPrincipal StaffMember me, HttpSession session, RedirectAttributes flash) {
		if (shown != null && !this.links.add(me.id(), shown)) {
			return page(shown, HttpStatus.CONFLICT).addObject("taken", true);
		}
		session.removeAttribute(ProviderFailures.SHOWN);
		if (shown != null) {
			flash.addFlashAttribute("done", "openId.linked");
		}
		return new ModelAndView(BACK);
	}

	/** It is forgotten: nobody who comes after on this computer can link it. */
	@PostMapping(path = "/identite", params = "refuse")
	String refuse(HttpSession session) {
		session.removeAttribute(ProviderFailures.SHOWN);
		return BACK;
	}

	@PostMapping("/identites/{id}/retirer")
	String unlink(@PathVariable UUID id, @AuthenticationPrincipal StaffMember me, RedirectAttributes flash) {
		this.links.remove(me.id(), id);
		flash.addFlashAttribute("done", "openId.unlinked");
		return BACK;
	}

	private ModelAndView page(ProviderIdentity shown, HttpStatus status) {
		return new ModelAndView("openid/link", status).addObject("shownAs", shown.shownAs())
			.addObject("provider", this.providers.nameOf(shown.provider(), shown.issuer()));
	}

}
