package org.secondavis.request;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The patient has another e-mail address. Published in the transaction that changed it.
 *
 * @param requestId the request
 * @param former the address until now, if there was one: nobody else knows it any more
 */
public record EmailChanged(UUID requestId, @Nullable EmailAddress former) {
}
