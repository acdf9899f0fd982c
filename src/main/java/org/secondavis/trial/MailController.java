package org.secondavis.trial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.mail.MessagingException;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Shows the mails that a trial would have sent. */
@TrialOnly
@Controller
@RequestMapping("/essai/courriers")
class MailController {

	private static final int SHOWN = 50;

	private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

	private final MailFolder mails;

	MailController(TrialProperties properties) {
		this.mails = properties.mails();
	}

	@GetMapping
	String list(Model model) throws IOException, MessagingException {
		model.addAttribute("mails", this.mails.latest(SHOWN));
		return "trial/mails";
	}

	/**
	 * The HTML as a mail program shows it: its own styles count, and nothing is fetched
	 * or run.
	 */
	@GetMapping("/{number:\\d{1,9}}/html")
	ResponseEntity<String> html(@PathVariable int number) throws IOException, MessagingException {
		return this.mails.find(number)
			.map((mail) -> ResponseEntity.ok()
				.contentType(HTML)
				.header("Content-Security-Policy",
						"sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:")
				.body(mail.html()))
			.orElseGet(() -> ResponseEntity.notFound().build());
	}

}
