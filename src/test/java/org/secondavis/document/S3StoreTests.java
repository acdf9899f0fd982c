package org.secondavis.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondavis.Multipart;
import org.secondavis.TestPostgres;
import org.secondavis.encryption.Vault;
import org.secondavis.request.RequestMother;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Files in a bucket of a real S3 server. */
@SpringBootTest(properties = { "secondavis.documents.store=s3", "secondavis.documents.s3.bucket=" + BucketServer.BUCKET,
		"secondavis.documents.s3.access-key=key", "secondavis.documents.s3.secret-key=secret" })
@ActiveProfiles("test")
@Import(TestPostgres.class)
class S3StoreTests {

	private static final BucketServer SERVER = BucketServer.start();

	@Autowired
	private Reception reception;

	@Autowired
	private PatientFiles files;

	@Autowired
	private UploadedFiles rows;

	@Autowired
	private SealedStore sealedStore;

	@Autowired
	private S3Store store;

	@Autowired
	private Requests requests;

	@Autowired
	private Vault vault;

	@Autowired
	private JdbcClient jdbc;

	private FileOwner owner;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry settings) {
		settings.add("secondavis.documents.s3.endpoint", SERVER::endpoint);
	}

	@AfterAll
	static void stopServer() {
		SERVER.close();
	}

	@BeforeEach
	void receiveRequest() {
		this.jdbc.sql("delete from second_opinion_request").update();
		emptyTheBucket(Duration.ofDays(2));
		SecondOpinionRequest request = this.requests.save(RequestMother.aRequest().submit(this.vault));
		this.owner = FileOwner.request(request.getId());
	}

	@Test
	void aFileComesBackAsItWasSent() throws IOException {
		byte[] content = Arrays.copyOf(FileMother.pdf("Compte rendu"), 9_000_000);
		send("irm.pdf", content);
		try (InputStream stored = this.files.open(only())) {
			assertThat(stored.readAllBytes()).isEqualTo(content);
		}
	}

	@Test
	void onlySealedPiecesLieInTheBucketAndNoneInTheDatabase() {
		send("carcinome.pdf", Arrays.copyOf(FileMother.pdf("adenocarcinome"), 9_000_000));
		List<byte[]> objects = SERVER.objects();
		assertThat(objects).hasSize(3).allSatisfy((piece) -> assertThat(piece).hasSizeBetween(1, S3Store.PIECE));
		assertThat(objects).allSatisfy((piece) -> assertThat(new String(piece, StandardCharsets.ISO_8859_1))
			.doesNotContain("%PDF", "carcinome", "\0".repeat(100)));
		assertThat(count("file_chunk")).isZero();
	}

	@Test
	void contentOfWholePiecesEndsWhereItEnds() throws IOException {
		UUID file = UUID.randomUUID();
		byte[] content = new byte[2 * S3Store.PIECE];
		content[S3Store.PIECE] = 1;
		try (OutputStream stored = this.store.write(file)) {
			stored.write(content);
		}
		try (InputStream stored = this.store.read(file)) {
			assertThat(stored.readAllBytes()).isEqualTo(content);
		}
		this.store.remove(file);
		assertThat(SERVER.objects()).isEmpty();
	}

	@Test
	void whatAnErasedRequestLeavesInTheBucketGoesToo() {
		send("un.pdf", Arrays.copyOf(FileMother.pdf(""), 9_000_000));
		send("deux.pdf", FileMother.pdf(""));
		UUID first = this.files.of(this.owner).get(0).id();
		this.files.remove(this.owner, first);
		emptyTheBucket(Duration.ofMinutes(1));
		assertThat(SERVER.objects()).hasSize(1);
		this.jdbc.sql("delete from second_opinion_request where id = :id").param("id", this.owner.requestId()).update();
		emptyTheBucket(Duration.ofMinutes(1));
		assertThat(SERVER.objects()).isEmpty();
	}

	@Test
	void whatAnErasedFormLeavesInTheBucketGoesToo() {
		UUID draft = UUID.randomUUID();
		this.jdbc.sql("""
				insert into draft (id, version, token_hash, content, started_at, expires_at)
				values (:id, 0, sha256(uuid_send(:id)), '', now(), now())""").param("id", draft).update();
		this.owner = FileOwner.draft(draft);
		send("un.pdf", FileMother.pdf(""));
		assertThat(SERVER.objects()).hasSize(1);
		this.jdbc.sql("delete from draft where id = :id").param("id", draft).update();
		emptyTheBucket(Duration.ofMinutes(1));
		assertThat(SERVER.objects()).isEmpty();
	}

	@Test
	void aRefusedFileAndALineThatBreaksOffLeaveNothingInTheBucket() {
		byte[] bomb = FileMother.zip("im", Arrays.copyOf(FileMother.dicom(), 6_000_000), "a.zip",
				FileMother.zipOfDicom());
		assertThat(send("a.zip", bomb).refusals()).containsExactly(new Refusal("a.zip", Objection.NESTED_ARCHIVE));
		byte[] form = new Multipart().file("files", "un.pdf", Arrays.copyOf(FileMother.pdf(""), 9_000_000)).bytes();
		assertThatExceptionOfType(BrokenUploadException.class)
			.isThrownBy(() -> receive(Arrays.copyOf(form, form.length - 500_000)));
		emptyTheBucket(Duration.ofMinutes(1));
		assertThat(SERVER.objects()).isEmpty();
		assertThat(count("uploaded_file")).isZero();
	}

	@Test
	void whatArrivesAfterTheFilesEndIsFoundTheNextDay() throws IOException {
		send("un.pdf", FileMother.pdf(""));
		UUID file = only().id();
		this.files.remove(this.owner, file);
		emptyTheBucket(Duration.ofMinutes(1));
		try (OutputStream late = this.store.write(file)) {
			late.write(1);
		}
		emptyTheBucket(Duration.ofHours(23));
		assertThat(count("removed_file")).isOne();
		emptyTheBucket(Duration.ofHours(25));
		assertThat(SERVER.objects()).isEmpty();
		assertThat(count("removed_file")).isZero();
	}

	@Test
	void whileTheServerIsDownNothingIsLostAndItHealsByItself() throws IOException {
		send("un.pdf", FileMother.pdf("un"));
		send("deux.pdf", FileMother.pdf("deux"));
		PatientFile kept = this.files.of(this.owner).get(0);
		SERVER.stop();
		try {
			Received received = receive(new Multipart().file("files", "trois.pdf", FileMother.pdf("trois"))
				.file("files[IMAGES]", "quatre.pdf", FileMother.pdf("quatre"))
				.bytes());
			assertThat(received.refusals()).containsExactly(new Refusal("trois.pdf", Objection.STORE_DOWN),
					new Refusal("quatre.pdf", Objection.STORE_DOWN));
			assertThat(received.papers()).isEmpty();
			assertThat(count("uploaded_file")).isEqualTo(2);
			assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> this.files.open(kept));
			this.files.remove(this.owner, this.files.of(this.owner).get(1).id());
			emptyTheBucket(Duration.ofMinutes(1));
		}
		finally {
			SERVER.goOn();
		}
		assertThat(SERVER.objects()).hasSize(2);
		emptyTheBucket(Duration.ofMinutes(10));
		assertThat(SERVER.objects()).hasSize(1);
		assertThat(send("trois.pdf", FileMother.pdf("trois")).files()).isOne();
		try (InputStream stored = this.files.open(kept)) {
			assertThat(stored.readAllBytes()).isEqualTo(FileMother.pdf("un"));
		}
	}

	@Test
	void aFileOfTheOtherStoreStaysReadableAndLeavesNoNote() throws IOException {
		UploadedFile older = new UploadedFile(this.owner, null, "a.pdf", Store.DATABASE, this.vault, Instant.now());
		older.complete(FileType.PDF, 1, 0, Instant.now());
		this.rows.save(older);
		try (OutputStream content = this.sealedStore.write(older)) {
			content.write(FileMother.pdf("avant"));
		}
		assertThat(SERVER.objects()).isEmpty();
		try (InputStream stored = this.files.open(only())) {
			assertThat(stored.readAllBytes()).isEqualTo(FileMother.pdf("avant"));
		}
		this.files.remove(this.owner, older.getId());
		assertThat(count("removed_file") + count("file_chunk")).isZero();
	}

	private Received send(String name, byte[] content) {
		return receive(new Multipart().file("files", name, content).bytes());
	}

	private Received receive(byte[] form) {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
		request.setContentType(Multipart.contentType());
		request.setContent(form);
		try {
			return this.reception.receive(new UploadForm(request, 100_000_000), () -> this.owner);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private PatientFile only() {
		assertThat(this.files.of(this.owner)).hasSize(1);
		return this.files.of(this.owner).get(0);
	}

	/** The job that runs all the time, as it will be after a while. */
	private void emptyTheBucket(Duration later) {
		new RemovedFiles(this.store, this.jdbc, Clock.offset(Clock.systemUTC(), later)).remove();
	}

	private long count(String table) {
		return this.jdbc.sql("select count(*) from " + table).query(Long.class).single();
	}

}
