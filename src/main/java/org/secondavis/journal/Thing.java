package org.secondavis.journal;

/** What more is known of a line of the journal. */
sealed interface Thing permits AppointmentTimes, MeetingDay, MailLine, CallLine, MessageRead, Ended {

}
