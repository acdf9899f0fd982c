package org.secondavis.clinic;

import java.time.LocalDate;

/** The days on which the clinic is closed, besides weekends and public holidays. */
@FunctionalInterface
interface Closures {

	boolean include(LocalDate day);

}
