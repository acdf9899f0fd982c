package org.secondavis.opinion;

/** How the clinic heard what a patient wants, where the patient did not say so online. */
public enum Heard {

	/** On the telephone. */
	CALL,
	/** In a letter. */
	LETTER,
	/** In the consultation. */
	CONSULTATION

}
