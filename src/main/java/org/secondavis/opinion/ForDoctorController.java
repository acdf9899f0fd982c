package org.secondavis.opinion;

import org.jspecify.annotations.Nullable;
import org.secondavis.request.Reference;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where staff get the treating doctor's version of an opinion, and note that they sent
 * it.
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
		return page(reference, HttpStatus.OK);
	}

	@PostMapping("/medecin")
	ModelAndView sent(@PathVariable String reference, @RequestParam(defaultValue = "") String revision,
			RedirectAttributes flash) {
		page(reference, HttpStatus.OK);
		try {
			this.doctors.sent(parse(reference), revision.matches("[0-9]{1,9}") ? Integer.parseInt(revision) : -1);
		}
		catch (OpinionOvertakenException | ConcurrencyFailureException ex) {
			return page(reference, HttpStatus.CONFLICT).addObject("overtaken", true);
		}
		flash.addFlashAttribute("done", "opinion.forDoctor.sent");
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

	private ModelAndView page(String reference, HttpStatus status) {
		return new ModelAndView("opinion/doctor", status)
			.addObject("forDoctor", this.doctors.find(parse(reference)).orElseThrow(ForDoctorController::notFound))
			.addObject("lists", null);
	}

	private static Reference parse(String reference) {
		return Reference.parse(reference).orElseThrow(ForDoctorController::notFound);
	}

	private static ResponseStatusException notFound() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
