package org.secondavis.opinion;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.secondavis.ApplicationTest;
import org.secondavis.encryption.UnreadableException;
import org.secondavis.encryption.Vault;
import org.secondavis.request.RequestMother;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.secondavis.request.RequestMother.aRequest;

/** The documents that patients and their doctors get. */
@ApplicationTest
class DocumentsTests {

	private static final String NO_BREAK = "\u00A0";

	@Autowired
	private OpinionMother mother;

	@Autowired
	private DeliveredOpinions opinions;

	@Autowired
	private PatientOpinions patient;

	@Autowired
	private Requests requests;

	@Autowired
	private Vault vault;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void thePatientsDocumentAnswersTheQuestionsBeforeItGoesIntoDetail() throws IOException {
		SecondOpinionRequest request = send(aRequest());
		this.mother.delivers(request.getId(), Outcome.REVISED);
		assertThat(text(request, null, Audience.PATIENT)).doesNotContain("??", "null", "{", "Un essai clinique")
			.doesNotContain("local des métastases", request.getId().toString())
			.containsSubsequence("Clinique des Tilleuls", "12 rue des Tilleuls, 75014 Paris", "01 23 45 67 89",
					"Votre deuxième avis", "Pour Zoë O’Brien-N’Guyen d’Été", "Date de naissance 29 février 1952",
					request.getReference().value(), "Médecin Anne O’Brien", "Sur quoi repose cet avis",
					"5 octobre 2026", "Chimiothérapie d’abord", "Notre avis en bref",
					"diffère de celui de l’équipe qui vous suit", "Nos réponses à vos questions", "Aurai-je mal",
					"La douleur se traite bien.", "Faut-il opérer ?", "Oui, il faut opérer.", "Le diagnostic",
					"Une tumeur du sein de 2 cm", "Le traitement", "Opérer d’abord", "Les examens à ajouter", "Une IRM",
					"Ce qui compte pour vous", "Jardiner restera possible", "Notre réunion de concertation",
					"20 novembre 2026", "chirurgie, radiothérapie, anatomopathologie, soins infirmiers",
					"Opérer avant toute chimiothérapie", "Et la suite", "C’est vous qui décidez.",
					"Vous choisissez librement votre médecin", "Signé par Anne O’Brien", "En cas d’urgence", "15",
					"112", "114");
	}

	@Test
	void itCanBeReadAloud() throws IOException {
		SecondOpinionRequest request = send(aRequest());
		this.mother.delivers(request.getId(), Outcome.CONFIRMED);
		try (PDDocument document = Loader.loadPDF(document(request, null, Audience.PATIENT))) {
			assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr");
			assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Votre deuxième avis");
			assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
			assertThat(document.getDocumentCatalog().getViewerPreferences().displayDocTitle()).isTrue();
			assertThat(tags(document.getDocumentCatalog().getStructureTreeRoot())).contains("H1", "H2", "H3", "P",
					"Table", "TH", "TD", "L", "LI");
			assertThat(document.getDocumentCatalog().getCOSObject().containsKey(COSName.METADATA)).isTrue();
		}
	}

	@Test
	void itTellsItsPageNumbers() throws IOException {
		SecondOpinionRequest request = send(aRequest());
		OpinionWords words = OpinionMother.words();
		this.mother.delivers(request.getId(), Outcome.CONFIRMED, new OpinionWords(words.firstConclusion(),
				words.answers(), "Une tumeur. ".repeat(900), words.treatment(), null, null, null, null, null),
				Way.ONLINE);
		assertThat(text(request, null, Audience.PATIENT)).contains("1 / 6", "6 / 6");
	}

	@Test
	void itSpeaksThePatientsLanguageAndNoEasyOne() throws IOException {
		SecondOpinionRequest english = send(aRequest().inEnglish());
		this.mother.delivers(english.getId(), Outcome.CONFIRMED);
		assertThat(text(english, null, Audience.PATIENT)).contains("Your second opinion", "Will I be in pain",
				"You are the one who decides");
		assertThat(language(english, Audience.PATIENT)).isEqualTo("en");
		SecondOpinionRequest easy = send(aRequest().inEasyFrench());
		this.mother.delivers(easy.getId(), Outcome.CONFIRMED);
		assertThat(text(easy, null, Audience.PATIENT)).contains("Notre avis rejoint celui de l’équipe qui vous suit");
		assertThat(language(easy, Audience.PATIENT)).isEqualTo("fr");
	}

	@Test
	void whyThereIsNoConclusionIsSaid() throws IOException {
		SecondOpinionRequest request = send(aRequest());
		this.mother.delivers(request.getId(), Outcome.NOT_CONCLUDED,
				new OpinionWords("Aucune trace", List.of(), null, null, null, null, null, null, "Les images manquent"),
				Way.ONLINE);
		assertThat(text(request, null, Audience.PATIENT))
			.contains("ne nous permet pas de donner un avis", "Les images manquent")
			.doesNotContain("Nos réponses", "Le diagnostic");
	}

	@Test
	void oddSignsAndMarkupAreWrittenAsTheyAre() throws IOException {
		SecondOpinionRequest request = send(aRequest().of("<b>Zoë", "&amp;"));
		this.mother.delivers(request.getId(), Outcome.CONFIRMED,
				new OpinionWords("a\u0000b",
						List.of(new Answer("PAIN", "<script>&amp; ]]> \u0001\uD83D\uDE00 محمد"),
								new Answer("own1", "${7*7} [[${1+1}]]")),
						"d", "t", null, null, null, null, null),
				Way.ONLINE);
		assertThat(text(request, null, Audience.PATIENT)).contains("<b>Zoë &amp;", "ab", "<script>&amp; ]]>",
				"${7*7} [[${1+1}]]");
	}

	@Test
	void theTreatingDoctorsReadsTheOutcomeFirstAndIsWrittenOnceThePatientAgrees() throws IOException {
		SecondOpinionRequest request = send(aRequest().inEnglish());
		Opinion opinion = this.mother.delivers(request.getId(), Outcome.REVISED);
		this.mother.adds(request.getId(), null, "L’IRM est arrivée");
		assertThat(this.opinions.document(request.getId(), null, Audience.DOCTOR)).isEmpty();
		this.patient.agreeToDoctor(request.getReference(), this.mother.find(request.getId()).revision(), true);
		assertThat(text(request, null, Audience.DOCTOR)).doesNotContain("??", "C’est vous", "En cas d’urgence")
			.containsSubsequence("Deuxième avis, pour le médecin traitant", "Au sujet de Zoë", "Chère consœur",
					"souhaite que vous le receviez", "Diagnostic ou traitement proposés" + " : révisés",
					"Une tumeur du sein de 2 cm", "Opérer d’abord", "tenue le 5 octobre 2026", "Notre réunion",
					"Opérer avant toute chimiothérapie", "Aurai-je mal", "La douleur se traite bien.",
					"Signé par Anne O’Brien");
		UUID addendum = this.opinions.find(request.getId()).orElseThrow().addenda().get(0).getId();
		assertThat(text(request, addendum, Audience.DOCTOR)).contains("Complément au deuxième avis",
				"L’IRM est arrivée");
		this.mother.adds(request.getId(), null, "Tout va bien");
		UUID next = this.opinions.find(request.getId()).orElseThrow().addenda().get(1).getId();
		assertThat(text(request, next, Audience.DOCTOR)).contains("Tout va bien");
		assertThat(this.mother.find(request.getId()).getSignedBy()).isEqualTo(opinion.getSignedBy());
	}

	@Test
	void whoDoesNotAgreeHasNoDocumentForADoctor() {
		SecondOpinionRequest request = send(aRequest());
		this.mother.delivers(request.getId(), Outcome.CONFIRMED);
		this.patient.agreeToDoctor(request.getReference(), this.mother.find(request.getId()).revision(), false);
		assertThat(this.opinions.document(request.getId(), null, Audience.DOCTOR)).isEmpty();
	}

	@Test
	void whatFollowsIsADocumentOfItsOwnWithTheQuestionThatItAnswers() throws IOException {
		SecondOpinionRequest request = send(aRequest());
		this.mother.delivers(request.getId(), Outcome.CONFIRMED);
		this.patient.ask(request.getReference(), 1, "Puis-je <b>voyager</b> ?");
		UUID addendum = this.mother.adds(request.getId(), 1, "Oui, après un mois.").getId();
		assertThat(text(request, addendum, Audience.PATIENT)).doesNotContain("??", "Une tumeur du sein")
			.containsSubsequence("Complément à votre deuxième avis", "Il suit notre avis du",
					"Puis-je <b>voyager</b> ?", "Oui, après un mois.", "Signé par Anne O’Brien");
	}

	@Test
	void nothingThatIsNotDeliveredHasADocument() {
		SecondOpinionRequest request = send(aRequest());
		this.mother.signs(request.getId(), Outcome.CONFIRMED, OpinionMother.words());
		assertThat(documents(request)).isZero();
		assertThat(this.opinions.find(request.getId())).isEmpty();
		SecondOpinionRequest other = send(aRequest());
		this.mother.delivers(other.getId(), Outcome.CONFIRMED);
		UUID draft = this.mother.drafts(other.getId(), null, "Brouillon").getId();
		assertThat(documents(other)).isEqualTo(1);
		assertThat(this.opinions.document(other.getId(), draft, Audience.PATIENT)).isEmpty();
		assertThat(this.opinions.find(other.getId()).orElseThrow().addenda()).isEmpty();
	}

	@Test
	void documentsAreSealedAndNeverAltered() {
		SecondOpinionRequest request = send(aRequest());
		this.mother.delivers(request.getId(), Outcome.CONFIRMED);
		assertThat(this.jdbc.sql("select position('%PDF' in encode(content, 'escape')) from opinion_document")
			.query(Integer.class)
			.list()).containsOnly(0);
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("update opinion_document set language = 'en'").update())
			.withMessageContaining("not altered");
		assertThatExceptionOfType(UnreadableException.class).isThrownBy(() -> {
			this.jdbc.sql("alter table opinion_document disable trigger user").update();
			this.jdbc.sql("update opinion_document set content = '\\x00' where opinion_id = :id")
				.param("id", this.mother.find(request.getId()).getId())
				.update();
			this.jdbc.sql("alter table opinion_document enable trigger user").update();
			document(request, null, Audience.PATIENT);
		});
	}

	private SecondOpinionRequest send(RequestMother mother) {
		return this.requests.save(mother.submit(this.vault));
	}

	private int documents(SecondOpinionRequest request) {
		return this.jdbc.sql(
				"select count(*) from opinion_document d join opinion o on o.id = d.opinion_id where o.request_id = :id")
			.param("id", request.getId())
			.query(Integer.class)
			.single();
	}

	private String language(SecondOpinionRequest request, Audience audience) throws IOException {
		try (PDDocument document = Loader.loadPDF(document(request, null, audience))) {
			return document.getDocumentCatalog().getLanguage();
		}
	}

	private byte[] document(SecondOpinionRequest request, @Nullable UUID addendum, Audience audience) {
		return this.opinions.document(request.getId(), addendum, audience).orElseThrow();
	}

	private String text(SecondOpinionRequest request, @Nullable UUID addendum, Audience audience) throws IOException {
		try (PDDocument document = Loader.loadPDF(document(request, addendum, audience))) {
			return new PDFTextStripper().getText(document).replaceAll("[\\s" + NO_BREAK + "]+", " ");
		}
	}

	private static List<String> tags(PDStructureNode node) {
		List<String> tags = new ArrayList<>();
		for (Object kid : node.getKids()) {
			if (kid instanceof PDStructureElement element) {
				tags.add(element.getStructureType());
				tags.addAll(tags(element));
			}
		}
		return tags;
	}

}
