package org.secondavis.openid;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.security.core.AuthenticationException;

/**
 * A provider does not answer, or not as one. The message holds nothing that it sent.
 */
class ProviderAbsentException extends AuthenticationException {

	ProviderAbsentException(String provider, Throwable cause) {
		super("The provider of identities %s does not answer as it should: %s".formatted(provider,
				NestedExceptionUtils.getMostSpecificCause(cause).getClass().getSimpleName()), cause);
	}

}
