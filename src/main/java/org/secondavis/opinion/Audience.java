package org.secondavis.opinion;

/** For whom a document is. */
public enum Audience {

	/** The person whom it is about. */
	PATIENT,
	/** Who treats them elsewhere. */
	DOCTOR

}
