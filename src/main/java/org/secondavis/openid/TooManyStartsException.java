package org.secondavis.openid;

import org.springframework.security.core.AuthenticationException;

/** A network has begun to sign in by a provider too often. */
class TooManyStartsException extends AuthenticationException {

	TooManyStartsException() {
		super("Too many attempts");
	}

}
