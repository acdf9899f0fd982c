package org.secondavis.review;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;

import org.secondavis.document.FileOwner;
import org.secondavis.document.PatientFile;
import org.secondavis.document.PatientFiles;
import org.secondavis.request.Reference;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.staff.NotFoundException;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Hands staff a file that a patient sent: always as a download, never as a part of our
 * pages, for it may be anything that its sender wanted it to be.
 */
@Controller
class DownloadController {

	private final Requests requests;

	private final PatientFiles files;

	DownloadController(Requests requests, PatientFiles files) {
		this.requests = requests;
		this.files = files;
	}

	@GetMapping("/admin/demandes/{reference}/fichiers/{id}")
	void download(@PathVariable Reference reference, @PathVariable String id, HttpServletResponse response)
			throws IOException {
		PatientFile file = find(reference, id);
		try (InputStream content = this.files.open(file)) {
			response.setContentType(file.type().mediaType());
			response.setContentLengthLong(file.size());
			response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename(file.downloadName(), StandardCharsets.UTF_8)
						.build()
						.toString());
			response.setHeader("X-Content-Type-Options", "nosniff");
			response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
			response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
			content.transferTo(response.getOutputStream());
		}
	}

	private PatientFile find(Reference reference, String id) {
		return this.requests.findByReference(reference)
			.map(SecondOpinionRequest::getId)
			.flatMap((request) -> this.files.find(FileOwner.request(request), parse(id)))
			.filter(PatientFile::mayBeOpened)
			.orElseThrow(NotFoundException::new);
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
