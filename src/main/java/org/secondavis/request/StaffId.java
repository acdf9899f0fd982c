package org.secondavis.request;

import java.util.UUID;

/**
 * Names a member of staff without knowing more of them.
 *
 * @param value the id of the staff account
 */
public record StaffId(UUID value) {
}
