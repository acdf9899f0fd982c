package org.secondavis.journal;

import java.time.LocalDate;

/**
 * The day of the meeting (RCP) of which a line speaks.
 *
 * @param day for when it is planned, or when it was held
 */
record MeetingDay(LocalDate day) implements Thing {
}
