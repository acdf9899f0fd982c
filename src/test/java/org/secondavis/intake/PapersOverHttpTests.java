package org.secondavis.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.secondavis.HttpTest;
import org.secondavis.Multipart;
import org.secondavis.Visitor;
import org.secondavis.document.FileMother;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Files over a real line, which the tests of the pages do without. */
class PapersOverHttpTests extends HttpTest {

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void startForm() {
		this.jdbc.sql("truncate draft cascade").update();
		this.visitor.get("/demande");
		this.visitor.post("/demande");
		this.visitor.get(Step.PAPERS.url());
	}

	@Test
	void aLargeFileArrivesAndNoPlainCopyStaysOnADisk() throws IOException {
		Visitor.Page page = this.visitor.post(Step.PAPERS.url(),
				new Multipart().file("files", "scanner.pdf", largePdf()).field("action", "stay"));
		assertThat(page.location()).startsWith(Step.PAPERS.url());
		assertThat(count("uploaded_file where state = 'UNSCANNED' and size = " + largePdf().length)).isOne();
		try (Stream<Path> files = Files.walk(Path.of(System.getProperty("java.io.tmpdir")), 6)
			.filter((file) -> file.getFileName().toString().startsWith("upload_"))) {
			assertThat(files).isEmpty();
		}
	}

	@Test
	void aFileFarOverTheLimitIsReadToItsEndSoThatTheBrowserHearsWhy() {
		byte[] tooLarge = Arrays.copyOf(FileMother.pdf(""), 60 * 1024 * 1024);
		Visitor.Page page = this.visitor.post(Step.PAPERS.url(),
				new Multipart().field("documents[IMAGES]", "HAVE").file("files", "grand.pdf", tooLarge));
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.body()).contains("Le fichier «\u00A0grand.pdf\u00A0» dépasse 50\u00A0Mo");
		assertThat(count("uploaded_file")).isZero();
	}

	@Test
	void aLineThatIsCutLosesNoAnswerAndLeavesNoHalfFile() throws IOException {
		byte[] form = new Multipart().field("_csrf", this.visitor.token())
			.field("documents[GENETICS]", "CAN_GET")
			.file("files", "scanner.pdf", largePdf())
			.bytes();
		try (Socket line = new Socket("localhost", this.port)) {
			OutputStream out = line.getOutputStream();
			out.write(headers(form.length));
			out.write(form, 0, form.length - 100_000);
			out.flush();
			Awaitility.await()
				.atMost(Duration.ofSeconds(20))
				.untilAsserted(() -> assertThat(count("file_chunk")).isPositive());
		}
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(count("uploaded_file") + count("file_chunk")).isZero());
		assertThat(this.visitor.get(Step.PAPERS.url()).body()).containsPattern("value=\"CAN_GET\"[^>]*checked");
	}

	/** As most browsers do. */
	@Test
	void whoSendsAllBeforeReadingHearsOfARefusalToo() throws IOException {
		byte[] form = new Multipart().file("files", "scanner.pdf", Arrays.copyOf(largePdf(), 30_000_000)).bytes();
		try (Socket line = new Socket("localhost", this.port)) {
			line.getOutputStream().write(headers(form.length));
			line.getOutputStream().write(form);
			assertThat(line.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 403");
		}
	}

	private byte[] headers(int length) {
		return """
				POST /demande/documents HTTP/1.1\r
				Host: localhost:%d\r
				Cookie: %s\r
				Content-Type: %s\r
				Content-Length: %d\r
				\r
				""".formatted(this.port, this.visitor.cookies(), Multipart.contentType(), length)
			.getBytes(StandardCharsets.US_ASCII);
	}

	private static byte[] largePdf() {
		return Arrays.copyOf(FileMother.pdf("scanner"), 3_000_000);
	}

	private long count(String rows) {
		return this.jdbc.sql("select count(*) from " + rows).query(Long.class).single();
	}

}
