package org.secondavis.followup;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.secondavis.encryption.SecretToken;
import org.secondavis.request.Reference;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Gives patients a copy of their data, to be read by people or by programs. */
@Controller
@RequestMapping("/suivi/{token}")
class CopyController {

	private final Visits visits;

	private final DataCopies copies;

	private final PrintedCopies printed;

	private final ObjectWriter json;

	CopyController(Visits visits, DataCopies copies, PrintedCopies printed, JsonMapper json) {
		this.visits = visits;
		this.copies = copies;
		this.printed = printed;
		this.json = json.writerWithDefaultPrettyPrinter();
	}

	@GetMapping("/copie")
	String page(@PathVariable SecretToken token, HttpServletRequest device) {
		this.visits.enter(token, Door.COPY, device);
		return "followup/copy";
	}

	@GetMapping("/copie.json")
	ResponseEntity<byte[]> json(@PathVariable SecretToken token, HttpServletRequest device) {
		Reference reference = this.visits.enter(token, Door.COPY, device).getReference();
		return file(reference + ".json", MediaType.APPLICATION_JSON,
				this.json.writeValueAsBytes(this.copies.of(reference)));
	}

	@GetMapping("/copie.pdf")
	ResponseEntity<byte[]> pdf(@PathVariable SecretToken token, Locale locale, HttpServletRequest device) {
		Reference reference = this.visits.enter(token, Door.COPY, device).getReference();
		return file(reference + ".pdf", MediaType.APPLICATION_PDF, this.printed.of(reference, locale));
	}

	private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
		return ResponseEntity.ok()
			.contentType(type)
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(content);
	}

}
