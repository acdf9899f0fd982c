package org.secondavis.document;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What keeps the content of files does not answer, or refuses to. */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
class StoreUnavailableException extends RuntimeException {

	StoreUnavailableException(String reason) {
		super(reason);
	}

	StoreUnavailableException(Throwable cause) {
		super(cause);
	}

}
