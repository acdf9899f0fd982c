package org.secondavis.request;

import java.util.UUID;

/**
 * The clinic holds a request that may come from a robot and waits for a person's look.
 *
 * @param requestId the request
 */
public record RequestSuspected(UUID requestId) {
}
