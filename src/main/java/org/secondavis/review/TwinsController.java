package org.secondavis.review;

import org.secondavis.request.Reference;
import org.secondavis.request.Requests;
import org.secondavis.request.StaffId;
import org.secondavis.staff.NotFoundException;
import org.secondavis.staff.OvertakenException;
import org.secondavis.staff.StaffMember;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows staff two requests side by side, which they then join or keep apart. */
@Controller
@RequestMapping("/admin/demandes/{reference}/comparer/{other}")
class TwinsController {

	private final Requests requests;

	private final Decisions decisions;

	TwinsController(Requests requests, Decisions decisions) {
		this.requests = requests;
		this.decisions = decisions;
	}

	@GetMapping
	ModelAndView compare(@PathVariable Reference reference, @PathVariable Reference other) {
		return page(reference, other, HttpStatus.OK);
	}

	@PostMapping
	Object keepApart(@PathVariable Reference reference, @PathVariable Reference other, TwinForm form,
			@AuthenticationPrincipal StaffMember me, RedirectAttributes flash) {
		try {
			this.decisions.keepApart(reference, other, form, new StaffId(me.id()));
			flash.addFlashAttribute("done", "Move.KEEP_APART.done");
			return "redirect:/admin/demandes/" + reference;
		}
		catch (OvertakenException | ConcurrencyFailureException ex) {
			return page(reference, other, HttpStatus.CONFLICT).addObject("overtaken", true);
		}
	}

	private ModelAndView page(Reference reference, Reference other, HttpStatus status) {
		if (other.equals(reference)) {
			throw new NotFoundException();
		}
		return new ModelAndView("review/twins", status).addObject("one", side(reference))
			.addObject("other", side(other))
			.addObject("lists", null);
	}

	private TwinSide side(Reference reference) {
		return this.requests.findByReference(reference).map(TwinSide::of).orElseThrow(NotFoundException::new);
	}

}
