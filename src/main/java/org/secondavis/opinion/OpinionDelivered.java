package org.secondavis.opinion;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An opinion, or what follows it, has been delivered.
 *
 * @param requestId the request
 * @param opinionId the opinion
 * @param addendumId what follows it; none if it is the opinion itself
 * @param way how it reaches the patient
 */
public record OpinionDelivered(UUID requestId, UUID opinionId, @Nullable UUID addendumId, Way way) {
}
