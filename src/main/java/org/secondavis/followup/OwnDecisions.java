package org.secondavis.followup;

import java.time.Clock;
import java.time.Instant;
import java.util.function.BiConsumer;

import org.secondavis.clinic.Retention;
import org.secondavis.request.Contact;
import org.secondavis.request.EmailAddress;
import org.secondavis.request.Reference;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Carries out what patients decide about their own request. Each decision waits for
 * whatever else is being done to it, and does nothing if it has just been erased.
 */
@Service
class OwnDecisions {

	private final Requests requests;

	private final Retention retention;

	private final Clock clock;

	OwnDecisions(Requests requests, Retention retention, Clock clock) {
		this.requests = requests;
		this.retention = retention;
		this.clock = clock;
	}

	/** Mails a link to the patient, if the request is this address's. */
	@Transactional
	void sendAnotherLink(Reference reference, EmailAddress email) {
		this.requests.findByReference(reference)
			.filter((request) -> request.getContact().isReachedAt(email))
			.ifPresent((request) -> {
				request.sendAnotherLink();
				this.requests.save(request);
			});
	}

	@Transactional
	void sendCode(Reference reference) {
		decide(reference, (request, now) -> request.sendCode());
	}

	@Transactional
	void correctContact(Reference reference, Contact contact) {
		decide(reference, (request, now) -> request.correctContact(contact, now));
	}

	/** Ends the request, unless it has ended already. */
	@Transactional
	void withdraw(Reference reference) {
		decide(reference, (request, now) -> {
			if (request.getStatus().isOpen()) {
				request.withdraw(now);
			}
		});
	}

	/** The patient acts alone from now on, if that is possible. */
	@Transactional
	void takeOver(Reference reference) {
		decide(reference, (request, now) -> {
			if (request.mayTakeOver()) {
				request.takeOver(now);
			}
		});
	}

	@Transactional
	void replaceLinks(Reference reference) {
		decide(reference, SecondOpinionRequest::replaceLinks);
	}

	@Transactional
	void askErasure(Reference reference) {
		decide(reference, (request, now) -> request.askErasure(now.plus(this.retention.erasureDelay()), now));
	}

	@Transactional
	void callOffErasure(Reference reference) {
		decide(reference, SecondOpinionRequest::callOffErasure);
	}

	private void decide(Reference reference, BiConsumer<SecondOpinionRequest, Instant> decision) {
		this.requests.lockByReference(reference).ifPresent((request) -> {
			decision.accept(request, this.clock.instant());
			this.requests.save(request);
		});
	}

}
