package org.secondavis.request;

import java.util.UUID;

/**
 * The links to a request are to open nothing any more. Published in the transaction that
 * revoked them.
 *
 * @param requestId the request
 */
public record LinksRevoked(UUID requestId) {
}
