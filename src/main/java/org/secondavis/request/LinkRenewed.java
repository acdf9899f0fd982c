package org.secondavis.request;

import java.util.UUID;

/**
 * The patient is to get a new link to the follow-up page. Published in the transaction
 * that decided so.
 *
 * @param requestId the request
 */
public record LinkRenewed(UUID requestId) {
}
