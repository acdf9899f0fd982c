package org.secondavis.appointment;

import java.time.LocalDate;

import org.secondavis.encryption.SecretToken;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What calendar programs read of a doctor's agenda: times and references, no names. */
@RestController
class FeedController {

	private static final int DAYS_BACK = 30;

	private static final int DAYS_AHEAD = 365;

	private final AgendaFeeds feeds;

	private final Agenda agenda;

	private final CalendarFiles calendars;

	FeedController(AgendaFeeds feeds, Agenda agenda, CalendarFiles calendars) {
		this.feeds = feeds;
		this.agenda = agenda;
		this.calendars = calendars;
	}

	@GetMapping("/agenda/{token}.ics")
	ResponseEntity<byte[]> read(@PathVariable SecretToken token) {
		LocalDate today = this.agenda.today();
		CalendarFile file = this.feeds.find(token)
			.map((doctor) -> this.calendars
				.feed(this.agenda.entries(doctor, today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD))))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_TYPE, file.mediaType())
			.header("X-Robots-Tag", "noindex")
			.cacheControl(CacheControl.noStore())
			.body(file.content());
	}

}
