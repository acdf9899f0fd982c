package org.secondavis.interop;

import java.util.Locale;

import org.secondavis.request.Reference;
import org.secondavis.staff.NotFoundException;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Gives staff a request in the form that other systems read. */
@Controller
class FhirController {

	private static final MediaType FHIR = MediaType.parseMediaType("application/fhir+json;charset=UTF-8");

	private final FhirBundles bundles;

	FhirController(FhirBundles bundles) {
		this.bundles = bundles;
	}

	@GetMapping("/admin/demandes/{reference}/fhir")
	ResponseEntity<byte[]> bundle(@PathVariable String reference, Locale language) {
		Reference asked = Reference.parse(reference).orElseThrow(NotFoundException::new);
		return ResponseEntity.ok()
			.contentType(FHIR)
			.cacheControl(CacheControl.noStore())
			.headers((headers) -> headers
				.setContentDisposition(ContentDisposition.attachment().filename(asked + ".fhir.json").build()))
			.body(this.bundles.write(asked, language, (file) -> "fichiers/" + file.id())
				.orElseThrow(NotFoundException::new));
	}

}
