package org.secondavis.followup;

import java.time.Duration;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.secondavis.encryption.SecretToken;
import org.secondavis.intake.Check;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.throttle.Throttle;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Shows the patient the messages, and takes new ones. */
@Controller
@RequestMapping("/suivi/{token}/messages")
class MessagesController {

	private static final int MESSAGES_PER_HOUR = 30;

	private final Visits visits;

	private final Conversation conversation;

	private final Throttle throttle;

	MessagesController(Visits visits, Conversation conversation, Throttle throttle) {
		this.visits = visits;
		this.conversation = conversation;
		this.throttle = throttle;
	}

	@GetMapping
	ModelAndView show(@PathVariable SecretToken token, @RequestParam(name = "avis", defaultValue = "") String notice,
			HttpServletRequest device) {
		SecondOpinionRequest request = this.visits.enter(token, Door.MESSAGES, device);
		return page(request).addObject("form", new MessageForm(null, UUID.randomUUID().toString()))
			.addObject("sent", notice.equals("envoye"));
	}

	@PostMapping
	ModelAndView write(@PathVariable SecretToken token, @ModelAttribute("form") MessageForm form,
			BindingResult problems, HttpServletRequest device) {
		SecondOpinionRequest request = this.visits.enter(token, Door.MESSAGES, device);
		form.check(new Check(problems));
		if (problems.hasErrors()) {
			ModelAndView page = page(request);
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return page;
		}
		if (!this.throttle.permits("message", request.getReference().value(), MESSAGES_PER_HOUR, Duration.ofHours(1))) {
			throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
		}
		this.conversation.write(request.getReference(), form);
		return new ModelAndView("redirect:/suivi/%s/messages?avis=envoye".formatted(token.value()));
	}

	private ModelAndView page(SecondOpinionRequest request) {
		return new ModelAndView("followup/messages").addObject("messages", this.conversation.read(request.getId()));
	}

}
