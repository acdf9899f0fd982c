package org.secondavis.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Looks at a file while it passes. */
final class Examination {

	/** How many times its limit a file may be when it is unpacked. */
	private static final int MOST_SWELLING = 10;

	private Examination() {
	}

	/**
	 * Tells the type, and reads the file to its end.
	 * @param most how many bytes a file may be
	 * @throws RefusedFileException if it is nothing that is accepted
	 */
	static FileType typeOf(InputStream passing, long most) throws IOException {
		BufferedInputStream content = new BufferedInputStream(passing);
		content.mark(Signature.BYTES);
		byte[] start = content.readNBytes(Signature.BYTES);
		content.reset();
		if (start.length == 0) {
			throw new RefusedFileException(Objection.EMPTY);
		}
		FileType type = Signature.of(start);
		if (type == null) {
			throw new RefusedFileException(Objection.UNKNOWN_TYPE);
		}
		FileType exact = (type == FileType.ZIP) ? Archive.typeOf(content, most * MOST_SWELLING) : type;
		content.transferTo(OutputStream.nullOutputStream());
		return exact;
	}

}
