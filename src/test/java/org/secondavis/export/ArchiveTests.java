package org.secondavis.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondavis.ApplicationTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.secondavis.conversation.InternalNote;
import org.secondavis.conversation.InternalNotes;
import org.secondavis.conversation.Message;
import org.secondavis.conversation.Messages;
import org.secondavis.document.FileMother;
import org.secondavis.document.TestFiles;
import org.secondavis.encryption.Place;
import org.secondavis.encryption.Vault;
import org.secondavis.opinion.FirstRcp;
import org.secondavis.opinion.Opinion;
import org.secondavis.opinion.OpinionDraft;
import org.secondavis.opinion.OpinionWords;
import org.secondavis.opinion.Opinions;
import org.secondavis.opinion.Outcome;
import org.secondavis.opinion.Rcp;
import org.secondavis.opinion.RcpRole;
import org.secondavis.opinion.Rcps;
import org.secondavis.opinion.Way;
import org.secondavis.request.Decision;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.StaffId;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccount;
import org.secondavis.staff.StaffAccounts;
import org.secondavis.staff.StaffMember;
import org.secondavis.staff.StaffMother;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.secondavis.request.RequestMother.aRequest;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

@ApplicationTest
class ArchiveTests {

	private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Archives archives;

	@Autowired
	private Requests requests;

	@Autowired
	private TestFiles files;

	@Autowired
	private Messages messages;

	@Autowired
	private InternalNotes notes;

	@Autowired
	private Opinions opinions;

	@Autowired
	private Rcps meetings;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private Vault vault;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private JsonMapper json;

	private StaffMember doctor;

	private SecondOpinionRequest request;

	@BeforeEach
	void receive() {
		this.doctor = member(Role.DOCTOR);
		this.request = this.requests.save(aRequest().byHelper().submit(this.vault));
	}

	@Test
	void everythingInItHasItsSizeAndChecksum() throws Exception {
		this.files.send(this.request.getId(), "compte rendu.pdf", FileMother.pdf("Compte rendu"));
		this.files.send(this.request.getId(), "image.dcm", FileMother.dicom());
		opinion(true);
		Map<String, byte[]> archive = archive();
		assertThat(archive).containsOnlyKeys("demande.pdf", "demande.fhir.json", "avis/01-avis-patient.pdf",
				"fichiers/001-compte rendu.pdf", "fichiers/002-image.dcm", "manifest.json", "SHA256SUMS");
		assertThat(archive.get("fichiers/001-compte rendu.pdf")).isEqualTo(FileMother.pdf("Compte rendu"));
		assertThat(words(archive.get("avis/01-avis-patient.pdf"))).contains("Le même");
		JsonNode manifest = this.json.readTree(archive.get("manifest.json"));
		assertThat(manifest.get("format").asString()).isEqualTo("second-avis-archive/1");
		assertThat(manifest.get("reference").asString()).isEqualTo(this.request.getReference().value());
		assertThat(Instant.parse(manifest.get("createdAt").asString())).isAfter(NOW.minusSeconds(86_400 * 365));
		assertThat(manifest.get("leftOut")).isEmpty();
		assertThat(manifest.get("entries")).hasSize(archive.size() - 2);
		for (JsonNode entry : manifest.get("entries")) {
			byte[] content = archive.get(entry.get("name").asString());
			assertThat(entry.get("size").asInt()).isEqualTo(content.length);
			assertThat(entry.get("sha256").asString()).isEqualTo(sha256(content));
		}
		assertThat(new String(archive.get("SHA256SUMS"), StandardCharsets.UTF_8).lines()).hasSize(archive.size() - 1)
			.allSatisfy((line) -> assertThat(line.substring(0, 64)).isEqualTo(sha256(archive.get(line.substring(66)))));
	}

	@Test
	void theRecordTellsAllThatWasSaidAndWhoDidWhat() throws Exception {
		this.messages.save(Message.ofPatient(this.request.getId(), UUID.randomUUID().toString(), "Ma question <b>",
				this.vault, NOW));
		this.notes.save(new InternalNote(this.request.getId(), new StaffId(this.doctor.id()), "Une note", this.vault,
				NOW.plusSeconds(60)));
		SecondOpinionRequest taken = this.requests.findWithHistoryByReference(this.request.getReference())
			.orElseThrow();
		taken.takeInCharge(Decision.by(new StaffId(this.doctor.id()), NOW.plusSeconds(120)));
		this.requests.save(taken);
		this.files.send(this.request.getId(), "a.pdf", FileMother.pdf(""));
		assertThat(words(archive().get("demande.pdf"))).doesNotContain("??")
			.containsSubsequence("Zoë O’Brien-N’Guyen d’Été", "Une histoire confidentielle.", "Donné, selon", "Journal",
					"Demande envoyée, par", "Message de la personne malade", "Ma question <b>",
					"Note interne, par Anne O’Brien (Médecin)", "Une note", "Prise en charge, par Anne O’Brien");
	}

	@Test
	void theRecordTellsWhatMeetingsAdvisedAndWhatWasAskedSince() throws Exception {
		StaffId by = new StaffId(this.doctor.id());
		Rcp meeting = new Rcp(this.request.getId(), LocalDate.of(2026, 11, 20), by, NOW);
		meeting.hold(LocalDate.of(2026, 11, 20),
				EnumSet.of(RcpRole.SURGEON, RcpRole.RADIOTHERAPIST, RcpRole.PATHOLOGIST), "Irradier d’abord",
				this.vault, by, NOW);
		this.meetings.save(meeting);
		opinion(true);
		UUID question = UUID.randomUUID();
		this.jdbc.sql("""
				insert into opinion_question (id, opinion_id, number, text, asked_at)
				select :id, id, 1, :text, now() from opinion where request_id = :request""")
			.param("id", question)
			.param("text", this.vault.seal("Combien de séances ?", new Place("opinion_question", "text", question)))
			.param("request", this.request.getId())
			.update();
		assertThat(words(archive().get("demande.pdf"))).doesNotContain("??")
			.containsSubsequence("RCP de la clinique", "Irradier d’abord", "Questions du patient sur l’avis",
					"Combien de séances");
	}

	@Test
	void fhirNamesTheFilesWhereTheyLie() throws Exception {
		this.files.send(this.request.getId(), "a.pdf", FileMother.pdf(""));
		assertThat(new String(archive().get("demande.fhir.json"), StandardCharsets.UTF_8))
			.contains("\"url\": \"fichiers/001-a.pdf\"");
	}

	@Test
	void whatMayNotBeOpenedIsNamedWithTheReason() throws Exception {
		state(this.files.send(this.request.getId(), "virus.pdf", FileMother.pdf("v")), "INFECTED");
		UUID sealed = this.files.send(this.request.getId(), "scellé.pdf", FileMother.pdf("s"));
		this.jdbc.sql("update file_chunk set content = '\\x00' where file_id = :id").param("id", sealed).update();
		UUID nameless = this.files.send(this.request.getId(), "sans nom.pdf", FileMother.pdf("n"));
		this.jdbc.sql("update uploaded_file set name = '\\x00' where id = :id").param("id", nameless).update();
		this.files.send(this.request.getId(), "bon.pdf", FileMother.pdf("b"));
		Map<String, byte[]> archive = archive();
		assertThat(archive.keySet()).filteredOn((name) -> name.startsWith("fichiers/"))
			.containsExactly("fichiers/004-bon.pdf");
		assertThat(this.json.readTree(archive.get("manifest.json")).get("leftOut"))
			.extracting((one) -> one.get("name").asString("-") + " " + one.get("reason").asString())
			.containsExactly("virus.pdf INFECTED", "scellé.pdf UNREADABLE", "- UNREADABLE");
	}

	@Test
	void anOpinionThatCannotBeOpenedIsNamedWithTheReasonToo() throws Exception {
		opinion(true);
		this.jdbc.sql("""
				with whole as (delete from opinion_document d using opinion o
				    where d.opinion_id = o.id and o.request_id = :id and d.audience = 'PATIENT' returning d.*)
				insert into opinion_document (id, opinion_id, audience, language, content, made_at)
				select gen_random_uuid(), opinion_id, audience, language, '\\x00', made_at from whole""")
			.param("id", this.request.getId())
			.update();
		Map<String, byte[]> archive = archive();
		assertThat(archive.keySet()).noneMatch((name) -> name.startsWith("avis/")).contains("demande.pdf");
		assertThat(this.json.readTree(archive.get("manifest.json")).get("leftOut"))
			.extracting((one) -> one.get("name").asString("-") + " " + one.get("reason").asString())
			.containsExactly("avis/01-avis-patient.pdf UNREADABLE");
	}

	@Test
	void filesOfOneNameAreToldApart() throws Exception {
		this.files.send(this.request.getId(), "scan.pdf", FileMother.pdf("1"));
		this.files.send(this.request.getId(), "scan.pdf", FileMother.pdf("2"));
		assertThat(archive()).containsKeys("fichiers/001-scan.pdf", "fichiers/002-scan.pdf");
	}

	@ParameterizedTest
	@CsvSource({ "../../etc/passwd, fichiers/001-.._.._etc_passwd", "C:\\Windows\\a.pdf, fichiers/001-C__Windows_a.pdf",
			"/etc/a.pdf, fichiers/001-_etc_a.pdf", "CON, fichiers/001-CON", "\u202Efdp.exe, fichiers/001-_fdp.exe",
			"a\u0000b.pdf, fichiers/001-a_b.pdf", "محمد.pdf, fichiers/001-محمد.pdf" })
	void noNameLeadsOutOfItsFolder(String name, String expected) {
		assertThat(EntryName.of(1, name)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "é", "\uD83D\uDE00" })
	void noNameIsLongerThanComputersTake(String sign) {
		String name = EntryName.of(999, sign.repeat(150) + ".pdf");
		assertThat(name).endsWith(".pdf");
		assertThat(name.substring("fichiers/".length()).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(255);
	}

	@Test
	void anOpinionThatThePatientDoesNotHaveStaysHere() throws Exception {
		opinion(false);
		Map<String, byte[]> archive = archive();
		assertThat(archive.keySet()).noneMatch((name) -> name.startsWith("avis/"));
		assertThat(words(archive.get("demande.pdf"))).doesNotContain("Opérer d’abord");
		assertThat(new String(archive.get("demande.fhir.json"), StandardCharsets.UTF_8))
			.doesNotContain("Opérer d’abord");
	}

	@Test
	void whatBreaksOffIsNoArchive() throws Exception {
		this.files.send(this.request.getId(), "a.pdf", FileMother.pdf("x".repeat(3_000_000)));
		this.jdbc.sql("delete from file_chunk where number > 8").update();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		Packing archive = this.archives.of(this.request.getReference(), this.doctor, Locale.FRENCH);
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> archive.to(out));
		assertThat(unpacked(out.toByteArray())).doesNotContainKeys("manifest.json", "SHA256SUMS");
		assertThat(out.toString(StandardCharsets.ISO_8859_1)).doesNotContain("PK\u0005\u0006");
	}

	@Test
	void itIsADownloadWithANeutralName() throws Exception {
		MockHttpServletResponse response = ask(this.doctor);
		assertThat(response.getContentType()).isEqualTo("application/zip");
		assertThat(response.getHeader("Content-Disposition"))
			.isEqualTo("attachment; filename=\"%s.zip\"".formatted(this.request.getReference()));
		assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
	}

	@ParameterizedTest
	@CsvSource({ "SECRETARIAT, 200", "DOCTOR, 200", "ADMIN, 403" })
	void administratorsTakeNone(Role role, int status) throws Exception {
		assertThat(ask(member(role)).getStatus()).isEqualTo(status);
	}

	private void opinion(boolean delivered) {
		StaffId by = new StaffId(this.doctor.id());
		Opinion opinion = new Opinion(this.request.getId(), this.vault, by, NOW);
		opinion.write(new OpinionDraft(FirstRcp.HELD, null, Outcome.CONFIRMED, false,
				new OpinionWords("Opérer d’abord", List.of(), "Le même", "Le même", null, null, null, null, null)),
				this.vault, by, NOW);
		if (delivered) {
			opinion.proofRead(List.of(), this.vault, by, NOW);
			opinion.sign(by, NOW);
			opinion.deliver(List.of(), Way.ONLINE, by, NOW);
		}
		this.opinions.save(opinion);
	}

	private void state(UUID file, String state) {
		this.jdbc.sql("update uploaded_file set state = :state where id = :id")
			.param("state", state)
			.param("id", file)
			.update();
	}

	private StaffMember member(Role role) {
		StaffAccount account = this.accounts.save(StaffMother.aMember(role));
		return new StaffMember(account.getId(), account.getName(), account.getEmail(), role, null, false);
	}

	private Map<String, byte[]> archive() throws Exception {
		return unpacked(ask(this.doctor).getContentAsByteArray());
	}

	private MockHttpServletResponse ask(StaffMember reader) throws Exception {
		return this.mvc
			.perform(get("/admin/demandes/" + this.request.getReference() + "/archive?lang=fr").with(user(reader)))
			.andReturn()
			.getResponse();
	}

	/** As far as it can be unpacked. */
	private static Map<String, byte[]> unpacked(byte[] archive) throws IOException {
		Map<String, byte[]> entries = new LinkedHashMap<>();
		try (InputStream in = new ByteArrayInputStream(archive);
				ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				assertThat(entries.put(entry.getName(), zip.readAllBytes())).isNull();
			}
		}
		catch (EOFException ex) {
			return entries;
		}
		return entries;
	}

	private static String sha256(byte @Nullable [] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String words(byte[] pdf) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
		}
	}

}
