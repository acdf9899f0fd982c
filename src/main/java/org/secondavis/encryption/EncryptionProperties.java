package org.secondavis.encryption;

import java.util.List;

import jakarta.validation.constraints.NotEmpty;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The keys that protect health content.
 *
 * @param keys {@code name:base64 of 32 bytes} each; the first encrypts, all decrypt
 */
@ConfigurationProperties("secondavis.encryption")
@Validated
record EncryptionProperties(@DefaultValue @NotEmpty List<String> keys) {

	/** Refuses keys that cannot be used as soon as the settings are read. */
	EncryptionProperties {
		if (!keys.isEmpty()) {
			Keys.aead(keys);
		}
	}

	@Override
	public String toString() {
		return "EncryptionProperties[%d keys]".formatted(this.keys.size());
	}

}
