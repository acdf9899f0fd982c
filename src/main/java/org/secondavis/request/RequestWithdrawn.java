package org.secondavis.request;

import java.util.UUID;

/**
 * The patient has ended the request. Published in the transaction that ended it.
 *
 * @param requestId the request
 */
public record RequestWithdrawn(UUID requestId) {
}
