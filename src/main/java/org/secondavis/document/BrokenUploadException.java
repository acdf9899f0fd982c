package org.secondavis.document;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * What a browser sends breaks off or cannot be understood; mostly nobody is there any
 * more to be told.
 */
@ResponseStatus(HttpStatus.BAD_REQUEST)
class BrokenUploadException extends RuntimeException {

	BrokenUploadException(Throwable cause) {
		super("What was sent breaks off or cannot be understood", cause);
	}

}
