package org.secondavis.opinion;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.secondavis.request.Reference;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * Hands staff the document that the patient has, to be printed for whoever gets it by
 * post.
 */
@Controller
@RequestMapping("/admin/demandes/{reference}/avis")
class PatientDocumentController {

	private final Requests requests;

	private final DeliveredOpinions opinions;

	PatientDocumentController(Requests requests, DeliveredOpinions opinions) {
		this.requests = requests;
		this.opinions = opinions;
	}

	@GetMapping("/patient.pdf")
	ResponseEntity<byte[]> opinion(@PathVariable String reference) {
		return file(find(reference), null);
	}

	@GetMapping("/patient/{addendum}.pdf")
	ResponseEntity<byte[]> addendum(@PathVariable String reference, @PathVariable String addendum) {
		SecondOpinionRequest request = find(reference);
		return file(request,
				this.opinions.find(request.getId())
					.flatMap((delivered) -> delivered.addenda()
						.stream()
						.filter((one) -> one.getId().toString().equals(addendum))
						.findFirst())
					.map(Addendum::getId)
					.orElseThrow(PatientDocumentController::notFound));
	}

	private ResponseEntity<byte[]> file(SecondOpinionRequest request, @Nullable UUID addendum) {
		byte[] content = this.opinions.document(request.getId(), addendum, Audience.PATIENT)
			.orElseThrow(PatientDocumentController::notFound);
		String name = "document-%s.pdf".formatted(request.getReference());
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(content);
	}

	private SecondOpinionRequest find(String reference) {
		return Reference.parse(reference)
			.flatMap(this.requests::findByReference)
			.orElseThrow(PatientDocumentController::notFound);
	}

	private static ResponseStatusException notFound() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
