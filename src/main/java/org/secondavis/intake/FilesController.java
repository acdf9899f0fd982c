package org.secondavis.intake;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.secondavis.encryption.SecretToken;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Takes back a file that was sent with the form. */
@Controller
class FilesController {

	static final String REMOVE_URL = "/demande/documents/retirer";

	private final DraftFiles files;

	FilesController(DraftFiles files) {
		this.files = files;
	}

	@PostMapping(REMOVE_URL)
	String remove(@CookieValue(name = Cookies.DRAFT, required = false) @Nullable SecretToken token,
			@RequestParam(defaultValue = "") String file) {
		this.files.remove(token, parse(file));
		return "redirect:" + Step.PAPERS.url();
	}

	private static UUID parse(String file) {
		try {
			return UUID.fromString(file);
		}
		catch (IllegalArgumentException ex) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
	}

}
