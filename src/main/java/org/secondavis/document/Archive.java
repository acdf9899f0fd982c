package org.secondavis.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Looks into a ZIP while it passes: a text document, or medical images. It reads every
 * file in it, but no more of them, and no more out of them, than an honest one holds.
 */
final class Archive {

	/** A PET-CT has some three thousand images. */
	static final int MOST_ENTRIES = 5000;

	private static final String ODT = FileType.ODT.mediaType();

	private final ZipInputStream zip;

	private final long mostBytes;

	private final byte[] buffer = new byte[8192];

	private long bytes;

	private int entries;

	private boolean openDocument;

	private boolean contentTypes;

	private boolean wordDocument;

	private boolean macros;

	private boolean images;

	private boolean nested;

	private Archive(InputStream content, long mostBytes) {
		// names are only compared; this one reads any
		this.zip = new ZipInputStream(content, StandardCharsets.ISO_8859_1);
		this.mostBytes = mostBytes;
	}

	/**
	 * What the archive is.
	 * @param content the archive; it need not be read to its end
	 * @param mostBytes how many bytes all that is in it may be
	 * @throws RefusedFileException if it is nothing that is accepted
	 */
	static FileType typeOf(InputStream content, long mostBytes) {
		Archive archive = new Archive(content, mostBytes);
		try {
			archive.readAll();
		}
		catch (IOException | IllegalArgumentException ex) {
			throw new RefusedFileException(Objection.UNREADABLE_ARCHIVE);
		}
		return archive.type();
	}

	private void readAll() throws IOException {
		for (ZipEntry entry = this.zip.getNextEntry(); entry != null; entry = this.zip.getNextEntry()) {
			this.entries++;
			if (this.entries > MOST_ENTRIES) {
				throw new RefusedFileException(Objection.CROWDED_ARCHIVE);
			}
			byte[] start = this.zip.readNBytes(Signature.BYTES);
			look(entry.getName(), start);
			count(start.length);
			for (int read = this.zip.read(this.buffer); read > 0; read = this.zip.read(this.buffer)) {
				count(read);
			}
		}
	}

	private void look(String name, byte[] start) {
		this.openDocument |= this.entries == 1 && name.equals("mimetype")
				&& new String(start, StandardCharsets.US_ASCII).equals(ODT);
		this.contentTypes |= name.equals("[Content_Types].xml");
		this.wordDocument |= name.equals("word/document.xml");
		this.macros |= name.endsWith("vbaProject.bin") || name.startsWith("Basic/") || name.startsWith("Scripts/");
		this.images |= Signature.isDicom(start);
		this.nested |= Signature.isArchive(start);
	}

	private void count(int more) {
		this.bytes += more;
		if (this.bytes > this.mostBytes) {
			throw new RefusedFileException(Objection.SWOLLEN_ARCHIVE);
		}
	}

	private FileType type() {
		if (this.openDocument || (this.contentTypes && this.wordDocument)) {
			if (this.macros) {
				throw new RefusedFileException(Objection.UNKNOWN_TYPE);
			}
			return this.openDocument ? FileType.ODT : FileType.DOCX;
		}
		if (this.nested) {
			throw new RefusedFileException(Objection.NESTED_ARCHIVE);
		}
		if (!this.images) {
			throw new RefusedFileException(Objection.NO_IMAGES_IN_ARCHIVE);
		}
		return FileType.ZIP;
	}

}
