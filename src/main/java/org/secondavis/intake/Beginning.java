package org.secondavis.intake;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

import org.secondavis.encryption.SecretToken;
import org.secondavis.throttle.Network;
import org.secondavis.throttle.Throttle;

/** Begins a form on a device, unless forms are begun there without end. */
@Component
class Beginning {

	private final OpenDrafts drafts;

	private final Cookies cookies;

	private final Throttle throttle;

	private final GuardProperties guard;

	Beginning(OpenDrafts drafts, Cookies cookies, Throttle throttle, GuardProperties guard) {
		this.drafts = drafts;
		this.cookies = cookies;
		this.throttle = throttle;
		this.guard = guard;
	}

	/** A new form, which this device finds from now on. */
	SecretToken begin(HttpServletRequest request, HttpServletResponse response) {
		if (!this.throttle.permits("start", Network.of(request.getRemoteAddr()), this.guard.draftsPerHour(),
				Duration.ofHours(1))) {
			throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
		}
		SecretToken token = this.drafts.start();
		this.cookies.keepDraft(token, request, response);
		this.cookies.forgetFollowUp(request, response);
		return token;
	}

}
