package org.secondavis.export;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an archive holds. Its form is kept: programs read it.
 *
 * @param format what the archive is, with the version of its form
 * @param reference the request
 * @param createdAt when it was made
 * @param application the version of the application that made it
 * @param entries all that is in it, but for this list and the sums for {@code sha256sum}
 * @param leftOut what belongs into it and is missing: files that the patient sent, and
 * documents of the opinion
 */
record Manifest(String format, String reference, Instant createdAt, String application, List<Entry> entries,
		List<LeftOut> leftOut) {

	static final String FORMAT = "second-avis-archive/1";

	/**
	 * Something in the archive.
	 *
	 * @param name where it lies
	 * @param type what its content is
	 * @param size in bytes
	 * @param sha256 the checksum of its content, in hexadecimal
	 */
	record Entry(String name, String type, long size, String sha256) {

		@Override
		public String toString() {
			return "Entry[%s]".formatted(this.type);
		}

	}

	/**
	 * A file that is not in it.
	 *
	 * @param name what the patient called it, none if that cannot be read; or where a
	 * document of the opinion would lie
	 * @param type what its content is
	 * @param size in bytes; 0 if that cannot be known
	 * @param reason why
	 */
	record LeftOut(@Nullable String name, String type, long size, Reason reason) {

		@Override
		public String toString() {
			return "LeftOut[%s]".formatted(this.reason);
		}

	}

	/** Why a file is not in an archive. */
	enum Reason {

		/** The scanner has yet to look at it. */
		NOT_SCANNED_YET,
		/** The scanner found something harmful. */
		INFECTED,
		/** It cannot be opened: its key or its content is missing. */
		UNREADABLE

	}

}
