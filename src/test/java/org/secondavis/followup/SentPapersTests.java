package org.secondavis.followup;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondavis.HttpTest;
import org.secondavis.Multipart;
import org.secondavis.Visitor;
import org.secondavis.document.Availability;
import org.secondavis.document.FileMother;
import org.secondavis.document.FileOwner;
import org.secondavis.document.Paper;
import org.secondavis.document.PaperType;
import org.secondavis.document.Papers;
import org.secondavis.document.PatientFile;
import org.secondavis.document.PatientFiles;
import org.secondavis.document.Telling;
import org.secondavis.request.SecondOpinionRequest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.document.FileMother.pdf;
import static org.secondavis.request.RequestMother.aRequest;

@TestPropertySource(properties = "secondavis.documents.uploads-per-hour=3")
class SentPapersTests extends HttpTest {

	@Autowired
	private Patient patient;

	@Autowired
	private Papers papers;

	@Autowired
	private PatientFiles files;

	@Autowired
	private JdbcClient jdbc;

	private SecondOpinionRequest request;

	@BeforeEach
	void openThePage() {
		this.request = this.patient.sends(this.visitor, aRequest()).showsACode().request();
		this.papers.saveAll(List.of(new Paper(this.request.getId(), PaperType.RCP_REPORT, Availability.HAVE),
				new Paper(this.request.getId(), PaperType.PATHOLOGY, Availability.CAN_GET)));
		this.patient.opens("/documents");
	}

	@Test
	void theMissingPapersAreNamedAndTheLimitsSaid() {
		assertThat(this.patient.opens("").body())
			.contains("Il nous manque encore", this.patient.address() + "/documents")
			.containsPattern("<li>Compte rendu d’anatomopathologie</li>")
			.doesNotContainPattern("<li>Compte rendu de RCP")
			.doesNotContain("??", "type=\"file\"");
		assertThat(this.patient.opens("/documents").body()).contains("Il nous manque encore", "50\u00A0Mo",
				"500\u00A0Mo", "type=\"file\"");
		assertThat(this.patient.opens("/documents?lang=en").body()).contains("We still lack").doesNotContain("??");
	}

	@Test
	void whatTheClinicAsksForStandsFirstWithItsOwnField() {
		ask(PaperType.PATHOLOGY, PaperType.RCP_REPORT, PaperType.GENETICS);
		assertThat(this.patient.opens("").body())
			.contains("Les documents que nous vous demandons", this.patient.address() + "/documents#PATHOLOGY",
					this.patient.address() + "/documents#GENETICS")
			.as("who has a paper has not yet sent it")
			.contains("#RCP_REPORT")
			.doesNotContain("??");
		String page = this.patient.opens("/documents").body();
		assertThat(page.split("name=\"files\\[PATHOLOGY]\"", -1)).as("one field").hasSize(2);
		assertThat(page)
			.containsSubsequence("name=\"files[PATHOLOGY]\"", "Je préfère les ranger", "name=\"files[IMAGES]\"")
			.doesNotContain("??");
		send(new Multipart().file("files[PATHOLOGY]", "anapath.pdf", pdf("")));
		assertThat(this.patient.opens("").body()).contains("#GENETICS", "#RCP_REPORT").doesNotContain("#PATHOLOGY");
		ask(PaperType.PATHOLOGY);
		assertThat(this.patient.opens("").body()).as("asked for once more").contains("#PATHOLOGY");
	}

	@Test
	void thePatientSaysThatAPaperIsNotThere() {
		ask(PaperType.PATHOLOGY, PaperType.GENETICS);
		Visitor.Page told = this.patient.posts("/documents", "paper", "GENETICS", "availability", "NO");
		assertThat(this.patient.follows(told).body()).contains("C’est noté").doesNotContain("??");
		assertThat(paper(PaperType.GENETICS)).satisfies((paper) -> {
			assertThat(paper.getAvailability()).isEqualTo(Availability.NO);
			assertThat(paper.getTellings()).singleElement()
				.extracting(Telling::availability, Telling::by)
				.containsExactly(Availability.NO, null);
		});
		this.patient.posts("/documents", "paper", "PATHOLOGY", "availability", "HAVE");
		this.patient.posts("/documents", "paper", "RCP_REPORT", "availability", "NO");
		this.patient.posts("/documents", "paper", "x", "availability", "y");
		assertThat(paper(PaperType.PATHOLOGY).getAvailability()).isEqualTo(Availability.CAN_GET);
		assertThat(paper(PaperType.RCP_REPORT).getAvailability()).as("it was not asked for")
			.isEqualTo(Availability.HAVE);
	}

	@Test
	void anAnswerCountsEvenIfTheFormSaidTheSame() {
		ask(PaperType.PATHOLOGY);
		assertThat(this.patient.opens("").body()).doesNotContain("Votre réponse");
		this.patient.posts("/documents", "paper", "PATHOLOGY", "availability", "CAN_GET");
		this.patient.posts("/documents", "paper", "PATHOLOGY", "availability", "CAN_GET");
		assertThat(paper(PaperType.PATHOLOGY).getTellings()).as("a second click says nothing more")
			.extracting(Telling::availability)
			.containsExactly(Availability.CAN_GET);
		assertThat(this.patient.mails()).containsOnlyOnce("paper-answered to CLINIC");
		assertThat(this.patient.opens("").body()).contains("Votre réponse\u00A0: Je peux le demander");
		assertThat(this.patient.opens("/documents").body()).contains("Votre réponse\u00A0: Je peux le demander")
			.doesNotContain("value=\"CAN_GET\"", "??");
		ask(PaperType.PATHOLOGY);
		assertThat(this.patient.opens("").body()).as("asked for again").doesNotContain("Votre réponse");
	}

	@Test
	void whoSaidYesInTheFormMaySayNoAfterAll() {
		ask(PaperType.RCP_REPORT);
		this.patient.posts("/documents", "paper", "RCP_REPORT", "availability", "NO");
		assertThat(paper(PaperType.RCP_REPORT).getAvailability()).isEqualTo(Availability.NO);
	}

	@Test
	void nobodyWithoutACodeSaysAnythingOfAPaper() {
		ask(PaperType.PATHOLOGY);
		this.patient.with(new Visitor(this.port)).opens("/code?vers=documents");
		assertThat(this.patient.posts("/documents", "paper", "PATHOLOGY", "availability", "NO").location())
			.contains("/code?vers=documents");
		assertThat(paper(PaperType.PATHOLOGY).getAvailability()).isEqualTo(Availability.CAN_GET);
	}

	private void ask(PaperType... types) {
		for (PaperType type : types) {
			this.jdbc.sql("""
					insert into paper (id, version, request_id, type, availability, asked_at)
					values (gen_random_uuid(), 0, :id, :type, 'UNKNOWN', now())
					on conflict (request_id, type) do update set asked_at = now()""")
				.param("id", this.request.getId())
				.param("type", type.name())
				.update();
		}
	}

	private Paper paper(PaperType type) {
		return this.files.dossier(this.request.getId())
			.papers()
			.stream()
			.filter((paper) -> paper.getType() == type)
			.findFirst()
			.orElseThrow();
	}

	@Test
	void whatIsSentBelongsToTheRequestAndIsNoLongerMissing() {
		Visitor.Page page = send(new Multipart().file("files[PATHOLOGY]", "anapath.pdf", pdf(""))
			.file("files[GENETICS]", "gènes.pdf", pdf("")));
		assertThat(page.location()).isEqualTo(this.patient.address() + "/documents?avis=envoye");
		assertThat(this.patient.follows(page).body()).contains("Vos fichiers sont arrivés", "role=\"status\"");
		assertThat(this.patient.opens("").body()).contains("anapath.pdf", "gènes.pdf")
			.doesNotContainPattern("<li>Compte rendu d’anatomopathologie</li>");
		assertThat(sent()).containsExactly("anapath.pdf", "gènes.pdf");
		assertThat(this.papers.findByRequestId(this.request.getId()))
			.filteredOn((paper) -> paper.getAvailability() == Availability.HAVE)
			.extracting(Paper::getType)
			.containsExactlyInAnyOrder(PaperType.RCP_REPORT, PaperType.PATHOLOGY, PaperType.GENETICS);
	}

	@Test
	void aRefusalSaysWhyAndKeepsTheRest() {
		Visitor.Page page = send(
				new Multipart().file("files", "vide.pdf", new byte[0]).file("files", "photo.jpg", FileMother.jpeg()));
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.body()).contains("<title>Erreur", "Le fichier «\u00A0vide.pdf\u00A0» est vide", "photo.jpg",
				"action=\"" + this.patient.address() + "/documents\"");
		assertThat(page.header("Cache-Control")).isEqualTo("no-store");
		assertThat(send(new Multipart().file("files", "", new byte[0])).body()).contains("Choisissez d’abord");
	}

	@Test
	void whoSentAVirusIsToldWhatToDo() {
		send(new Multipart().file("files", "a.pdf", pdf("")));
		this.jdbc.sql("update uploaded_file set state = 'INFECTED'").update();
		for (String page : List.of("", "/documents")) {
			assertThat(this.patient.opens(page).body())
				.contains("Ce fichier contient un virus, nous ne pouvons pas l’ouvrir");
		}
	}

	@Test
	void nobodySendsWithoutLinkOrToken() {
		assertThat(
				this.visitor.post("/suivi/unknown/documents", new Multipart().file("files", "a.pdf", pdf(""))).status())
			.isEqualTo(404);
		this.patient.with(new Visitor(this.port));
		assertThat(send(new Multipart().file("files", "a.pdf", pdf(""))).status()).isEqualTo(403);
		assertThat(sent()).isEmpty();
	}

	@Test
	void aDeviceThatHasShownNoCodeIsAskedForOne() {
		this.patient.with(new Visitor(this.port)).opens("/code?vers=documents");
		Visitor.Page page = send(new Multipart().file("files", "a.pdf", pdf("")));
		assertThat(page.location()).isEqualTo(this.patient.address() + "/code?vers=documents");
		assertThat(sent()).isEmpty();
	}

	@Test
	void whoHasNoAddressIsServedByTelephone() {
		this.patient.sends(this.visitor, aRequest().withoutEmail());
		assertThat(this.patient.follows(this.patient.opens("/documents")).body())
			.contains("Nous ne pouvons pas vous envoyer de code", "01 23 45 67 89");
	}

	@Test
	void whoSendsTooOftenIsToldToWaitAtTheFile() {
		for (int i = 0; i < 3; i++) {
			send(new Multipart().file("files", i + ".pdf", pdf("" + i)));
		}
		Visitor.Page page = send(new Multipart().file("files", "a.pdf", pdf("")).file("files", "b.pdf", pdf("")));
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.body()).contains("Le fichier «\u00A0a.pdf\u00A0» n’a pas été gardé",
				"Le fichier «\u00A0b.pdf\u00A0» n’a pas été gardé", "Réessayez dans une heure");
		assertThat(send(new Multipart().file("files", "", new byte[0])).body()).contains("Choisissez d’abord")
			.doesNotContain("Réessayez dans une heure");
		assertThat(sent()).hasSize(3);
	}

	@Test
	void anEndedRequestTakesNoMorePapers() {
		this.jdbc.sql("update second_opinion_request set status = 'CLOSED' where id = :id")
			.param("id", this.request.getId())
			.update();
		assertThat(this.patient.opens("").body()).doesNotContain("/documents\"", "Il nous manque");
		Visitor.Page page = send(new Multipart().file("files", "a.pdf", pdf("")));
		assertThat(this.patient.follows(page).body()).contains("nous ne recevons plus de documents ici")
			.doesNotContain("type=\"file\"", "??");
		assertThat(sent()).isEmpty();
	}

	private Visitor.Page send(Multipart form) {
		return this.patient.sends("/documents", form);
	}

	private List<String> sent() {
		return this.files.of(FileOwner.request(this.request.getId())).stream().map(PatientFile::name).toList();
	}

}
