package org.secondavis.doctor;

/** Somebody else has changed a profile since the form was shown. */
class OvertakenException extends RuntimeException {

}
