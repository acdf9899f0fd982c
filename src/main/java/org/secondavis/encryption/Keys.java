package org.secondavis.encryption;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;

/**
 * Reads the configured keys. A key's name becomes its id, so that its order may change.
 */
final class Keys {

	private static final int KEY_BYTES = 32;

	private Keys() {
	}

	static Aead aead(List<String> keys) {
		try {
			AeadConfig.register();
			KeysetHandle.Builder keyset = KeysetHandle.newBuilder();
			for (int i = 0; i < keys.size(); i++) {
				KeysetHandle.Builder.Entry entry = KeysetHandle.importKey(key(keys.get(i)));
				keyset.addEntry((i == 0) ? entry.makePrimary() : entry);
			}
			return keyset.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
		}
		catch (GeneralSecurityException ex) {
			throw new InvalidKeysException("two keys have the same name, or a key cannot be used");
		}
	}

	/** The bytes of the key that encrypts. */
	static byte[] first(List<String> keys) {
		String text = keys.get(0);
		return bytes(text.substring(text.indexOf(':') + 1));
	}

	private static AesGcmKey key(String text) throws GeneralSecurityException {
		int colon = text.indexOf(':');
		if (colon < 1) {
			throw new InvalidKeysException("each key is written name:base64");
		}
		return AesGcmKey.builder()
			.setParameters(AesGcmParameters.builder()
				.setKeySizeBytes(KEY_BYTES)
				.setIvSizeBytes(12)
				.setTagSizeBytes(16)
				.setVariant(AesGcmParameters.Variant.TINK)
				.build())
			.setKeyBytes(SecretBytes.copyFrom(bytes(text.substring(colon + 1)), InsecureSecretKeyAccess.get()))
			.setIdRequirement(text.substring(0, colon).hashCode())
			.build();
	}

	private static byte[] bytes(String base64) {
		try {
			byte[] bytes = Base64.getDecoder().decode(base64.strip());
			if (bytes.length != KEY_BYTES) {
				throw new InvalidKeysException("a key holds %d bytes and must hold 32".formatted(bytes.length));
			}
			return bytes;
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidKeysException("a key is not base64");
		}
	}

}
