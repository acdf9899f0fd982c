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
import org.secondavis.encryption.Vault;
import org.secondavis.request.FollowUpLinks;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.document.FileMother.pdf;
import static org.secondavis.request.RequestMother.aRequest;

class SentPapersTests extends HttpTest {

	@Autowired
	private Requests requests;

	@Autowired
	private FollowUpLinks links;

	@Autowired
	private Papers papers;

	@Autowired
	private PatientFiles files;

	@Autowired
	private Vault vault;

	@Autowired
	private JdbcClient jdbc;

	private SecondOpinionRequest request;

	private String address;

	@BeforeEach
	void openThePage() {
		this.request = this.requests.save(aRequest().submit(this.vault));
		this.papers.saveAll(List.of(new Paper(this.request.getId(), PaperType.RCP_REPORT, Availability.HAVE),
				new Paper(this.request.getId(), PaperType.PATHOLOGY, Availability.CAN_GET)));
		this.address = "/suivi/" + this.links.issue(this.request.getId()).orElseThrow().value();
		this.visitor.get(this.address);
	}

	@Test
	void theMissingPapersAreNamedAndTheLimitsSaid() {
		assertThat(main()).contains("Il nous manque encore", "50\u00A0Mo", "500\u00A0Mo")
			.containsPattern("<li>Compte rendu d’anatomopathologie</li>")
			.doesNotContainPattern("<li>Compte rendu de RCP")
			.doesNotContain("??");
		assertThat(this.visitor.get(this.address + "?lang=en").body()).contains("We still lack").doesNotContain("??");
	}

	@Test
	void whatIsSentBelongsToTheRequestAndIsNoLongerMissing() {
		Visitor.Page page = send(new Multipart().file("files[PATHOLOGY]", "anapath.pdf", pdf(""))
			.file("files[GENETICS]", "gènes.pdf", pdf("")));
		assertThat(page.location()).isEqualTo(this.address);
		assertThat(main()).contains("anapath.pdf", "gènes.pdf")
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
				"action=\"" + this.address + "/documents\"");
		assertThat(page.header("Cache-Control")).isEqualTo("no-store");
		assertThat(send(new Multipart().file("files", "", new byte[0])).body()).contains("Choisissez d’abord");
	}

	@Test
	void nobodySendsWithoutLinkOrToken() {
		assertThat(
				this.visitor.post("/suivi/unknown/documents", new Multipart().file("files", "a.pdf", pdf(""))).status())
			.isEqualTo(404);
		Visitor stranger = new Visitor(this.port);
		assertThat(stranger.post(this.address + "/documents", new Multipart().file("files", "a.pdf", pdf(""))).status())
			.isEqualTo(403);
		assertThat(sent()).isEmpty();
	}

	@Test
	void anEndedRequestTakesNoMorePapers() {
		this.jdbc.sql("update second_opinion_request set status = 'CLOSED' where id = :id")
			.param("id", this.request.getId())
			.update();
		assertThat(main()).doesNotContain("type=\"file\"", "Il nous manque");
		assertThat(send(new Multipart().file("files", "a.pdf", pdf(""))).status()).isEqualTo(404);
		assertThat(sent()).isEmpty();
	}

	private Visitor.Page send(Multipart form) {
		return this.visitor.post(this.address + "/documents", form);
	}

	private String main() {
		return this.visitor.get(this.address).body();
	}

	private List<String> sent() {
		return this.files.of(FileOwner.request(this.request.getId())).stream().map(PatientFile::name).toList();
	}

}
