package org.secondavis.openid;

import java.io.Serializable;

/**
 * Who somebody is at a provider. A session can keep it until they say that it is theirs.
 *
 * @param provider what the settings call the provider
 * @param issuer what the provider calls itself
 * @param subject what it calls them, now and for ever
 * @param shownAs what people would call them
 */
record ProviderIdentity(String provider, String issuer, String subject, String shownAs) implements Serializable {

	@Override
	public String toString() {
		return "ProviderIdentity[%s]".formatted(this.provider);
	}

}
