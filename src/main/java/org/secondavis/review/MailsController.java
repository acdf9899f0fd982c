package org.secondavis.review;

import java.util.UUID;
import java.util.function.Supplier;

import org.secondavis.request.Reference;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.staff.NotFoundException;
import org.secondavis.staff.StaffMember;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows staff which mails have not left, and sends one again. */
@Controller
class MailsController {

	private final Mails mails;

	private final Requests requests;

	MailsController(Mails mails, Requests requests) {
		this.mails = mails;
		this.requests = requests;
	}

	@GetMapping("/admin/courriers")
	String list(@RequestParam(defaultValue = "1") String page, Model model) {
		int pages = this.mails.pages();
		int number = page.matches("\\d{1,9}") ? Math.max(1, Math.min(Integer.parseInt(page), pages)) : 1;
		model.addAttribute("mails", this.mails.page(number));
		model.addAttribute("page", number);
		model.addAttribute("pages", pages);
		return "review/mails";
	}

	@PostMapping("/admin/courriers/{id}/renvoyer")
	String sendAgain(@PathVariable String id, @AuthenticationPrincipal StaffMember me, RedirectAttributes flash) {
		flash.addFlashAttribute("done", sendAgain(() -> this.mails.sendAgain(parse(id), me)));
		return "redirect:/admin/courriers";
	}

	@PostMapping("/admin/demandes/{reference}/renvoyer")
	String sendAgain(@PathVariable Reference reference, @RequestParam(defaultValue = "") String mail,
			RedirectAttributes flash) {
		SecondOpinionRequest request = this.requests.findByReference(reference).orElseThrow(NotFoundException::new);
		flash.addFlashAttribute("doneBelow", sendAgain(() -> this.mails.sendAgain(parse(mail), request.getId())));
		return "redirect:/admin/demandes/" + request.getReference() + "#journal";
	}

	// Whoever meets the dispatcher at this very mail has what they wanted.
	private static String sendAgain(Supplier<Mails.Again> sending) {
		try {
			return sending.get().messageKey();
		}
		catch (ConcurrencyFailureException ex) {
			return Mails.Again.UNDER_WAY.messageKey();
		}
	}

	private static UUID parse(String id) {
		try {
			return UUID.fromString(id);
		}
		catch (IllegalArgumentException ex) {
			throw new NotFoundException();
		}
	}

}
