package org.secondavis.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.UUID;

import org.springframework.stereotype.Component;

import org.secondavis.encryption.Place;
import org.secondavis.encryption.StreamVault;

/** Seals content on its way into the store, and opens it on its way out. */
@Component
class SealedStore {

	private final DocumentStore store;

	private final StreamVault vault;

	SealedStore(DocumentStore store, StreamVault vault) {
		this.store = store;
		this.vault = vault;
	}

	/** Takes the content of a file, which is whole once the stream is closed. */
	OutputStream write(UUID file) throws IOException {
		return this.vault.seal(this.store.write(file), place(file));
	}

	InputStream read(UUID file) throws IOException {
		return this.vault.open(this.store.read(file), place(file));
	}

	private static Place place(UUID file) {
		return new Place("file_chunk", "content", file);
	}

}
