package org.secondavis.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The type of a file by its first bytes. A signature counts at its own place only, so
 * that a file which is something else first is not taken for what it is second. From the
 * formats' own specifications: ISO 32000 (PDF), ITU-T T.81 (JPEG), ISO 15948 (PNG), ISO
 * 23008-12 (HEIC), DICOM PS3.10, PKWARE APPNOTE (ZIP).
 */
final class Signature {

	/** How many bytes tell the type. */
	static final int BYTES = 132;

	private static final byte[] JPEG = { (byte) 0xFF, (byte) 0xD8, (byte) 0xFF };

	private static final byte[] PNG = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n' };

	private static final Set<String> HEIC_BRANDS = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm",
			"hevs", "mif1", "msf1");

	private Signature() {
	}

	/** The type, or none that is known; a ZIP may turn out to be a document. */
	static @Nullable FileType of(byte[] start) {
		if (at(0, start, ascii("%PDF-"))) {
			return FileType.PDF;
		}
		if (at(0, start, JPEG)) {
			return FileType.JPEG;
		}
		if (at(0, start, PNG)) {
			return FileType.PNG;
		}
		if (at(4, start, ascii("ftyp")) && start.length >= 12
				&& HEIC_BRANDS.contains(new String(start, 8, 4, StandardCharsets.US_ASCII))) {
			return FileType.HEIC;
		}
		if (isArchive(start)) {
			return FileType.ZIP;
		}
		return isDicom(start) ? FileType.DICOM : null;
	}

	static boolean isArchive(byte[] start) {
		return at(0, start, new byte[] { 'P', 'K', 3, 4 });
	}

	/** The 128 bytes before the sign are free, but must not make it a program. */
	static boolean isDicom(byte[] start) {
		return at(128, start, ascii("DICM")) && !at(0, start, ascii("MZ")) && !at(0, start, ascii("#!"))
				&& !at(1, start, ascii("ELF"));
	}

	private static boolean at(int position, byte[] start, byte[] sign) {
		return start.length >= position + sign.length
				&& Arrays.equals(start, position, position + sign.length, sign, 0, sign.length);
	}

	private static byte[] ascii(String sign) {
		return sign.getBytes(StandardCharsets.US_ASCII);
	}

}
