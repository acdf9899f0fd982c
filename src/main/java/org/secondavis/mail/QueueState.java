package org.secondavis.mail;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How the queue stands.
 *
 * @param queued mails that are still to leave
 * @param givenUp mails that need a person's help
 * @param oldest since when the oldest mail waits that should have left; none if all have
 */
record QueueState(long queued, long givenUp, @Nullable Instant oldest) {
}
