package org.secondavis.document;

import java.io.InputStream;
import java.util.function.IntFunction;

/** Puts pieces together again; the first empty one is the end. */
class ChunkInput extends InputStream {

	private final IntFunction<byte[]> source;

	private byte[] piece = new byte[0];

	private int position;

	private int number;

	private boolean ended;

	ChunkInput(IntFunction<byte[]> source) {
		this.source = source;
	}

	@Override
	public int read() {
		byte[] one = new byte[1];
		return (read(one, 0, 1) == 1) ? Byte.toUnsignedInt(one[0]) : -1;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) {
		if (length == 0) {
			return 0;
		}
		if (this.position == this.piece.length && !this.ended) {
			this.piece = this.source.apply(this.number++);
			this.position = 0;
			this.ended = this.piece.length == 0;
		}
		if (this.ended) {
			return -1;
		}
		int next = Math.min(length, this.piece.length - this.position);
		System.arraycopy(this.piece, this.position, bytes, offset, next);
		this.position += next;
		return next;
	}

}
