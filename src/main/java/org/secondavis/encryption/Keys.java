package org.secondavis.encryption;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingKey;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.util.SecretBytes;

/**
 * Reads the configured keys. A key's name becomes its id, so that its order may change.
 */
final class Keys {

	private static final int KEY_BYTES = 32;

	/** How much of a stream is sealed at once; what is read or written holds two. */
	private static final int SEGMENT_BYTES = 256 * 1024;

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

	/** The same keys for streams; each is derived, so that no key serves two ends. */
	static StreamingAead streamingAead(List<String> keys) {
		try {
			StreamingAeadConfig.register();
			KeysetHandle.Builder keyset = KeysetHandle.newBuilder();
			for (int i = 0; i < keys.size(); i++) {
				KeysetHandle.Builder.Entry entry = KeysetHandle.importKey(streamingKey(keys.get(i)))
					.withFixedId(id(keys.get(i)));
				keyset.addEntry((i == 0) ? entry.makePrimary() : entry);
			}
			return keyset.build().getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
		}
		catch (GeneralSecurityException ex) {
			throw new InvalidKeysException("two keys have the same name, or a key cannot be used");
		}
	}

	/** The bytes of the key that encrypts. */
	static byte[] first(List<String> keys) {
		return bytes(base64(keys.get(0)));
	}

	/** A key that tells nothing of the one from which it is made. */
	static byte[] derive(byte[] key, String purpose) throws GeneralSecurityException {
		return Hkdf.computeHkdf("HmacSHA256", key, new byte[0], purpose.getBytes(StandardCharsets.UTF_8), key.length);
	}

	private static AesGcmHkdfStreamingKey streamingKey(String text) throws GeneralSecurityException {
		AesGcmHkdfStreamingParameters parameters = AesGcmHkdfStreamingParameters.builder()
			.setKeySizeBytes(KEY_BYTES)
			.setDerivedAesGcmKeySizeBytes(KEY_BYTES)
			.setCiphertextSegmentSizeBytes(SEGMENT_BYTES)
			.setHkdfHashType(AesGcmHkdfStreamingParameters.HashType.SHA256)
			.build();
		return AesGcmHkdfStreamingKey.create(parameters,
				SecretBytes.copyFrom(derive(bytes(base64(text)), "streams"), InsecureSecretKeyAccess.get()));
	}

	private static int id(String text) {
		return text.substring(0, text.indexOf(':')).hashCode();
	}

	private static String base64(String text) {
		return text.substring(text.indexOf(':') + 1);
	}

	private static AesGcmKey key(String text) throws GeneralSecurityException {
		if (text.indexOf(':') < 1) {
			throw new InvalidKeysException("each key is written name:base64");
		}
		return AesGcmKey.builder()
			.setParameters(AesGcmParameters.builder()
				.setKeySizeBytes(KEY_BYTES)
				.setIvSizeBytes(12)
				.setTagSizeBytes(16)
				.setVariant(AesGcmParameters.Variant.TINK)
				.build())
			.setKeyBytes(SecretBytes.copyFrom(bytes(base64(text)), InsecureSecretKeyAccess.get()))
			.setIdRequirement(id(text))
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
