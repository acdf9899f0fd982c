package org.secondavis.clinic;

/**
 * Hands out the clinic's facts. Administrators change them while the application runs, so
 * ask each time: a {@link Clinic} that is kept grows old.
 */
@FunctionalInterface
public interface CurrentClinic {

	/** The clinic as it is now; this costs no statement. */
	Clinic now();

}
