package org.secondavis.request;

import java.util.UUID;

/**
 * The request has come to an end, whoever ended it. Published in the transaction that
 * ended it.
 *
 * @param requestId the request
 */
public record RequestEnded(UUID requestId) {
}
