/**
 * Consultations: when doctors see patients, the times that are proposed, held and booked,
 * and the calendars that show them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "clinic", "doctor", "encryption", "request", "settings", "staff" })
package org.secondavis.appointment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
