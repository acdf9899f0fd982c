package org.secondavis.followup;

import java.io.IOException;
import java.util.UUID;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondavis.HttpTest;
import org.secondavis.opinion.Heard;
import org.secondavis.opinion.OpinionMother;
import org.secondavis.opinion.Outcome;
import org.secondavis.opinion.PatientOpinions;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.request.RequestMother.aRequest;

/** The opinion in the copy of one's data. */
class OpinionCopyTests extends HttpTest {

	@Autowired
	private Patient patient;

	@Autowired
	private OpinionMother mother;

	@Autowired
	private PatientOpinions acts;

	@Autowired
	private JdbcClient jdbc;

	private UUID request;

	@BeforeEach
	void send() {
		this.request = this.patient.sends(this.visitor, aRequest()).showsACode().request().getId();
	}

	@Test
	void programsFindItWithAllThatBelongsToIt() {
		deliver();
		assertThat(this.patient.opens("/copie.json").body())
			.contains("\"outcome\" : \"REVISED\"", "\"firstRcpOn\" : \"2026-10-05\"", "Une tumeur du sein de 2 cm",
					"Opérer avant toute chimiothérapie", "\"SURGEON\"", "Puis-je voyager ?", "Oui, après un mois.",
					"\"answers\" : 1", "\"agreed\" : true", "\"heard\" : null")
			.doesNotContain("Anne O’Brien", "Brouillon");
	}

	@ParameterizedTest
	@ValueSource(strings = { "fr,Votre deuxième avis", "en,Your second opinion", "fr-simple,Votre deuxième avis" })
	void peopleFindItInWords(String languageAndTitle) throws IOException {
		String[] expected = languageAndTitle.split(",");
		deliver();
		this.visitor.get("/?lang=" + expected[0]);
		assertThat(printed())
			.contains(expected[1], "Une tumeur du sein de 2 cm", "La douleur se traite bien.",
					"Opérer avant toute chimiothérapie", "Puis-je voyager ?", "Oui, après un mois.")
			.doesNotContain("??", "null", "Brouillon");
	}

	@Test
	void whatWasToldToTheClinicIsPartOfIt() throws IOException {
		this.mother.delivers(this.request, Outcome.CONFIRMED);
		this.mother.hears(this.request, false, Heard.LETTER);
		assertThat(this.patient.opens("/copie.json").body()).contains("\"agreed\" : false", "\"heard\" : \"LETTER\"")
			.doesNotContain("Anne O’Brien");
		assertThat(printed()).contains("Votre médecin traitant ne le reçoit pas.", "Vous nous l’avez dit par courrier")
			.doesNotContain("??");
	}

	@Test
	void whatIsNotSignedOrNotDeliveredIsNobodysOpinionYet() throws IOException {
		this.mother.signs(this.request, Outcome.REVISED, OpinionMother.words());
		assertThat(this.patient.opens("/copie.json").body()).contains("\"opinion\" : null")
			.doesNotContain("Une tumeur du sein de 2 cm");
		assertThat(printed()).doesNotContain("Votre deuxième avis", "Une tumeur du sein de 2 cm");
	}

	@Test
	void whatCannotBeOpenedIsOwnedUpToAndTheRestIsThere() throws IOException {
		deliver();
		this.jdbc.sql("alter table opinion disable trigger user").update();
		this.jdbc.sql("update opinion set words = '\\x00' where request_id = :id").param("id", this.request).update();
		this.jdbc.sql("alter table opinion enable trigger user").update();
		assertThat(printed()).contains("Ce texte ne peut pas être lu", "Puis-je voyager ?");
		assertThat(this.patient.opens("/copie.json").body()).contains("Puis-je voyager ?");
	}

	private void deliver() {
		this.mother.delivers(this.request, Outcome.REVISED);
		this.acts.ask(this.patient.request().getReference(), 1, "Puis-je voyager ?");
		this.mother.adds(this.request, 1, "Oui, après un mois.");
		this.acts.agreeToDoctor(this.patient.request().getReference(), this.mother.find(this.request).revision(), true);
		this.mother.drafts(this.request, null, "Brouillon");
	}

	private String printed() throws IOException {
		try (PDDocument document = Loader.loadPDF(this.patient.opens("/copie.pdf").bytes())) {
			return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
		}
	}

}
