package org.secondavis.appointment;

/** How the patient meets the doctor. */
public enum Visit {

	ON_SITE, VIDEO

}
