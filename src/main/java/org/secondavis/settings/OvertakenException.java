package org.secondavis.settings;

/** Somebody else has changed a setting since the form was shown. */
public class OvertakenException extends RuntimeException {

}
