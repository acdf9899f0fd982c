package org.secondavis.queue;

import java.util.UUID;

/**
 * A member of staff to choose from.
 *
 * @param id the account
 * @param name how colleagues call them
 */
record Colleague(UUID id, String name) {
}
