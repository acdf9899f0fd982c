package org.secondavis.conversation;

import java.util.UUID;

/**
 * There is a new message about a request. Published in the transaction that stored it.
 *
 * @param requestId the request
 * @param byPatient whether the patient wrote it, else the clinic
 */
public record MessageWritten(UUID requestId, boolean byPatient) {
}
