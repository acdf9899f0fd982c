package org.secondavis.signin;

import java.time.Instant;

/**
 * A sign-in of one's own that still holds.
 *
 * @param handle what it is called by; it opens nothing
 * @param device from where
 * @param since when it began
 * @param seen when it was last used
 * @param here whether it is this one
 */
record OwnSession(String handle, Device device, Instant since, Instant seen, boolean here) {
}
