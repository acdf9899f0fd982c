package org.secondavis.benchmark;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A PDF as far as anybody looks at it, which takes no memory and cannot be made smaller.
 */
final class LargeFile extends InputStream {

	private static final byte[] START = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);

	private final long size;

	private final long number;

	private long position;

	/**
	 * Begins one.
	 * @param number those of different numbers differ
	 */
	LargeFile(int megabytes, long number) {
		this.size = megabytes * 1_000_000L;
		this.number = number;
	}

	@Override
	public int read() {
		if (this.position >= this.size) {
			return -1;
		}
		int value = (this.position < START.length) ? START[(int) this.position] : noise(this.position);
		this.position++;
		return value;
	}

	/** Like SplittableRandom, and yet the same in every file of this number. */
	private int noise(long position) {
		long mixed = (position + this.number * 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
		mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
		return (int) (mixed >>> 56);
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
