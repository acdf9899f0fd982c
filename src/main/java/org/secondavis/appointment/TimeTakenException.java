package org.secondavis.appointment;

/** Somebody else has the doctor's time. */
class TimeTakenException extends RuntimeException {

}
