package org.secondavis.staff;

import org.springframework.security.core.AuthenticationException;

/**
 * Somebody tried to sign in too often; whether the password was right is not looked at.
 */
class TooManyAttemptsException extends AuthenticationException {

	TooManyAttemptsException() {
		super("Too many attempts");
	}

}
