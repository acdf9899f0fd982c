package org.secondavis.request;

import java.util.UUID;

/**
 * The request is erased with all that the database ties to it. Published in the
 * transaction that erases it, so that every module erases what else it holds of it.
 *
 * @param requestId the request
 * @param draftId the draft from which it was made
 */
public record RequestErased(UUID requestId, UUID draftId) {
}
