package org.secondavis.web;

import java.time.Duration;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import org.secondavis.clinic.Accent;
import org.secondavis.clinic.CurrentClinic;

/**
 * The clinic's own colour as a style sheet, since pages hold no styles. Its address names
 * the colour, so that browsers may keep it.
 */
@RestController
class AccentController {

	private static final CacheControl FOR_A_YEAR = CacheControl.maxAge(Duration.ofDays(365)).immutable();

	private final CurrentClinic clinic;

	AccentController(CurrentClinic clinic) {
		this.clinic = clinic;
	}

	@GetMapping("/css/accent.css")
	ResponseEntity<String> styleSheet() {
		Accent accent = this.clinic.now().accent();
		if (accent == null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return ResponseEntity.ok()
			.contentType(new MediaType("text", "css"))
			.cacheControl(FOR_A_YEAR)
			.body(accent.styleSheet());
	}

}
