package org.secondavis.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

import org.springframework.stereotype.Component;

import org.secondavis.encryption.Place;
import org.secondavis.encryption.StreamVault;

/**
 * Seals content on its way into the store that its file names, and opens it on its way
 * out.
 */
@Component
class SealedStore {

	private final List<DocumentStore> stores;

	private final StreamVault vault;

	SealedStore(List<DocumentStore> stores, StreamVault vault) {
		this.stores = stores;
		this.vault = vault;
	}

	/** Takes the content of a file, which is whole once the stream is closed. */
	OutputStream write(UploadedFile file) throws IOException {
		return this.vault.seal(storeOf(file).write(file.getId()), placeOf(file));
	}

	InputStream read(UploadedFile file) throws IOException {
		return this.vault.open(storeOf(file).read(file.getId()), placeOf(file));
	}

	private DocumentStore storeOf(UploadedFile file) {
		return this.stores.stream()
			.filter((store) -> store.name() == file.getStore())
			.findFirst()
			.orElseThrow(() -> new StoreUnavailableException("The settings of the store are gone"));
	}

	/** The same in every store, so that content may be moved from one to another. */
	private static Place placeOf(UploadedFile file) {
		return new Place("file_chunk", "content", file.getId());
	}

}
