package org.secondavis.document;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.secondavis.ApplicationTest;
import org.secondavis.encryption.Vault;
import org.secondavis.request.RequestMother;
import org.secondavis.request.Requests;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.Together.atOnce;
import static org.secondavis.document.FileMother.pdf;

@ApplicationTest
class ScanningTests {

	@Autowired
	private TestFiles files;

	@Autowired
	private UploadedFiles rows;

	@Autowired
	private SealedStore store;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private Requests requests;

	@Autowired
	private Vault vault;

	@Autowired
	private JdbcClient jdbc;

	private FakeClamd clamd;

	private UUID request;

	@BeforeEach
	void startScanner() throws IOException {
		this.jdbc.sql("truncate second_opinion_request cascade").update();
		this.clamd = new FakeClamd();
		this.request = this.requests.save(RequestMother.aRequest().submit(this.vault)).getId();
	}

	@AfterEach
	void stopScanner() throws IOException {
		this.clamd.close();
	}

	@Test
	void aFileIsPendingUntilTheScannerFoundNothing() {
		byte[] content = Arrays.copyOf(pdf("Compte rendu"), 500_000);
		UUID file = this.files.send(this.request, "a.pdf", content);
		assertThat(view(file)).returns(ScanResult.PENDING, PatientFile::scan).returns(false, PatientFile::mayBeOpened);
		scan(Duration.ZERO);
		assertThat(view(file)).returns(ScanResult.CLEAN, PatientFile::scan).returns(true, PatientFile::mayBeOpened);
		assertThat(this.clamd.scanned()).singleElement().isEqualTo(content);
		scan(Duration.ofDays(1));
		assertThat(this.clamd.scanned()).hasSize(1);
	}

	@Test
	void whatIsHarmfulIsKeptFromStaff() {
		UUID file = this.files.send(this.request, "eicar.pdf", pdf(FakeClamd.EICAR));
		UUID other = this.files.send(this.request, "a.pdf", pdf(""));
		scan(Duration.ZERO);
		assertThat(view(file)).returns(ScanResult.INFECTED, PatientFile::scan).returns(false, PatientFile::mayBeOpened);
		assertThat(view(other).scan()).isEqualTo(ScanResult.CLEAN);
	}

	@Test
	void aScannerThatGivesNoVerdictIsAskedAgainLater() {
		UUID file = this.files.send(this.request, "a.pdf", pdf(""));
		this.clamd.fail("INSTREAM size limit exceeded. ERROR");
		scan(Duration.ZERO);
		assertThat(view(file).scan()).isEqualTo(ScanResult.PENDING);
		this.clamd.fail("");
		scan(Duration.ofSeconds(30));
		assertThat(view(file).scan()).as("before it is due again").isEqualTo(ScanResult.PENDING);
		scan(Duration.ofMinutes(2));
		assertThat(view(file).scan()).isEqualTo(ScanResult.CLEAN);
	}

	@Test
	void aScannerThatIsDownHoldsUpNothing() throws IOException {
		UUID file = this.files.send(this.request, "a.pdf", pdf(""));
		this.clamd.close();
		scan(Duration.ZERO);
		assertThat(view(file).scan()).isEqualTo(ScanResult.PENDING);
	}

	@Test
	void severalInstancesScanEachFileOnce() {
		for (int i = 0; i < 8; i++) {
			this.files.send(this.request, i + ".pdf", pdf("" + i));
		}
		atOnce(2, () -> scan(Duration.ZERO));
		assertThat(this.clamd.scanned()).hasSize(8);
		assertThat(this.jdbc.sql("select distinct state from uploaded_file").query(String.class).list())
			.containsExactly("CLEAN");
	}

	private void scan(Duration later) {
		Clock clock = Clock.offset(Clock.systemUTC(), later);
		new Scanning(this.rows, this.store, new Clamd(new ScannerProperties(this.clamd.address())), this.transaction,
				clock)
			.scan();
	}

	private PatientFile view(UUID file) {
		return this.rows.findById(file).orElseThrow().view(this.vault, true);
	}

}
