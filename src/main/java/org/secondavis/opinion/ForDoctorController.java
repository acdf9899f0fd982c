package org.secondavis.opinion;

import org.jspecify.annotations.Nullable;
import org.secondavis.request.Reference;
import org.secondavis.staff.StaffMember;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where staff note what patients tell them about the treating doctor, get that doctor's
 * version of the opinion, and note that they sent it.
 */
@Controller
@RequestMapping("/admin/demandes/{reference}/avis")
class ForDoctorController {

	private final ForDoctors doctors;

	ForDoctorController(ForDoctors doctors) {
		this.doctors = doctors;
	}

	@GetMapping("/medecin")
	ModelAndView show(@PathVariable String reference) {
		ForDoctor seen = find(reference);
		return page(seen, HttpStatus.OK).addObject("form", DoctorAnswerForm.showing(seen.answer()));
	}

	@PostMapping(path = "/medecin", params = "action=answer")
	ModelAndView answer(@PathVariable String reference, @ModelAttribute("form") DoctorAnswerForm form,
			BindingResult errors, @AuthenticationPrincipal StaffMember me, RedirectAttributes flash) {
		ForDoctor seen = find(reference);
		if (seen.answerable()) {
			form.check(errors);
		}
		if (errors.hasErrors()) {
			return page(seen, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			this.doctors.note(parse(reference), form, me);
		}
		catch (OpinionOvertakenException | ConcurrencyFailureException ex) {
			return page(find(reference), HttpStatus.CONFLICT).addObject("overtaken", true);
		}
		return done(reference, "opinion.forDoctor.noted", flash);
	}

	@PostMapping("/medecin")
	ModelAndView sent(@PathVariable String reference, @RequestParam(defaultValue = "") String revision,
			@RequestParam(defaultValue = "") String complements, @AuthenticationPrincipal StaffMember me,
			RedirectAttributes flash) {
		find(reference);
		try {
			this.doctors.sent(parse(reference), Revision.of(revision), Revision.of(complements), me);
		}
		catch (OpinionOvertakenException | ConcurrencyFailureException ex) {
			ForDoctor now = find(reference);
			return page(now, HttpStatus.CONFLICT).addObject("form", DoctorAnswerForm.showing(now.answer()))
				.addObject("overtaken", true);
		}
		return done(reference, "opinion.forDoctor.sent", flash);
	}

	private static ModelAndView done(String reference, String what, RedirectAttributes flash) {
		flash.addFlashAttribute("done", what);
		return new ModelAndView("redirect:/admin/demandes/%s/avis/medecin".formatted(parse(reference)));
	}

	@GetMapping("/medecin.pdf")
	ResponseEntity<byte[]> document(@PathVariable String reference) {
		return file(reference, null);
	}

	@GetMapping("/medecin/{addendum}.pdf")
	ResponseEntity<byte[]> document(@PathVariable String reference, @PathVariable String addendum) {
		return file(reference, addendum);
	}

	private ResponseEntity<byte[]> file(String reference, @Nullable String addendum) {
		byte[] content = this.doctors.document(parse(reference), addendum).orElseThrow(ForDoctorController::notFound);
		String name = "document-%s.pdf".formatted(parse(reference));
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(content);
	}

	private ForDoctor find(String reference) {
		return this.doctors.find(parse(reference)).orElseThrow(ForDoctorController::notFound);
	}

	private static ModelAndView page(ForDoctor seen, HttpStatus status) {
		return new ModelAndView("opinion/doctor", status).addObject("forDoctor", seen)
			.addObject("answers", DoctorAnswerForm.ANSWERS)
			.addObject("ways", Heard.values())
			.addObject("lists", null);
	}

	private static Reference parse(String reference) {
		return Reference.parse(reference).orElseThrow(ForDoctorController::notFound);
	}

	private static ResponseStatusException notFound() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
