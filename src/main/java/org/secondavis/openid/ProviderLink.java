package org.secondavis.openid;

import java.time.Instant;
import java.util.UUID;

/**
 * An identity at a provider that opens an account.
 *
 * @param id what it is found by
 * @param provider what the settings call the provider
 * @param name what staff call it
 * @param since when it was linked
 */
record ProviderLink(UUID id, String provider, String name, Instant since) {
}
