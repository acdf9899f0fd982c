package org.secondavis.staff;

import java.util.UUID;

/**
 * A member of staff is to set a password by a one-time link. Published in the transaction
 * that made or reset the account.
 *
 * @param accountId the account
 */
public record AccountInvited(UUID accountId) {
}
