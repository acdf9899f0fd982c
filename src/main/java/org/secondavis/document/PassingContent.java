package org.secondavis.document;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hands on to another stream all that is read of a file, counts it and sums it up. */
class PassingContent extends FilterInputStream {

	private final OutputStream copy;

	private final long most;

	private final long room;

	private final MessageDigest digest = sha256();

	private long size;

	/**
	 * Hands on what is read, up to the limits.
	 * @param most how many bytes a file may be
	 * @param room how many bytes there is room for
	 */
	PassingContent(InputStream content, OutputStream copy, long most, long room) {
		super(content);
		this.copy = copy;
		this.most = most;
		this.room = room;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) == 1) ? Byte.toUnsignedInt(one[0]) : -1;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		int read = super.read(bytes, offset, length);
		if (read > 0) {
			this.size += read;
			if (this.size > Math.min(this.most, this.room)) {
				throw new RefusedFileException((this.size > this.most) ? Objection.TOO_LARGE : Objection.NO_ROOM);
			}
			this.digest.update(bytes, offset, read);
			this.copy.write(bytes, offset, read);
		}
		return read;
	}

	long size() {
		return this.size;
	}

	/** What no other content has; to be asked once, at the end. */
	String sum() {
		return HexFormat.of().formatHex(this.digest.digest());
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public long skip(long count) throws IOException {
		throw new IOException("What passes is not skipped");
	}

	@Override
	public boolean markSupported() {
		return false;
	}

}
