package org.secondavis.mail;

import java.time.Clock;
import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.secondavis.mail.OutgoingMail.Recipient;
import org.secondavis.opinion.OpinionDelivered;
import org.secondavis.opinion.OpinionQuestionAsked;
import org.secondavis.opinion.Way;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;

/**
 * Decides which mails an event about an opinion causes, and queues them in the
 * transaction that published it. Helpers hear nothing, as of messages: an opinion is the
 * patient's to share.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OpinionMails {

	private final Outbox outbox;

	private final Requests requests;

	private final Clock clock;

	OpinionMails(Outbox outbox, Requests requests, Clock clock) {
		this.outbox = outbox;
		this.requests = requests;
		this.clock = clock;
	}

	/** Whoever gets it by post finds it in the letter box. */
	@EventListener
	void on(OpinionDelivered event) {
		if (event.way() == Way.ONLINE
				&& this.requests.findById(event.requestId()).filter(SecondOpinionRequest::mayBeMailed).isPresent()) {
			queue(event.requestId(), "document", Recipient.PATIENT);
		}
	}

	@EventListener
	void on(OpinionQuestionAsked event) {
		queue(event.requestId(), "question", Recipient.CLINIC);
	}

	private void queue(UUID request, String template, Recipient recipient) {
		this.outbox.save(OutgoingMail.about(request, template, recipient, this.clock.instant()));
	}

}
