package org.secondavis.encryption;

import java.security.GeneralSecurityException;

import com.google.crypto.tink.Aead;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Seals what concerns health before it reaches the database, and opens it again. Values
 * are written as JSON and encrypted with the first configured key (AES-256-GCM).
 */
@Component
public class Vault {

	private final Aead aead;

	private final JsonMapper json;

	Vault(EncryptionProperties properties, JsonMapper json) {
		this.aead = Keys.aead(properties.keys());
		this.json = json;
	}

	/** Makes the value unreadable to all who lack the key. */
	public byte[] seal(Object value, Place place) {
		try {
			return this.aead.encrypt(this.json.writeValueAsBytes(value), place.associatedData());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("A value could not be sealed for " + place, ex);
		}
	}

	/**
	 * Reads a sealed value.
	 * @throws UnreadableException if no configured key fits, or the value was sealed for
	 * another place, or was altered
	 */
	public <T> T open(byte[] sealed, Class<T> type, Place place) {
		try {
			return this.json.readValue(this.aead.decrypt(sealed, place.associatedData()), type);
		}
		catch (GeneralSecurityException ex) {
			throw new UnreadableException(place, ex);
		}
	}

}
