package org.secondavis.intake;

/** The answer to a plain question. */
enum YesNo {

	YES, NO

}
