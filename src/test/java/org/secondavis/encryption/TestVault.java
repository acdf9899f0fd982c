package org.secondavis.encryption;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

import tools.jackson.databind.json.JsonMapper;

/** Vaults for tests that need no application. */
public final class TestVault {

	private TestVault() {
	}

	public static Vault withFreshKey() {
		return withKeys(freshKey("fresh"));
	}

	static Vault withKeys(String... keys) {
		return new Vault(new EncryptionProperties(Arrays.asList(keys)), JsonMapper.builder().build());
	}

	static StreamVault streamsWithKeys(String... keys) {
		return new StreamVault(new EncryptionProperties(Arrays.asList(keys)));
	}

	static String freshKey(String name) {
		byte[] bytes = new byte[32];
		new SecureRandom().nextBytes(bytes);
		return name + ":" + Base64.getEncoder().encodeToString(bytes);
	}

}
