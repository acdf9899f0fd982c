package org.secondavis.signin;

import java.util.UUID;

/**
 * A member of staff who knows the password is to be mailed a code.
 *
 * @param accountId the account
 */
public record SignInCodeWanted(UUID accountId) {
}
