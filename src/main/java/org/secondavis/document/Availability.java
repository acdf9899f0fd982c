package org.secondavis.document;

/** Whether a patient has a paper. */
public enum Availability {

	HAVE, CAN_GET, NO, UNKNOWN

}
