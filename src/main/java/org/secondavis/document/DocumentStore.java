package org.secondavis.document;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.UUID;

/**
 * Keeps the content of files, which comes and goes as a stream and sealed: a store never
 * sees what is in a file. What it holds of a file goes when its {@link UploadedFile}
 * goes. The streams throw a {@link StoreUnavailableException} while the store cannot be
 * reached.
 */
interface DocumentStore {

	/** Which one this is. */
	Store name();

	/** Takes the content of a file, of which nothing has been written yet. */
	OutputStream write(UUID file);

	/** Gives the content back; at its end if nothing was written. */
	InputStream read(UUID file);

}
