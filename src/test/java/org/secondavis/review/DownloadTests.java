package org.secondavis.review;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.secondavis.ApplicationTest;
import org.secondavis.document.FileMother;
import org.secondavis.document.TestFiles;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffMember;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.request.RequestMother.aRequest;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

@ApplicationTest
class DownloadTests {

	private static final byte[] CONTENT = FileMother.pdf("Compte rendu");

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Desk desk;

	@Autowired
	private TestFiles files;

	@Autowired
	private JdbcClient jdbc;

	private StaffMember me;

	private SecondOpinionRequest request;

	@BeforeEach
	void receive() {
		this.desk.clear();
		this.me = this.desk.employ("Anne Martin", Role.SECRETARIAT);
		this.request = this.desk.receive(aRequest().submittedAt(Instant.now().minusSeconds(60)));
	}

	@Test
	void staffGetAFileAsADownloadAndNeverAsAPage() throws Exception {
		UUID file = this.files.send(this.request.getId(), "Été \"2026\".html", CONTENT);
		MockHttpServletResponse response = download(this.request, file.toString());
		assertThat(response.getStatus()).isEqualTo(200);
		assertThat(response.getContentAsByteArray()).isEqualTo(CONTENT);
		assertThat(response.getContentType()).isEqualTo("application/pdf");
		assertThat(response.getHeader("Content-Disposition")).startsWith("attachment;")
			.contains("filename*=UTF-8''%C3%89t%C3%A9%20");
		assertThat(response.getHeader("Content-Disposition")).endsWith(".html.pdf");
		assertThat(response.getHeaders("Content-Security-Policy")).containsExactly("sandbox; default-src 'none'");
		assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
		assertThat(response.getContentLength()).isEqualTo(CONTENT.length);
	}

	@Test
	void aFileIsFoundAtItsOwnRequestOnly() throws Exception {
		UUID file = this.files.send(this.request.getId(), "a.pdf", CONTENT);
		assertThat(download(this.desk.receive(aRequest()), file.toString()).getStatus()).isEqualTo(404);
		MockHttpServletRequestBuilder stranger = get("/admin/demandes/{reference}/fichiers/{id}",
				this.request.getReference(), file);
		assertThat(this.mvc.perform(stranger).andReturn().getResponse().getStatus()).isNotEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "nonsense", "00000000-0000-0000-0000-000000000000" })
	void anUnknownFileIsNotFound(String id) throws Exception {
		assertThat(download(this.request, id).getStatus()).isEqualTo(404);
	}

	/** Here it is a bucket that nobody has named. */
	@Test
	void aStoreThatDoesNotAnswerHandsOutNothing() throws Exception {
		UUID file = this.files.send(this.request.getId(), "a.pdf", CONTENT);
		this.jdbc.sql("update uploaded_file set store = 'S3'").update();
		MockHttpServletResponse response = download(this.request, file.toString());
		assertThat(response.getStatus()).isEqualTo(503);
		assertThat(response.getHeaderNames()).doesNotContain("Content-Disposition", "Content-Length");
	}

	@ParameterizedTest
	@CsvSource({ "INFECTED, bloqué, 404", "CLEAN, Sans virus connu, 200", "UNSCANNED, Non vérifié, 200" })
	void whatTheScannerFoundIsSaidAndKept(String state, String words, int status) throws Exception {
		UUID file = this.files.send(this.request.getId(), "a.pdf", CONTENT);
		this.jdbc.sql("update uploaded_file set state = :state").param("state", state).update();
		assertThat(download(this.request, file.toString()).getStatus()).isEqualTo(status);
		String link = "/fichiers/" + file;
		assertThat(page("fr")).contains(words)
			.satisfies((page) -> assertThat(page.contains(link)).isEqualTo(status == 200));
	}

	@Test
	void theRequestPageAndItsJournalTellOfFiles() throws Exception {
		this.files.send(this.request.getId(), "<i>\u202Egnp.exe", CONTENT);
		assertThat(page("fr")).contains("Fichier reçu", "Envoyé par le patient", "i_gnp.exe", "Non classé")
			.doesNotContain("<i>", "\u202E", "??");
		assertThat(page("en")).contains("Sent by the patient").doesNotContain("??");
	}

	private MockHttpServletResponse download(SecondOpinionRequest of, String file) throws Exception {
		return this.mvc
			.perform(get("/admin/demandes/{reference}/fichiers/{id}", of.getReference(), file).with(user(this.me)))
			.andReturn()
			.getResponse();
	}

	private String page(String language) throws Exception {
		return this.mvc
			.perform(get("/admin/demandes/{reference}?lang={language}", this.request.getReference(), language)
				.with(user(this.me)))
			.andReturn()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8);
	}

}
