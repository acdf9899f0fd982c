package org.secondavis.export;

import java.io.IOException;
import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;

import org.secondavis.request.Reference;
import org.secondavis.staff.NotFoundException;
import org.secondavis.staff.StaffMember;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands staff all of a request, for the clinic's own records. */
@Controller
class ArchiveController {

	private final Archives archives;

	ArchiveController(Archives archives) {
		this.archives = archives;
	}

	@GetMapping("/admin/demandes/{reference}/archive")
	void archive(@PathVariable String reference, @AuthenticationPrincipal StaffMember me, Locale language,
			HttpServletResponse response) throws IOException {
		Reference asked = Reference.parse(reference).orElseThrow(NotFoundException::new);
		Packing archive = this.archives.of(asked, me, language);
		response.setContentType("application/zip");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(asked + ".zip").build().toString());
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
		archive.to(response.getOutputStream());
	}

}
