package org.secondavis.document;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FileNameTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			compte rendu d’IRM.pdf     | compte rendu d’IRM.pdf
			../../etc/passwd           | passwd
			C:\\Users\\Zoé\\scan.jpg   | scan.jpg
			..                         | ''
			.htaccess                  | htaccess
			a:b*c?.pdf                 | a_b_c_.pdf
			'  deux   blancs .pdf '    | deux blancs .pdf
			资料.pdf                   | 资料.pdf
			""")
	void aNameLosesWhatCouldDoHarm(String sent, String kept) {
		assertThat(FileName.of(sent)).isEqualTo(kept);
	}

	@Test
	void whatCannotBeSeenOrTurnsTextRoundIsTakenOut() {
		assertThat(FileName.of("compte\u202Efdp.exe\u0000\r\n\u200B\u2066")).isEqualTo("comptefdp.exe");
		assertThat(FileName.of("demi\uD83D")).isEqualTo("demi");
		assertThat(FileName.of(null)).isEmpty();
	}

	@Test
	void aVeryLongNameKeepsItsEnding() {
		assertThat(FileName.of("é".repeat(1000) + ".pdf")).hasSize(FileName.LONGEST).endsWith("é.pdf").contains("…");
	}

	@Test
	void aFileIsHandedOutUnderAnEndingThatFitsItsContent() {
		assertThat(FileType.PDF.nameFor("scan.PDF")).isEqualTo("scan.PDF");
		assertThat(FileType.PDF.nameFor("scan.html")).isEqualTo("scan.html.pdf");
		assertThat(FileType.DICOM.nameFor("IM000001")).isEqualTo("IM000001.dcm");
	}

}
