package org.secondavis.encryption;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.secondavis.encryption.TestVault.freshKey;
import static org.secondavis.encryption.TestVault.withKeys;

class VaultTests {

	private static final Place HERE = new Place("internal_note", "text", UUID.randomUUID());

	private final String older = freshKey("2025");

	private final String newer = freshKey("2026");

	@Test
	void whatIsSealedCanBeReadOnlyWithTheKey() {
		Vault vault = withKeys(this.newer);
		byte[] sealed = vault.seal("Une histoire.", HERE);
		assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("histoire");
		assertThat(vault.open(sealed, String.class, HERE)).isEqualTo("Une histoire.");
		assertThatExceptionOfType(UnreadableException.class)
			.isThrownBy(() -> withKeys(this.older).open(sealed, String.class, HERE))
			.withMessageNotContaining("histoire");
	}

	@Test
	void aSealedValueCannotBeMovedToAnotherRow() {
		Vault vault = withKeys(this.newer);
		byte[] sealed = vault.seal("Une histoire.", HERE);
		assertThatExceptionOfType(UnreadableException.class)
			.isThrownBy(() -> vault.open(sealed, String.class, new Place("internal_note", "text", UUID.randomUUID())));
		assertThatExceptionOfType(UnreadableException.class)
			.isThrownBy(() -> vault.open(sealed, String.class, new Place("request_change", "text", HERE.row())));
	}

	@Test
	void anOlderKeyStillOpensWhatItSealed() {
		byte[] sealed = withKeys(this.older).seal("Une histoire.", HERE);
		Vault rotated = withKeys(this.newer, this.older);
		assertThat(rotated.open(sealed, String.class, HERE)).isEqualTo("Une histoire.");
		assertThatExceptionOfType(UnreadableException.class)
			.isThrownBy(() -> withKeys(this.older).open(rotated.seal("x", HERE), String.class, HERE));
	}

	@ParameterizedTest
	@CsvSource({ "no-colon, name:base64", ":AAAA, name:base64", "k:%%%, not base64", "k:AAAA, must hold 32",
			"k:, must hold 32" })
	void aKeyThatCannotBeUsedIsRefusedWithoutBeingShown(String key, String reason) {
		assertThatExceptionOfType(InvalidKeysException.class).isThrownBy(() -> withKeys(key))
			.withMessageContaining(reason)
			.withMessageNotContaining("AAAA");
	}

	@Test
	void twoKeysOfOneNameAreRefused() {
		assertThatExceptionOfType(InvalidKeysException.class)
			.isThrownBy(() -> withKeys(freshKey("same"), freshKey("same")));
	}

	@Test
	void aTokenIsUnguessableAndPrintsNothing() {
		SecretToken token = SecretToken.random();
		assertThat(token.value()).hasSize(43).isNotEqualTo(SecretToken.random().value());
		assertThat(token.toString()).doesNotContain(token.value());
		assertThat(token.hash()).hasSize(32);
	}

}
