package org.secondavis.document;

import java.io.OutputStream;
import java.util.Arrays;

/** Cuts what is written into pieces of one size; the last one may be shorter. */
class ChunkOutput extends OutputStream {

	private final byte[] piece;

	private final Sink sink;

	private int filled;

	private int number;

	private boolean closed;

	ChunkOutput(int size, Sink sink) {
		this.piece = new byte[size];
		this.sink = sink;
	}

	@Override
	public void write(int value) {
		write(new byte[] { (byte) value }, 0, 1);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) {
		for (int written = 0; written < length;) {
			int next = Math.min(length - written, this.piece.length - this.filled);
			System.arraycopy(bytes, offset + written, this.piece, this.filled, next);
			this.filled += next;
			written += next;
			if (this.filled == this.piece.length) {
				passOn(this.piece);
			}
		}
	}

	@Override
	public void close() {
		if (!this.closed && this.filled > 0) {
			passOn(Arrays.copyOf(this.piece, this.filled));
		}
		this.closed = true;
	}

	private void passOn(byte[] content) {
		this.sink.take(this.number++, content);
		this.filled = 0;
	}

	/** Takes one piece after the other, which it must not keep. */
	interface Sink {

		void take(int number, byte[] content);

	}

}
