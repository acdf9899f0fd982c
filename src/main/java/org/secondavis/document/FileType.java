package org.secondavis.document;

import java.util.List;
import java.util.Locale;

/** What kinds of files are accepted. */
public enum FileType {

	PDF("application/pdf", "pdf"), JPEG("image/jpeg", "jpg", "jpeg"), PNG("image/png", "png"),
	HEIC("image/heic", "heic", "heif"),
	DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
	ODT("application/vnd.oasis.opendocument.text", "odt"), DICOM("application/dicom", "dcm", "dicom"),
	ZIP("application/zip", "zip");

	private final String mediaType;

	private final List<String> endings;

	FileType(String mediaType, String... endings) {
		this.mediaType = mediaType;
		this.endings = List.of(endings);
	}

	public String mediaType() {
		return this.mediaType;
	}

	/**
	 * The name under which such a file is handed out. A computer that goes by names must
	 * not take it for anything else than what its content is.
	 */
	String nameFor(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		return this.endings.stream().anyMatch((ending) -> lower.endsWith("." + ending)) ? name
				: name + "." + this.endings.get(0);
	}

}
