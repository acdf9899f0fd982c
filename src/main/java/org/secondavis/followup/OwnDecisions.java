package org.secondavis.followup;

import java.util.UUID;

import org.secondavis.request.EmailAddress;
import org.secondavis.request.Reference;
import org.secondavis.request.Requests;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Carries out what patients decide about their own request. */
@Service
class OwnDecisions {

	private final Requests requests;

	OwnDecisions(Requests requests) {
		this.requests = requests;
	}

	@Transactional
	void sendCode(UUID requestId) {
		this.requests.findById(requestId).ifPresent((request) -> {
			request.sendCode();
			this.requests.save(request);
		});
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

}
