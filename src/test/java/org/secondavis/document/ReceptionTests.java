package org.secondavis.document;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.secondavis.Multipart;
import org.secondavis.TestPostgres;
import org.secondavis.encryption.Vault;
import org.secondavis.request.RequestMother;
import org.secondavis.request.Requests;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.secondavis.document.FileMother.join;
import static org.secondavis.document.FileMother.pdf;

@SpringBootTest(
		properties = { "secondavis.documents.max-file-size=64MB", "secondavis.documents.max-request-size=65MB" })
@ActiveProfiles("test")
@Import(TestPostgres.class)
class ReceptionTests {

	private static final long MEGABYTE = DataSize.ofMegabytes(1).toBytes();

	@Autowired
	private Reception reception;

	@Autowired
	private PatientFiles files;

	@Autowired
	private UploadedFiles rows;

	@Autowired
	private Requests requests;

	@Autowired
	private Vault vault;

	@Autowired
	private JdbcClient jdbc;

	private FileOwner owner;

	@BeforeEach
	void receiveRequest() {
		this.jdbc.sql("truncate second_opinion_request cascade").update();
		this.owner = FileOwner.request(this.requests.save(RequestMother.aRequest().submit(this.vault)).getId());
	}

	@Test
	void aFileComesBackAsItWasSent() throws IOException {
		byte[] content = join(pdf("Compte rendu"), new byte[700_000]);
		Received received = receive(new Multipart().file("files[PATHOLOGY]", "anapath.pdf", content));
		assertThat(received.files()).isOne();
		assertThat(received.papers()).containsExactly(PaperType.PATHOLOGY);
		PatientFile file = only();
		assertThat(file).returns("anapath.pdf", PatientFile::name)
			.returns(PaperType.PATHOLOGY, PatientFile::paper)
			.returns(FileType.PDF, PatientFile::type)
			.returns((long) content.length, PatientFile::size)
			.returns(ScanResult.UNVERIFIED, PatientFile::scan);
		try (InputStream stored = this.files.open(file)) {
			assertThat(stored.readAllBytes()).isEqualTo(content);
		}
	}

	static Stream<Arguments> accepted() {
		return Stream.of(Arguments.of(FileType.PDF, pdf("")), Arguments.of(FileType.JPEG, FileMother.jpeg()),
				Arguments.of(FileType.PNG, FileMother.png()), Arguments.of(FileType.HEIC, FileMother.heic()),
				Arguments.of(FileType.DICOM, FileMother.dicom()), Arguments.of(FileType.DOCX, FileMother.docx()),
				Arguments.of(FileType.ODT, FileMother.odt()), Arguments.of(FileType.ZIP, FileMother.zipOfDicom()),
				Arguments.of(FileType.JPEG, join(FileMother.jpeg(), FileMother.zipOfDicom())),
				Arguments.of(FileType.PDF, join(pdf("<script>"), FileMother.dicom())));
	}

	@ParameterizedTest
	@MethodSource("accepted")
	void theContentTellsTheTypeWhateverTheName(FileType type, byte[] content) {
		receive(new Multipart().file("files", "page.html", content));
		assertThat(only().type()).isEqualTo(type);
	}

	static Stream<Arguments> refused() {
		return Stream.of(Arguments.of(Objection.EMPTY, new byte[0]),
				Arguments.of(Objection.UNKNOWN_TYPE, "<html>%PDF-1.7".getBytes(StandardCharsets.UTF_8)),
				Arguments.of(Objection.UNKNOWN_TYPE, "MZ".getBytes(StandardCharsets.UTF_8)),
				Arguments.of(Objection.UNKNOWN_TYPE, join("GIF89a".getBytes(StandardCharsets.UTF_8), pdf("polyglot"))),
				Arguments.of(Objection.UNKNOWN_TYPE, join("MZ".getBytes(StandardCharsets.UTF_8), programAndImage())),
				Arguments.of(Objection.CROWDED_ARCHIVE, crowd()),
				Arguments.of(Objection.NO_IMAGES_IN_ARCHIVE, FileMother.zip("a.txt", new byte[1])),
				Arguments.of(Objection.NESTED_ARCHIVE,
						FileMother.zip("im", FileMother.dicom(), "a.zip", FileMother.zipOfDicom())),
				Arguments.of(Objection.TOO_LARGE, join(pdf(""), new byte[(int) (64 * MEGABYTE)])));
	}

	@ParameterizedTest
	@MethodSource("refused")
	void aRefusedFileLeavesNothingBehindAndHoldsUpNoOther(Objection objection, byte[] content) {
		Received received = receive(new Multipart().file("files", "un.pdf", content)
			.field("action", "continue")
			.file("files", "deux.pdf", pdf("")));
		assertThat(received.refusals()).containsExactly(new Refusal("un.pdf", objection));
		assertThat(only().name()).isEqualTo("deux.pdf");
		assertThat(count("uploaded_file")).isOne();
		assertThat(count("file_chunk")).isOne();
	}

	@Test
	void allFilesTogetherHaveALimitToo() {
		receive(new Multipart().file("files", "un.pdf", join(pdf(""), new byte[(int) (60 * MEGABYTE)])));
		Received received = receive(
				new Multipart().file("files", "deux.pdf", join(pdf(""), new byte[(int) (6 * MEGABYTE)])));
		assertThat(received.refusals()).containsExactly(new Refusal("deux.pdf", Objection.NO_ROOM));
		assertThat(only().name()).isEqualTo("un.pdf");
	}

	@Test
	void twoFilesOfTheSameNameAreTwoFiles() {
		receive(new Multipart().file("files", "scan.pdf", pdf("un")).file("files", "scan.pdf", pdf("deux")));
		assertThat(this.files.of(this.owner)).extracting(PatientFile::name).containsExactly("scan.pdf", "scan.pdf");
	}

	@Test
	void whatIsSentAgainIsKeptOnce() {
		receive(new Multipart().file("files", "un.pdf", pdf("un")).file("files[IMAGES]", "un.pdf", pdf("un")));
		Received again = receive(new Multipart().file("files", "copie.pdf", pdf("un"))
			.file("files[IMAGES]", "un.pdf", pdf("un"))
			.file("files", "deux.pdf", pdf("deux")));
		assertThat(again.files()).isEqualTo(3);
		assertThat(this.files.of(this.owner)).extracting(PatientFile::name)
			.containsExactly("un.pdf", "un.pdf", "deux.pdf");
		assertThat(count("file_chunk")).isEqualTo(3);
		FileOwner other = FileOwner.request(this.requests.save(RequestMother.aRequest().submit(this.vault)).getId());
		this.reception.receive(open(new Multipart().file("files", "un.pdf", pdf("un")).stream()), () -> other);
		assertThat(this.files.of(other)).hasSize(1);
	}

	@Test
	void oddNamesAndFieldsDoNoHarm() {
		Received received = receive(new Multipart().file("files", "../../" + "é".repeat(1000) + ".pdf", pdf(""))
			.file("files", "a\u202Efdp.\u0007exe", pdf("deux"))
			.file("files", "", new byte[0])
			.file("files[NONSENSE]", "x.pdf", pdf(""))
			.file("avatar", "x.pdf", pdf("")));
		assertThat(received.files()).isEqualTo(2);
		assertThat(received.refusals()).isEmpty();
		assertThat(this.files.of(this.owner)).extracting(PatientFile::name)
			.satisfiesExactly((name) -> assertThat(name).hasSize(FileName.LONGEST).doesNotContain("/"),
					(name) -> assertThat(name).isEqualTo("afdp.exe"));
	}

	@Test
	void aLineThatBreaksOffLeavesWhatArrivedAsAWholeAndNothingElse() {
		byte[] form = new Multipart().field("draft", "x")
			.file("files", "un.pdf", pdf("un"))
			.file("files", "deux.pdf", join(pdf("deux"), new byte[900_000]))
			.bytes();
		UploadForm broken = open(new ByteArrayInputStream(form, 0, form.length - 300_000));
		assertThatExceptionOfType(BrokenUploadException.class)
			.isThrownBy(() -> this.reception.receive(broken, () -> this.owner));
		assertThat(only().name()).isEqualTo("un.pdf");
		assertThat(count("uploaded_file")).isOne();
		assertThat(count("file_chunk")).isOne();
	}

	@Test
	void whatAKilledInstanceLeftIsNotShownAndGoes() {
		this.rows
			.save(new UploadedFile(this.owner, null, "x.pdf", Store.DATABASE, this.vault, RequestMother.SUBMITTED));
		assertThat(this.files.of(this.owner)).isEmpty();
		this.rows.dropUnfinished(RequestMother.SUBMITTED);
		assertThat(count("uploaded_file")).isZero();
	}

	@Test
	void memoryStaysFlatHoweverLargeAFile() {
		Widest content = new Widest(new SequenceInputStream(new ByteArrayInputStream(pdf("")), zeros(60 * MEGABYTE)));
		Received received = receive(new Multipart().file("files", "grand.pdf", content));
		assertThat(received.files()).isOne();
		assertThat(content.widest).isBetween(1, (int) MEGABYTE);
		assertThat(only().size()).isEqualTo(60 * MEGABYTE + pdf("").length);
		assertThat(this.jdbc.sql("select max(length(content)) from file_chunk").query(Integer.class).single())
			.isEqualTo(DatabaseStore.CHUNK);
		assertThat(count("file_chunk")).isBetween(240L, 250L);
	}

	@Test
	void noTableHoldsAWordOfAFileOrItsName() {
		receive(new Multipart().file("files", "carcinome-zoe.pdf", pdf("adenocarcinome infiltrant")));
		for (String word : List.of("carcinome", "infiltrant", "%PDF")) {
			byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
			assertThat(exists("select 1 from file_chunk where position(:word in content) > 0", bytes)).isFalse();
			assertThat(exists("select 1 from uploaded_file where position(:word in name) > 0", bytes)).isFalse();
		}
		assertThat(count("file_chunk")).isOne();
	}

	@Test
	void aFileIsItsOwnersOnlyAndGoesWithIt() {
		receive(new Multipart().file("files", "un.pdf", pdf("")));
		UUID file = only().id();
		FileOwner other = FileOwner.request(this.requests.save(RequestMother.aRequest().submit(this.vault)).getId());
		this.files.remove(other, file);
		assertThat(this.files.find(other, file)).isEmpty();
		assertThat(this.files.of(other)).isEmpty();
		this.jdbc.sql("delete from second_opinion_request where id = :id").param("id", this.owner.requestId()).update();
		assertThat(count("uploaded_file") + count("file_chunk")).isZero();
	}

	/**
	 * A DICOM image without its first two bytes, in place of which a program can begin.
	 */
	private static byte[] programAndImage() {
		return Arrays.copyOfRange(FileMother.dicom(), 2, FileMother.dicom().length);
	}

	private static byte[] crowd() {
		Map<String, byte[]> entries = new LinkedHashMap<>();
		for (int i = 0; i < 10_000; i++) {
			entries.put("IM" + i, new byte[0]);
		}
		return FileMother.zip(entries);
	}

	private Received receive(Multipart form) {
		return this.reception.receive(open(form.stream()), () -> this.owner);
	}

	private PatientFile only() {
		assertThat(this.files.of(this.owner)).hasSize(1);
		return this.files.of(this.owner).get(0);
	}

	private long count(String table) {
		return this.jdbc.sql("select count(*) from " + table).query(Long.class).single();
	}

	private boolean exists(String query, byte[] word) {
		return this.jdbc.sql("select exists (%s)".formatted(query)).param("word", word).query(Boolean.class).single();
	}

	private static UploadForm open(InputStream body) {
		HttpServletRequest request = new MockHttpServletRequest("POST", "/") {

			@Override
			public ServletInputStream getInputStream() {
				return new Body(body);
			}

		};
		((MockHttpServletRequest) request).setContentType(Multipart.contentType());
		try {
			return new UploadForm(request, 200 * MEGABYTE);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static InputStream zeros(long count) {
		return new InputStream() {

			private long left = count;

			@Override
			public int read() {
				return (this.left-- > 0) ? 0 : -1;
			}

			@Override
			public int read(byte[] bytes, int offset, int length) {
				int read = (int) Math.min(this.left, length);
				Arrays.fill(bytes, offset, offset + read, (byte) 0);
				this.left -= read;
				return (read > 0 || length == 0) ? read : -1;
			}

		};
	}

	/** Notes how much was asked for at once. */
	private static final class Widest extends FilterInputStream {

		private int widest;

		private Widest(InputStream content) {
			super(content);
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			this.widest = Math.max(this.widest, length);
			return super.read(bytes, offset, length);
		}

	}

	private static final class Body extends ServletInputStream {

		private final InputStream body;

		private Body(InputStream body) {
			this.body = body;
		}

		@Override
		public int read() throws IOException {
			return this.body.read();
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			return this.body.read(bytes, offset, length);
		}

		@Override
		public boolean isFinished() {
			return false;
		}

		@Override
		public boolean isReady() {
			return true;
		}

		@Override
		public void setReadListener(ReadListener listener) {
		}

	}

}
