package org.secondavis.document;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ArchiveTests {

	private static final long PLENTY = 10_000_000;

	@Test
	void textDocumentsAndImagesAreTold() {
		assertThat(typeOf(FileMother.docx())).isEqualTo(FileType.DOCX);
		assertThat(typeOf(FileMother.odt())).isEqualTo(FileType.ODT);
		assertThat(typeOf(FileMother.zipOfDicom())).isEqualTo(FileType.ZIP);
	}

	@Test
	void aDocumentMayHoldAnArchiveButNoMacros() {
		assertThat(typeOf(FileMother.zip("[Content_Types].xml", new byte[1], "word/document.xml", new byte[1],
				"word/embeddings/table.xlsx", FileMother.docx())))
			.isEqualTo(FileType.DOCX);
		assertRefused(FileMother.zip("[Content_Types].xml", new byte[1], "word/document.xml", new byte[1],
				"word/vbaProject.bin", new byte[1]), Objection.UNKNOWN_TYPE);
	}

	@Test
	void otherArchivesAreRefused() {
		assertRefused(FileMother.zip("photo.jpg", FileMother.jpeg()), Objection.NO_IMAGES_IN_ARCHIVE);
		assertRefused(FileMother.zip("im", FileMother.dicom(), "more.zip", FileMother.zipOfDicom()),
				Objection.NESTED_ARCHIVE);
		assertRefused(FileMother.zip("virus.dcm", program()), Objection.NO_IMAGES_IN_ARCHIVE);
	}

	@Test
	void anArchiveOfTenThousandFilesIsRefused() {
		Map<String, byte[]> entries = new LinkedHashMap<>();
		for (int i = 0; i < 10_000; i++) {
			entries.put("IM" + i, new byte[0]);
		}
		assertRefused(FileMother.zip(entries), Objection.CROWDED_ARCHIVE);
	}

	@Test
	void aBombIsNotUnpacked() {
		byte[] bomb = FileMother.zip("im", new byte[(int) PLENTY + 1]);
		assertThat(bomb).hasSizeLessThan(20_000);
		assertRefused(bomb, Objection.SWOLLEN_ARCHIVE);
	}

	@Test
	void aBrokenArchiveIsRefused() {
		byte[] whole = FileMother.zip("im", FileMother.dicom(), "noise", noise());
		assertRefused(Arrays.copyOf(whole, whole.length / 2), Objection.UNREADABLE_ARCHIVE);
		byte[] locked = FileMother.zip("im", FileMother.dicom());
		locked[6] |= 1;
		assertRefused(locked, Objection.UNREADABLE_ARCHIVE);
	}

	private static byte[] noise() {
		byte[] noise = new byte[100_000];
		new Random(3).nextBytes(noise);
		return noise;
	}

	private static byte[] program() {
		byte[] program = FileMother.dicom();
		program[0] = 'M';
		program[1] = 'Z';
		return program;
	}

	private static FileType typeOf(byte[] archive) {
		return Archive.typeOf(new ByteArrayInputStream(archive), PLENTY);
	}

	private static void assertRefused(byte[] archive, Objection objection) {
		assertThatExceptionOfType(RefusedFileException.class).isThrownBy(() -> typeOf(archive))
			.extracting(RefusedFileException::objection)
			.isEqualTo(objection);
	}

}
