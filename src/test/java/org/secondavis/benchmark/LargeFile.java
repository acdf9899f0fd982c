package org.secondavis.benchmark;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A PDF as far as anybody looks at it, which takes no memory. */
final class LargeFile extends InputStream {

	private static final byte[] START = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);

	private final long size;

	private long position;

	LargeFile(int megabytes) {
		this.size = megabytes * 1_000_000L;
	}

	@Override
	public int read() {
		if (this.position >= this.size) {
			return -1;
		}
		int value = (this.position < START.length) ? START[(int) this.position] : 'x';
		this.position++;
		return value;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) {
		int count = (int) Math.min(length, this.size - this.position);
		for (int i = 0; i < count; i++) {
			bytes[offset + i] = (byte) read();
		}
		return (count > 0 || length == 0) ? count : -1;
	}

}
