package org.secondavis.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes files for tests. */
public final class FileMother {

	private FileMother() {
	}

	public static byte[] pdf(String words) {
		return ("%PDF-1.7\n" + words + "\n%%EOF").getBytes(StandardCharsets.UTF_8);
	}

	public static byte[] dicom() {
		byte[] image = new byte[400];
		System.arraycopy("DICM".getBytes(StandardCharsets.US_ASCII), 0, image, 128, 4);
		return image;
	}

	public static byte[] jpeg() {
		return bytes(0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 'J', 'F', 'I', 'F');
	}

	static byte[] heic() {
		return bytes(0, 0, 0, 24, 'f', 't', 'y', 'p', 'h', 'e', 'i', 'c', 0, 0, 0, 0);
	}

	static byte[] png() {
		return bytes(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13);
	}

	static byte[] docx() {
		return zip("[Content_Types].xml", "<Types/>".getBytes(StandardCharsets.UTF_8), "word/document.xml",
				"<w:document/>".getBytes(StandardCharsets.UTF_8));
	}

	static byte[] odt() {
		return zip("mimetype", "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII),
				"content.xml", "<office:document-content/>".getBytes(StandardCharsets.UTF_8));
	}

	static byte[] zipOfDicom() {
		return zip("CD/DICOMDIR", dicom(), "CD/IM0001", dicom(), "CD/lisezmoi.txt", new byte[] { 'a' });
	}

	/** A ZIP: names and contents in turn. */
	static byte[] zip(Object... namesAndContents) {
		Map<String, byte[]> entries = new LinkedHashMap<>();
		for (int i = 0; i < namesAndContents.length; i += 2) {
			entries.put((String) namesAndContents[i], (byte[]) namesAndContents[i + 1]);
		}
		return zip(entries);
	}

	static byte[] zip(Map<String, byte[]> entries) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
				zip.putNextEntry(new ZipEntry(entry.getKey()));
				zip.write(entry.getValue());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	static byte[] bytes(int... values) {
		byte[] bytes = new byte[values.length];
		for (int i = 0; i < values.length; i++) {
			bytes[i] = (byte) values[i];
		}
		return bytes;
	}

	static byte[] join(byte[] first, byte[] second) {
		byte[] both = Arrays.copyOf(first, first.length + second.length);
		System.arraycopy(second, 0, both, first.length, second.length);
		return both;
	}

}
