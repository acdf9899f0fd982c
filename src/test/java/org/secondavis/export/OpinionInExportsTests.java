package org.secondavis.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.secondavis.ApplicationTest;
import org.secondavis.encryption.Vault;
import org.secondavis.opinion.Answer;
import org.secondavis.opinion.FirstRcp;
import org.secondavis.opinion.Opinion;
import org.secondavis.opinion.OpinionDraft;
import org.secondavis.opinion.OpinionMother;
import org.secondavis.opinion.OpinionState;
import org.secondavis.opinion.OpinionWords;
import org.secondavis.opinion.Opinions;
import org.secondavis.opinion.Outcome;
import org.secondavis.opinion.PatientOpinions;
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
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.request.RequestMother.aRequest;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * Which words of an opinion leave in which form, for each role and state: no unsigned one
 * with the secretariat, and none that the patient does not have as if it were one.
 */
@ApplicationTest
class OpinionInExportsTests {

	private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

	private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

	/** What the first meeting concluded, as the opinion says. */
	private static final String FIRST = "Motconclusion";

	/** What the clinic's own meeting advised. */
	private static final String ADVICE = "Motreunion";

	/** What the opinion says of its own. */
	private static final List<String> OPINION = List.of("Motdiagnostic", "Mottraitement", "Motreponse", "Motexamens",
			"Motmetastases", "Motessai", "Motimporte");

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Requests requests;

	@Autowired
	private Opinions opinions;

	@Autowired
	private OpinionMother mother;

	@Autowired
	private PatientOpinions patient;

	@Autowired
	private Rcps meetings;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private Vault vault;

	@Autowired
	private TransactionTemplate transaction;

	private SecondOpinionRequest request;

	@BeforeEach
	void receive() {
		this.request = this.requests.save(aRequest().submit(this.vault));
	}

	@ParameterizedTest
	@CsvSource({ "SECRETARIAT, DRAFT, false, pas signé", "SECRETARIAT, PROOF_READ, false, pas signé",
			"SECRETARIAT, SIGNED, true, 'Signé, pas remis au patient'",
			"SECRETARIAT, DELIVERED, true, Remis au patient", "DOCTOR, DRAFT, true, pas signé",
			"DOCTOR, PROOF_READ, true, pas signé", "DOCTOR, SIGNED, true, 'Signé, pas remis au patient'",
			"DOCTOR, DELIVERED, true, Remis au patient" })
	void theSheetTellsTheFirstMeetingToWhomeverMayReadItAndMarksIt(Role role, OpinionState state, boolean shown,
			String mark) throws Exception {
		bring(state);
		for (String sheet : List.of(page("/fiche", role), words(ask("/fiche.pdf", role)))) {
			assertThat(sheet).contains(mark).doesNotContain(ADVICE, "??").doesNotContain(OPINION);
			assertThat(sheet.contains(FIRST)).isEqualTo(shown);
		}
	}

	@ParameterizedTest
	@CsvSource({ "SECRETARIAT, DRAFT, false", "SECRETARIAT, PROOF_READ, false", "SECRETARIAT, SIGNED, true",
			"DOCTOR, DRAFT, true", "DOCTOR, PROOF_READ, true", "DOCTOR, SIGNED, true" })
	void anArchiveHoldsNoOpinionThatThePatientDoesNotHave(Role role, OpinionState state, boolean advice)
			throws Exception {
		bring(state);
		Map<String, String> archive = archive(role);
		assertThat(archive).containsOnlyKeys("demande.pdf", "demande.fhir.json", "manifest.json", "SHA256SUMS");
		assertThat(String.join(" ", archive.values())).doesNotContain(FIRST, "??").doesNotContain(OPINION);
		assertThat(archive.get("demande.fhir.json")).doesNotContain(ADVICE, "DiagnosticReport");
		assertThat(archive.get("demande.pdf")).contains("dont le patient n’a pas reçu l’avis")
			.doesNotContain(advice ? "Réservé aux médecins" : ADVICE)
			.contains(advice ? ADVICE : "Réservé aux médecins");
	}

	@ParameterizedTest
	@EnumSource(names = { "SECRETARIAT", "DOCTOR" })
	void anArchiveHoldsWhatThePatientHas(Role role) throws Exception {
		bring(OpinionState.DELIVERED);
		Map<String, String> archive = archive(role);
		assertThat(archive).containsKey("avis/01-avis-patient.pdf");
		assertThat(archive.get("demande.pdf")).contains(FIRST, ADVICE, "Remis au patient")
			.doesNotContain("n’a pas reçu", "Réservé", "??");
		assertThat(archive.get("demande.fhir.json")).contains(FIRST, "DiagnosticReport").contains(OPINION);
	}

	@ParameterizedTest
	@CsvSource({ "SECRETARIAT, DRAFT, false", "SECRETARIAT, PROOF_READ, false", "SECRETARIAT, SIGNED, false",
			"SECRETARIAT, DELIVERED, true", "DOCTOR, DRAFT, false", "DOCTOR, PROOF_READ, false",
			"DOCTOR, SIGNED, false", "DOCTOR, DELIVERED, true" })
	void fhirHoldsWhatThePatientHas(Role role, OpinionState state, boolean there) throws Exception {
		bring(state);
		String bundle = page("/fhir", role);
		assertThat(bundle).contains("\"Bundle\"").doesNotContain(ADVICE);
		for (String word : OPINION) {
			assertThat(bundle.contains(word)).isEqualTo(there);
		}
		assertThat(bundle.contains(FIRST)).isEqualTo(there);
	}

	@ParameterizedTest
	@EnumSource(OpinionState.class)
	void theTableOfTheQueueHoldsNoWordOfIt(OpinionState state) throws Exception {
		bring(state);
		for (Role role : List.of(Role.SECRETARIAT, Role.DOCTOR)) {
			assertThat(fetch("/admin/export.csv?status=ALL", role).getContentAsString())
				.contains(this.request.getReference().value())
				.doesNotContain(FIRST, ADVICE)
				.doesNotContain(OPINION);
		}
	}

	@ParameterizedTest
	@EnumSource(OpinionState.class)
	void administratorsTakeNothingOut(OpinionState state) throws Exception {
		bring(state);
		for (String form : List.of("/fiche", "/fiche.pdf", "/fhir", "/archive")) {
			assertThat(ask(form, Role.ADMIN).getStatus()).as(form).isEqualTo(403);
		}
		assertThat(fetch("/admin/export.csv", Role.ADMIN).getStatus()).isEqualTo(403);
	}

	@Test
	void whatFollowsAnOpinionStaysHereUntilItIsSigned() throws Exception {
		bring(OpinionState.DELIVERED);
		this.mother.drafts(this.request.getId(), null, "Motbrouillon");
		for (Role role : List.of(Role.SECRETARIAT, Role.DOCTOR)) {
			assertThat(String.join(" ", archive(role).values())).doesNotContain("Motbrouillon");
			assertThat(page("/fiche", role) + page("/fhir", role)).doesNotContain("Motbrouillon");
		}
	}

	@Test
	void theTreatingDoctorsVersionIsThereOnlyAsLongAsThePatientAgrees() throws Exception {
		bring(OpinionState.DELIVERED);
		answer(true);
		assertThat(archive(Role.SECRETARIAT)).containsKey("avis/02-avis-medecin.pdf");
		answer(false);
		assertThat(archive(Role.SECRETARIAT).keySet()).noneMatch((name) -> name.contains("medecin"));
	}

	private void answer(boolean agreed) {
		this.patient.agreeToDoctor(this.request.getReference(), this.mother.find(this.request.getId()).revision(),
				agreed);
	}

	private void bring(OpinionState state) {
		StaffId by = new StaffId(this.accounts.save(StaffMother.aMember(Role.DOCTOR)).getId());
		inTransaction(() -> {
			SecondOpinionRequest found = this.requests.findById(this.request.getId()).orElseThrow();
			found.takeInCharge(Decision.by(by, NOW));
			return this.requests.save(found);
		});
		inTransaction(() -> {
			Rcp meeting = new Rcp(this.request.getId(), DAY, by, NOW);
			meeting.hold(DAY, EnumSet.of(RcpRole.SURGEON, RcpRole.RADIOTHERAPIST, RcpRole.PATHOLOGIST), ADVICE,
					this.vault, by, NOW);
			this.meetings.save(meeting);
			Opinion opinion = new Opinion(this.request.getId(), this.vault, by, NOW);
			opinion.write(
					new OpinionDraft(FirstRcp.HELD, DAY.minusDays(40), Outcome.CONFIRMED, false,
							new OpinionWords(FIRST, List.of(new Answer("PAIN", "Motreponse")), "Motdiagnostic",
									"Mottraitement", "Motexamens", "Motmetastases", "Motessai", "Motimporte", null)),
					this.vault, by, NOW);
			if (state.compareTo(OpinionState.PROOF_READ) >= 0) {
				opinion.proofRead(List.of("PAIN"), this.vault, by, NOW);
			}
			if (state.compareTo(OpinionState.SIGNED) >= 0) {
				opinion.sign(by, NOW);
			}
			return this.opinions.save(opinion);
		});
		if (state == OpinionState.DELIVERED) {
			inTransaction(() -> {
				Opinion opinion = this.mother.find(this.request.getId());
				opinion.deliver(List.of(), Way.ONLINE, by, NOW);
				SecondOpinionRequest found = this.requests.findById(this.request.getId()).orElseThrow();
				found.deliverOpinion(Decision.by(by, NOW));
				this.requests.save(found);
				return this.opinions.save(opinion);
			});
		}
	}

	private void inTransaction(Supplier<?> work) {
		this.transaction.executeWithoutResult((status) -> work.get());
	}

	/** What is in an archive, in words. */
	private Map<String, String> archive(Role role) throws Exception {
		Map<String, String> entries = new TreeMap<>();
		try (ZipInputStream zip = new ZipInputStream(
				new ByteArrayInputStream(ask("/archive", role).getContentAsByteArray()), StandardCharsets.UTF_8)) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				byte[] content = zip.readAllBytes();
				entries.put(entry.getName(), entry.getName().endsWith(".pdf") ? words(content)
						: new String(content, StandardCharsets.UTF_8));
			}
		}
		return entries;
	}

	private String page(String form, Role role) throws Exception {
		MockHttpServletResponse response = ask(form, role);
		assertThat(response.getStatus()).isEqualTo(200);
		return response.getContentAsString(StandardCharsets.UTF_8);
	}

	private MockHttpServletResponse ask(String form, Role role) throws Exception {
		return fetch("/admin/demandes/" + this.request.getReference() + form, role);
	}

	private MockHttpServletResponse fetch(String path, Role role) throws Exception {
		StaffAccount account = this.accounts.save(StaffMother.aMember(role));
		StaffMember reader = new StaffMember(account.getId(), account.getName(), account.getEmail(), role, null, false);
		MvcResult result = this.mvc.perform(get(path).with(user(reader))).andReturn();
		return (result.getRequest().isAsyncStarted() ? this.mvc.perform(asyncDispatch(result)).andReturn() : result)
			.getResponse();
	}

	private static String words(MockHttpServletResponse response) throws IOException {
		return words(response.getContentAsByteArray());
	}

	private static String words(byte[] pdf) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
		}
	}

}
