package org.secondavis.doctor;

import java.time.LocalDate;
import java.util.UUID;

/** What doctors have agreed with patients. Who makes appointments answers it. */
public interface Commitments {

	/** How many times to come are held for patients or booked on these days. */
	int count(UUID doctor, LocalDate first, LocalDate last);

}
