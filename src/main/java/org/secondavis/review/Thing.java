package org.secondavis.review;

/** What more is known of a line of the journal. */
sealed interface Thing permits AppointmentTimes, MailLine, CallLine, MessageRead, Ended {

}
