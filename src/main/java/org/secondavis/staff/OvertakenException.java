package org.secondavis.staff;

/** Somebody else changed it since the form was shown. */
public class OvertakenException extends RuntimeException {

}
