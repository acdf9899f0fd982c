package org.secondavis.request;

import java.util.UUID;

/**
 * The patient is to get a one-time code by mail. Published in the transaction that
 * decided so.
 *
 * @param requestId the request
 */
public record CodeWanted(UUID requestId) {
}
