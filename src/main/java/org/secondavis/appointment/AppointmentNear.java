package org.secondavis.appointment;

import java.util.UUID;

/**
 * The patient is to be reminded of an appointment. Published in the transaction that
 * notes it.
 *
 * @param appointmentId the appointment
 * @param requestId the request that it belongs to
 */
public record AppointmentNear(UUID appointmentId, UUID requestId) {
}
