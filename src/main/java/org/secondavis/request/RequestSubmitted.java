package org.secondavis.request;

import java.util.UUID;

/**
 * The clinic holds a new request. Published in the transaction that stored it, or that
 * released it from suspicion.
 *
 * @param requestId the request
 */
public record RequestSubmitted(UUID requestId) {
}
