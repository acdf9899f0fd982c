package org.secondavis.export;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

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
import org.secondavis.StatementCount;
import org.secondavis.document.Availability;
import org.secondavis.document.Paper;
import org.secondavis.document.PaperType;
import org.secondavis.document.Papers;
import org.secondavis.encryption.Vault;
import org.secondavis.opinion.FirstRcp;
import org.secondavis.opinion.Opinion;
import org.secondavis.opinion.OpinionDraft;
import org.secondavis.opinion.OpinionWords;
import org.secondavis.opinion.Opinions;
import org.secondavis.opinion.Outcome;
import org.secondavis.opinion.Rcp;
import org.secondavis.opinion.Rcps;
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
import static org.secondavis.request.RequestMother.aRequest;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

@ApplicationTest
class SheetTests {

	private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Requests requests;

	@Autowired
	private Papers papers;

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

	private StaffMember secretary;

	private StaffMember doctor;

	private SecondOpinionRequest request;

	@BeforeEach
	void receive() {
		this.secretary = member(Role.SECRETARIAT);
		this.doctor = member(Role.DOCTOR);
		this.request = this.requests.save(aRequest().byHelper().planned(LocalDate.of(2031, 3, 4)).submit(this.vault));
		this.papers.saveAll(List.of(new Paper(this.request.getId(), PaperType.PATHOLOGY, Availability.HAVE),
				new Paper(this.request.getId(), PaperType.IMAGES, Availability.CAN_GET)));
	}

	@Test
	void itSaysWhoItIsThenWhatIsAskedThenWhatMattersThenTheIllness() throws Exception {
		take();
		this.meetings.save(new Rcp(this.request.getId(), LocalDate.of(2026, 12, 1), by(this.doctor), NOW));
		String[] inOrder = { "Zoë O’Brien-N’Guyen d’Été", "Demande " + this.request.getReference(), "29 février 1952",
				"06 12 34 56 78", "Camille Ng", "malentendante", "Questions du patient", "Faut-il opérer ?",
				"Aurai-je mal", "Ce qui compte", "jardiner encore", "Situation médicale", "Sein", "carcinome canalaire",
				"09/2026", "mar. 4 mars 2031", "Une histoire confidentielle.", "Présents",
				"Compte rendu d’anatomopathologie", "Essentiels, manquants", "Images de ces examens", "hôpital du Nord",
				"Dr Durand", "Anne O’Brien", "Rendez-vous", "Pas encore fixé", "RCP tenue", "RCP de la clinique",
				"prévue le mar. 1er déc. 2026" };
		assertThat(text(page(this.secretary))).doesNotContain("??").containsSubsequence(inOrder);
		assertThat(words(pdf(this.secretary))).doesNotContain("??").containsSubsequence(inOrder);
	}

	@Test
	void aUsualRequestIsOnePageThatCanBeReadAloud() throws Exception {
		try (PDDocument document = Loader.loadPDF(pdf(this.secretary))) {
			assertThat(document.getNumberOfPages()).isOne();
			assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
			assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr");
		}
	}

	@Test
	void titleAndNameOfTheFileSayNothingOfThePatient() throws Exception {
		MockHttpServletResponse response = ask("/fiche.pdf", this.secretary);
		assertThat(response.getHeader("Content-Disposition"))
			.isEqualTo("attachment; filename=\"fiche-%s.pdf\"".formatted(this.request.getReference()));
		assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
		try (PDDocument document = Loader.loadPDF(response.getContentAsByteArray())) {
			assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Fiche " + this.request.getReference());
		}
		assertThat(page(this.secretary))
			.containsPattern("<title>Fiche %s – [^<]*</title>".formatted(this.request.getReference()));
	}

	@Test
	void ofAnUnsignedOpinionOnlyDoctorsRead() throws Exception {
		Opinion opinion = new Opinion(this.request.getId(), this.vault, by(this.doctor), NOW);
		opinion.write(
				new OpinionDraft(FirstRcp.HELD, LocalDate.of(2026, 10, 2), Outcome.CONFIRMED, false,
						new OpinionWords("Opérer d’abord", List.of(), null, null, null, null, null, null, null)),
				this.vault, by(this.doctor), NOW);
		this.opinions.save(opinion);
		assertThat(text(page(this.doctor))).contains("Tenue le ven. 2 oct. 2026", "Opérer d’abord");
		assertThat(text(page(this.secretary))).doesNotContain("2 oct. 2026", "Opérer d’abord");
		assertThat(words(pdf(this.secretary))).doesNotContain("Opérer d’abord");
	}

	@Test
	void markupAndOddSignsStandAsTheyWereTyped() throws Exception {
		this.jdbc.sql("update second_opinion_request set first_name = :name where id = :id")
			.param("name", "<script>alert(1)</script> محمد \uD83D\uDE00 {{7*7}} [[${1}]]")
			.param("id", this.request.getId())
			.update();
		assertThat(page(this.secretary)).contains("&lt;script&gt;alert(1)&lt;/script&gt; محمد", "[[${1}]]")
			.doesNotContain("<script>alert");
		assertThat(words(pdf(this.secretary))).contains("<script>alert(1)</script>");
	}

	@Test
	void whatCannotBeOpenedIsOwnedUpTo() throws Exception {
		this.jdbc.sql("update second_opinion_request set narrative = '\\x00' where id = :id")
			.param("id", this.request.getId())
			.update();
		assertThat(text(page(this.secretary))).contains("clé de chiffrement", "Sein");
		assertThat(words(pdf(this.secretary))).contains("clé de chiffrement", "Sein");
	}

	@Test
	void itCostsFewStatements() throws Exception {
		take();
		for (String path : List.of("/fiche", "/fiche.pdf")) {
			ask(path, this.doctor);
			assertThat(StatementCount.of(() -> ask(path, this.doctor))).isLessThan(10);
		}
	}

	@Test
	void itSpeaksEnglishToo() throws Exception {
		assertThat(text(ask("/fiche?lang=en", this.secretary).getContentAsString())).doesNotContain("??")
			.contains("Request " + this.request.getReference(), "What matters to the patient", "Breast");
	}

	@ParameterizedTest
	@CsvSource({ "SECRETARIAT, 200", "DOCTOR, 200", "ADMIN, 403" })
	void administratorsReadNoSheet(Role role, int status) throws Exception {
		StaffMember reader = member(role);
		assertThat(ask("/fiche", reader).getStatus()).isEqualTo(status);
		assertThat(ask("/fiche.pdf", reader).getStatus()).isEqualTo(status);
		assertThat(ask("", reader).getContentAsString().contains("/fiche\"")).isEqualTo(status == 200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "SA-0000-0000", "nothing", "SA-7K2M-9QXF" })
	void anUnknownRequestHasNone(String reference) throws Exception {
		assertThat(this.mvc.perform(get("/admin/demandes/" + reference + "/fiche").with(user(this.doctor)))
			.andReturn()
			.getResponse()
			.getStatus()).isEqualTo(404);
	}

	private void take() {
		SecondOpinionRequest current = this.requests.findWithHistoryByReference(this.request.getReference())
			.orElseThrow();
		current.takeInCharge(Decision.by(by(this.doctor), NOW));
		this.requests.save(current);
	}

	private StaffMember member(Role role) {
		StaffAccount account = this.accounts.save(StaffMother.aMember(role));
		return new StaffMember(account.getId(), account.getName(), account.getEmail(), role, null, false);
	}

	private static StaffId by(StaffMember member) {
		return new StaffId(member.id());
	}

	private String page(StaffMember reader) throws Exception {
		return ask("/fiche", reader).getContentAsString();
	}

	private byte[] pdf(StaffMember reader) throws Exception {
		return ask("/fiche.pdf", reader).getContentAsByteArray();
	}

	private MockHttpServletResponse ask(String path, StaffMember reader) throws Exception {
		return this.mvc.perform(get("/admin/demandes/" + this.request.getReference() + path).with(user(reader)))
			.andReturn()
			.getResponse();
	}

	private static String text(@Nullable String page) {
		return String.valueOf(page)
			.replaceAll("(?s)^.*<main", "<main")
			.replaceAll("<[^>]+>", " ")
			.replaceAll("\\s+", " ");
	}

	private static String words(byte[] pdf) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
		}
	}

}
