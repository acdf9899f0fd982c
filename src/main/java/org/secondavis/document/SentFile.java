package org.secondavis.document;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.jspecify.annotations.Nullable;

/**
 * A file as it arrives, to be read once.
 *
 * @param field the field of the form
 * @param name what the device calls it
 * @param content its bytes
 */
record SentFile(String field, @Nullable String name, InputStream content) {

	/** The field for files that the patient did not sort. */
	private static final String ANY_PAPER = "files";

	static SentFile of(FileItemStream part) throws IOException {
		return new SentFile(part.getFieldName(), nameOf(part), new ArrivingContent(part.openStream()));
	}

	private static @Nullable String nameOf(FileItemStream part) {
		try {
			return part.getName();
		}
		catch (InvalidFileNameException ex) {
			return ex.getName();
		}
	}

	/** Whether it comes from a field for papers. */
	boolean isPaper() {
		return this.field.equals(ANY_PAPER) || paper().isPresent();
	}

	/** Whether there is a file: an empty field sends one without a name. */
	boolean isNamed() {
		return this.name != null && !this.name.isEmpty();
	}

	/** The kind of paper, if its field says so: {@code files[PATHOLOGY]}. */
	Optional<PaperType> paper() {
		return Arrays.stream(PaperType.values())
			.filter((type) -> this.field.equals("%s[%s]".formatted(ANY_PAPER, type)))
			.findFirst();
	}

	@Override
	public String toString() {
		return "SentFile[%s]".formatted(this.field);
	}

	/** Tells a line that breaks off from a file that is broken. */
	private static final class ArrivingContent extends FilterInputStream {

		private ArrivingContent(InputStream content) {
			super(content);
		}

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return (read(one, 0, 1) == 1) ? Byte.toUnsignedInt(one[0]) : -1;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) {
			try {
				return super.read(bytes, offset, length);
			}
			catch (IOException ex) {
				throw new BrokenUploadException(ex);
			}
		}

	}

}
