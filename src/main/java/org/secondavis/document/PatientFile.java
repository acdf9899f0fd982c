package org.secondavis.document;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A file as it is shown and handed out.
 *
 * @param id the file
 * @param paper the kind of paper, if the patient sorted it
 * @param name its name, harmless to show; none if it cannot be opened
 * @param size in bytes
 * @param type what its content is
 * @param scan what the scanner says
 * @param receivedAt when it had arrived
 */
public record PatientFile(UUID id, @Nullable PaperType paper, @Nullable String name, long size, FileType type,
		ScanResult scan, Instant receivedAt) {

	private static final double KILOBYTE = 1024;

	/** The message code of its size. */
	public String sizeKey() {
		return sizeKey(this.size);
	}

	/** The message code of a size in bytes. */
	public static String sizeKey(long size) {
		return (size < KILOBYTE * KILOBYTE) ? "file.size.kb" : "file.size.mb";
	}

	/** Its size in the unit of {@link #sizeKey()}. */
	public double sizeNumber() {
		return sizeNumber(this.size);
	}

	/** A size in bytes in the unit of {@link #sizeKey(long)}. */
	public static double sizeNumber(long size) {
		return (size < KILOBYTE * KILOBYTE) ? Math.ceil(size / KILOBYTE) : size / KILOBYTE / KILOBYTE;
	}

	/** The name under which it is handed out; its ending fits its content. */
	public String downloadName() {
		return this.type.nameFor((this.name == null || this.name.isEmpty()) ? "document" : this.name);
	}

	/** Whether staff may open it. */
	public boolean mayBeOpened() {
		return this.name != null && (this.scan == ScanResult.CLEAN || this.scan == ScanResult.UNVERIFIED);
	}

	@Override
	public String toString() {
		return "PatientFile[%s, %s]".formatted(this.id, this.type);
	}

}
