package org.secondavis.openid;

import org.springframework.security.core.AuthenticationException;

/** Somebody is known to the provider, and opens no account here. */
class UnknownIdentityException extends AuthenticationException {

	UnknownIdentityException() {
		super("The identity opens no account");
	}

}
