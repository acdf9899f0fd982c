package org.secondavis.opinion;

import org.secondavis.request.Reference;
import org.secondavis.staff.OvertakenException;
import org.secondavis.staff.StaffMember;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an opinion is read once more, signed and handed to the patient. */
@Controller
@RequestMapping("/admin/demandes/{reference}/avis")
class SignatureController {

	private final OpinionPages pages;

	private final OpinionDesk desk;

	SignatureController(OpinionPages pages, OpinionDesk desk) {
		this.pages = pages;
		this.desk = desk;
	}

	@GetMapping("/relecture")
	Object reread(@PathVariable Reference reference, @AuthenticationPrincipal StaffMember me) {
		OpinionRight.WRITE.require(me);
		OpinionSheet sheet = this.pages.sheet(reference, me);
		return (sheet.editable() && sheet.reading() != null) ? OpinionPages.page("reread", sheet, HttpStatus.OK)
				: "redirect:" + OpinionPages.url(reference);
	}

	@PostMapping("/relecture")
	Object proofRead(@PathVariable Reference reference, @RequestParam(defaultValue = "") String revision,
			@RequestParam(defaultValue = "") String meeting, @AuthenticationPrincipal StaffMember me,
			RedirectAttributes flash) {
		return this.pages.carryOut(reference, me, "reread", () -> {
			this.desk.proofRead(reference, Revision.of(revision), meeting, me);
			flash.addFlashAttribute("done", "opinions.done.proofRead");
		});
	}

	@PostMapping("/signature")
	Object sign(@PathVariable Reference reference, @RequestParam(defaultValue = "") String revision,
			@AuthenticationPrincipal StaffMember me, RedirectAttributes flash) {
		return this.pages.carryOut(reference, me, "reread", () -> {
			this.desk.sign(reference, Revision.of(revision), me);
			flash.addFlashAttribute("done", "opinions.done.sign");
		});
	}

	@PostMapping("/signature/reprise")
	Object takeBack(@PathVariable Reference reference, @RequestParam(defaultValue = "") String revision,
			@AuthenticationPrincipal StaffMember me, RedirectAttributes flash) {
		return this.pages.carryOut(reference, me, "reread", () -> {
			this.desk.takeBackSignature(reference, Revision.of(revision), me);
			flash.addFlashAttribute("done", "opinions.done.takeBack");
		});
	}

	@GetMapping("/remise")
	ModelAndView askBeforeDelivering(@PathVariable Reference reference, @AuthenticationPrincipal StaffMember me) {
		OpinionRight.DELIVER.require(me);
		return OpinionPages.page("delivery", this.pages.sheet(reference, me), HttpStatus.OK);
	}

	@PostMapping("/remise")
	Object deliver(@PathVariable Reference reference, @RequestParam(defaultValue = "") String revision,
			@RequestParam(defaultValue = "") String way, @AuthenticationPrincipal StaffMember me,
			RedirectAttributes flash) {
		return this.pages.carryOut(reference, me, "delivery", () -> {
			this.desk.deliver(reference, way(way), Revision.of(revision), me);
			flash.addFlashAttribute("done", "opinions.done.deliver." + way);
		});
	}

	/** The way that the page told of; none that is known, and the page is shown again. */
	private static Way way(String way) {
		return Typed.code(Way.class, way).orElseThrow(OvertakenException::new);
	}

}
