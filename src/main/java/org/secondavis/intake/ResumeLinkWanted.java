package org.secondavis.intake;

import java.util.Locale;
import java.util.UUID;

import org.secondavis.request.EmailAddress;

/**
 * Somebody wants a link to the form that is being filled in. Published in the transaction
 * that revoked the links before.
 *
 * @param draftId the form
 * @param to where the link is to go: nobody else knows this address
 * @param language the language in which the person reads
 */
public record ResumeLinkWanted(UUID draftId, EmailAddress to, Locale language) {
}
