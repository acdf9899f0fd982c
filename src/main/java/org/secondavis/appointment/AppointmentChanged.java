package org.secondavis.appointment;

import java.util.UUID;

/**
 * Something was done about an appointment. Published in the transaction that did it.
 *
 * @param appointmentId the appointment
 * @param requestId the request that it belongs to
 * @param act what was done
 * @param byPatient whether the patient did it on the follow-up page
 */
public record AppointmentChanged(UUID appointmentId, UUID requestId, Act act, boolean byPatient) {
}
