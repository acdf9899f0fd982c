package org.secondavis.openid;

import org.springframework.security.core.AuthenticationException;

/**
 * Somebody who is signed in already has shown who they are at a provider: they do not
 * sign in once more, but may link the two.
 */
class LinkWantedException extends AuthenticationException {

	private final transient ProviderIdentity identity;

	LinkWantedException(ProviderIdentity identity) {
		super("Signed in already");
		this.identity = identity;
	}

	ProviderIdentity identity() {
		return this.identity;
	}

}
