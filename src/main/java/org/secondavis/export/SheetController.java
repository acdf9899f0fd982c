package org.secondavis.export;

import java.util.Locale;
import java.util.Map;

import org.secondavis.pdf.Pdfs;
import org.secondavis.request.Reference;
import org.secondavis.staff.NotFoundException;
import org.secondavis.staff.StaffMember;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Gives staff a request on a page, to print or as a document. */
@Controller
@RequestMapping("/admin/demandes/{reference}")
class SheetController {

	private final Sheets sheets;

	private final Pdfs pdfs;

	SheetController(Sheets sheets, Pdfs pdfs) {
		this.sheets = sheets;
		this.pdfs = pdfs;
	}

	@GetMapping("/fiche")
	String show(@PathVariable String reference, @AuthenticationPrincipal StaffMember me, Locale language, Model model) {
		model.addAttribute("sheet", sheet(reference, me, language));
		return "export/sheet";
	}

	@GetMapping("/fiche.pdf")
	ResponseEntity<byte[]> pdf(@PathVariable String reference, @AuthenticationPrincipal StaffMember me,
			Locale language) {
		Sheet sheet = sheet(reference, me, language);
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.cacheControl(CacheControl.noStore())
			.headers((headers) -> headers.setContentDisposition(
					ContentDisposition.attachment().filename("fiche-" + sheet.reference() + ".pdf").build()))
			.body(this.pdfs.write("pdf/sheet", Map.of("sheet", sheet), language));
	}

	private Sheet sheet(String reference, StaffMember me, Locale language) {
		return this.sheets.of(Reference.parse(reference).orElseThrow(NotFoundException::new), me, language);
	}

}
