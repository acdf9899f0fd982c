package org.secondavis.mail;

import java.util.UUID;

/** Knows how much work waits; given by the module that keeps the work lists. */
public interface WorkCounts {

	/** What waits for the clinic. */
	WorkCount ofClinic();

	/** What waits for a doctor, whose account this is. */
	WorkCount ofDoctor(UUID account);

}
