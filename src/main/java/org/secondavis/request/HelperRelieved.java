package org.secondavis.request;

import java.util.UUID;

/**
 * The patient has taken the request over from the helper. Published in the transaction
 * that did so.
 *
 * @param requestId the request
 */
public record HelperRelieved(UUID requestId) {
}
