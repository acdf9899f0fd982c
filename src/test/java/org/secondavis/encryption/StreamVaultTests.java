package org.secondavis.encryption;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.secondavis.encryption.TestVault.freshKey;
import static org.secondavis.encryption.TestVault.streamsWithKeys;

class StreamVaultTests {

	private static final Place HERE = new Place("file_chunk", "content", UUID.randomUUID());

	private final String older = freshKey("2025");

	private final String newer = freshKey("2026");

	private final StreamVault vault = streamsWithKeys(this.newer);

	/** Several segments, and a part of one. */
	private final byte[] content = new byte[1_000_000];

	StreamVaultTests() {
		new Random(7).nextBytes(this.content);
		byte[] words = "une histoire confidentielle".getBytes(StandardCharsets.UTF_8);
		System.arraycopy(words, 0, this.content, 700_000, words.length);
	}

	@Test
	void whatIsSealedCanBeReadWithTheKeyOnly() throws IOException {
		byte[] sealed = seal(this.vault);
		assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("histoire");
		assertThat(open(this.vault, sealed, HERE)).isEqualTo(this.content);
		assertThatIOException().isThrownBy(() -> open(streamsWithKeys(this.older), sealed, HERE));
	}

	@Test
	void anOlderKeyStillOpensWhatItSealed() throws IOException {
		byte[] sealed = seal(streamsWithKeys(this.older));
		assertThat(open(streamsWithKeys(this.newer, this.older), sealed, HERE)).isEqualTo(this.content);
	}

	@Test
	void aStreamCannotBeMovedCutOrAltered() throws IOException {
		byte[] sealed = seal(this.vault);
		Place there = new Place("file_chunk", "content", UUID.randomUUID());
		assertThatIOException().isThrownBy(() -> open(this.vault, sealed, there));
		assertThatIOException().isThrownBy(() -> open(this.vault, Arrays.copyOf(sealed, sealed.length - 1), HERE));
		assertThatIOException().isThrownBy(() -> open(this.vault, Arrays.copyOf(sealed, 256 * 1024), HERE));
		sealed[800_000] ^= 1;
		assertThatIOException().isThrownBy(() -> open(this.vault, sealed, HERE));
	}

	@Test
	void theSameContentNeverLooksTheSame() throws IOException {
		assertThat(seal(this.vault)).isNotEqualTo(seal(this.vault));
	}

	private byte[] seal(StreamVault with) throws IOException {
		ByteArrayOutputStream sealed = new ByteArrayOutputStream();
		try (OutputStream stream = with.seal(sealed, HERE)) {
			stream.write(this.content);
		}
		return sealed.toByteArray();
	}

	private static byte[] open(StreamVault with, byte[] sealed, Place place) throws IOException {
		try (InputStream stream = with.open(new ByteArrayInputStream(sealed), place)) {
			return stream.readAllBytes();
		}
	}

}
