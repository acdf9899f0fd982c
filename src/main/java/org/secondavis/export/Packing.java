package org.secondavis.export;

import java.io.IOException;
import java.io.OutputStream;

/** An archive that is ready to leave. */
@FunctionalInterface
interface Packing {

	/**
	 * Writes it while it is read.
	 * @throws IOException if nobody takes it any more, or a file breaks off; what has
	 * left by then is no whole archive and shows it
	 */
	void to(OutputStream out) throws IOException;

}
