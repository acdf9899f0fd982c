package org.secondavis.journal;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Whether the patient has seen a message of the clinic.
 *
 * @param at since when, none if not yet
 */
record MessageRead(@Nullable Instant at) implements Thing {
}
