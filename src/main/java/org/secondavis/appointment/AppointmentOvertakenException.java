package org.secondavis.appointment;

/** The appointment is not as whoever acts saw it: somebody else acted, or time passed. */
public class AppointmentOvertakenException extends RuntimeException {

}
