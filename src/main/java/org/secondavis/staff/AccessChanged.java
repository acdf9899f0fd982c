package org.secondavis.staff;

import java.util.UUID;

/**
 * Who is signed in to the account may no longer be, or not as what they were.
 *
 * @param accountId the account
 */
record AccessChanged(UUID accountId) {
}
