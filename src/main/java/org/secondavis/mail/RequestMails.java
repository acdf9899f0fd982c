package org.secondavis.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.secondavis.clinic.CurrentClinic;
import org.secondavis.mail.OutgoingMail.Recipient;
import org.secondavis.conversation.MessageWritten;
import org.secondavis.document.PaperAnswered;
import org.secondavis.encryption.Vault;
import org.secondavis.request.CodeWanted;
import org.secondavis.request.EmailChanged;
import org.secondavis.request.Helper;
import org.secondavis.request.HelperRelieved;
import org.secondavis.request.LinkRenewed;
import org.secondavis.request.RequestSubmitted;
import org.secondavis.request.RequestSuspected;
import org.secondavis.request.RequestWithdrawn;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.Status;

/**
 * Decides which mails an event about a request causes, and queues them in the transaction
 * that published it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RequestMails {

	private static final LocalTime MORNING = LocalTime.of(8, 0);

	private final Outbox outbox;

	private final MailQueue queue;

	private final Requests requests;

	private final Vault vault;

	private final CurrentClinic clinic;

	private final Clock clock;

	RequestMails(Outbox outbox, MailQueue queue, Requests requests, Vault vault, CurrentClinic clinic, Clock clock) {
		this.outbox = outbox;
		this.queue = queue;
		this.requests = requests;
		this.vault = vault;
		this.clinic = clinic;
		this.clock = clock;
	}

	@EventListener
	void on(RequestSubmitted event) {
		SecondOpinionRequest request = this.requests.findById(event.requestId()).orElseThrow();
		queue(event.requestId(), "submitted", Recipient.CLINIC);
		if (request.getContact().email() != null) {
			queue(event.requestId(), "submitted", Recipient.PATIENT);
		}
		queueForHelper(request, "submitted");
	}

	@EventListener
	void on(LinkRenewed event) {
		queue(event.requestId(), "link", Recipient.PATIENT);
	}

	@EventListener
	void on(CodeWanted event) {
		queue(event.requestId(), "code", Recipient.PATIENT);
	}

	/** A helper whom the patient has relieved has nothing to do with it any more. */
	@EventListener
	void on(RequestWithdrawn event) {
		SecondOpinionRequest request = this.requests.findById(event.requestId()).orElseThrow();
		queue(event.requestId(), "withdrawn", Recipient.CLINIC);
		if (request.getHelper() != null && request.getHelper().acts()) {
			queueForHelper(request, "withdrawn");
		}
	}

	@EventListener
	void on(HelperRelieved event) {
		queueForHelper(this.requests.findById(event.requestId()).orElseThrow(), "relieved");
	}

	/** Both addresses hear of it, in case it was not the patient who changed it. */
	@EventListener
	void on(EmailChanged event) {
		if (event.former() != null) {
			this.outbox.save(OutgoingMail.toFormer(event.former(), event.requestId(), "contact", this.vault,
					this.clock.instant()));
		}
		if (this.requests.findById(event.requestId()).orElseThrow().mayBeMailed()) {
			queue(event.requestId(), "contact", Recipient.PATIENT);
		}
	}

	@EventListener
	void on(MessageWritten event) {
		if (event.byPatient()) {
			queue(event.requestId(), "message", Recipient.CLINIC);
		}
		else if (this.requests.findById(event.requestId()).orElseThrow().mayBeMailed()) {
			queue(event.requestId(), "message", Recipient.PATIENT);
		}
	}

	@EventListener
	void on(PaperAnswered event) {
		queue(event.requestId(), "paper-answered", Recipient.CLINIC);
	}

	/**
	 * Robots come in swarms, and a person may be among them: the clinic hears of all
	 * together, on the next morning.
	 */
	@EventListener
	void on(RequestSuspected event) {
		announceSuspects();
	}

	/** It hears of them again each morning until somebody has looked. */
	@Scheduled(cron = "${secondavis.jobs.hourly:0 20 * * * *}")
	@Transactional
	void remindOfSuspects() {
		if (this.requests.countByStatus(Status.SUSPECT) > 0) {
			announceSuspects();
		}
	}

	private void announceSuspects() {
		Instant now = this.clock.instant();
		this.queue.saveUnlessOneWaits(OutgoingMail.digest("suspects", now, nextMorning(now)));
	}

	private void queueForHelper(SecondOpinionRequest request, String template) {
		Helper helper = request.getHelper();
		if (helper != null && helper.email() != null) {
			queue(request.getId(), template, Recipient.HELPER);
		}
	}

	private void queue(UUID request, String template, Recipient recipient) {
		this.outbox.save(OutgoingMail.about(request, template, recipient, this.clock.instant()));
	}

	private Instant nextMorning(Instant now) {
		ZonedDateTime here = now.atZone(this.clinic.now().timeZone());
		ZonedDateTime morning = here.with(MORNING);
		return (morning.isAfter(here) ? morning : morning.plusDays(1)).toInstant();
	}

}
