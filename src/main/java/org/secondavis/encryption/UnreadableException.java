package org.secondavis.encryption;

/** A sealed value that none of the configured keys opens at its place. */
public class UnreadableException extends RuntimeException {

	UnreadableException(Place place, Throwable cause) {
		super("No configured key opens " + place, cause);
	}

}
