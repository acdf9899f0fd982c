package org.secondavis.request;

import java.util.UUID;

/**
 * The patient wants the request to be erased, which will take a while. Published in the
 * transaction that notes it, while there is still a request to write about.
 *
 * @param requestId the request
 */
public record ErasureAsked(UUID requestId) {
}
