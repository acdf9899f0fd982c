package org.secondavis.retention;

import java.time.Instant;

/**
 * When a request will be erased as things stand.
 *
 * @param reason why
 * @param at when
 */
public record Due(ErasureReason reason, Instant at) {
}
