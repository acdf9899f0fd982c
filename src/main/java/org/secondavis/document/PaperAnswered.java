package org.secondavis.document;

import java.util.UUID;

/**
 * A patient has answered about a paper instead of sending it. Published in the
 * transaction that keeps the answer.
 *
 * @param requestId the request
 */
public record PaperAnswered(UUID requestId) {
}
