package org.secondavis.encryption;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;

import com.google.crypto.tink.StreamingAead;

import org.springframework.stereotype.Component;

/**
 * Seals what is too large to be held whole, one segment after the other, with keys that
 * are derived from the configured ones (AES-256-GCM, HKDF). Segments can be neither
 * altered, left out nor put in another order, and the end cannot be cut off, without
 * being noticed.
 */
@Component
public class StreamVault {

	private final StreamingAead aead;

	StreamVault(EncryptionProperties properties) {
		this.aead = Keys.streamingAead(properties.keys());
	}

	/**
	 * A stream that seals what is written to it. Without being closed it lacks its end
	 * and cannot be read.
	 * @param sealed where the sealed bytes go
	 */
	public OutputStream seal(OutputStream sealed, Place place) throws IOException {
		try {
			return this.aead.newEncryptingStream(sealed, place.associatedData());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("A stream could not be sealed for " + place, ex);
		}
	}

	/**
	 * A stream of what was sealed. Reading fails with an {@link IOException} if no
	 * configured key fits, or the bytes were sealed for another place, or were altered.
	 */
	public InputStream open(InputStream sealed, Place place) throws IOException {
		try {
			return this.aead.newDecryptingStream(sealed, place.associatedData());
		}
		catch (GeneralSecurityException ex) {
			throw new UnreadableException(place, ex);
		}
	}

}
