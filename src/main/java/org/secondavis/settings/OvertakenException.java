package org.secondavis.settings;

/** Somebody else has changed a setting since the form was shown. */
class OvertakenException extends RuntimeException {

}
