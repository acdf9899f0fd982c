package org.secondavis.journal;

import java.time.Instant;
import java.util.List;

/**
 * The times of which an act about an appointment speaks.
 *
 * @param all when they begin
 */
record AppointmentTimes(List<Instant> all) implements Thing {
}
