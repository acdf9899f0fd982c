package org.secondavis.followup;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondavis.HttpTest;
import org.secondavis.Visitor.Page;
import org.secondavis.opinion.DeliveredOpinions;
import org.secondavis.opinion.Heard;
import org.secondavis.opinion.OpinionMother;
import org.secondavis.opinion.OpinionOvertakenException;
import org.secondavis.opinion.Outcome;
import org.secondavis.opinion.PatientOpinions;
import org.secondavis.opinion.Way;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.Together.atOnce;
import static org.secondavis.request.RequestMother.aRequest;

/** The opinion as its patient finds it. */
class OpinionPageTests extends HttpTest {

	private static final Pattern HIDDEN = Pattern.compile("name=\"(number|revision)\" value=\"(\\d+)\"");

	@Autowired
	private Patient patient;

	@Autowired
	private OpinionMother mother;

	@Autowired
	private DeliveredOpinions opinions;

	@Autowired
	private PatientOpinions acts;

	@Autowired
	private JdbcClient jdbc;

	private UUID request;

	@BeforeEach
	void send() {
		this.request = this.patient.sends(this.visitor, aRequest()).request().getId();
	}

	@Test
	void theLinkAloneTellsThatThereIsOneAndNothingMore() {
		deliver();
		assertThat(this.patient.opens("").body())
			.contains(">Votre avis écrit<", "à votre rythme", "avec un proche", "Lire mon avis", "/avis\"",
					"Avis écrit")
			.doesNotContain("??", "Une tumeur du sein de 2 cm", "Opérer d’abord", "Nous vous l’envoyons par la poste",
					"le secrétariat convient de la suite avec vous");
		assertThat(this.patient.mails()).containsExactly("document to PATIENT");
		Page door = this.patient.opens("/avis");
		assertThat(door.status()).isEqualTo(302);
		assertThat(door.location()).endsWith("/code?vers=avis");
	}

	@Test
	void thePatientReadsItAndTheFirstTimeIsNoted() {
		deliver();
		this.patient.showsACode();
		assertThat(this.mother.find(this.request).getReadAt()).isNull();
		Page page = this.patient.opens("/avis");
		assertThat(page.header("Cache-Control")).contains("no-store");
		assertThat(page.header("X-Robots-Tag")).isEqualTo("noindex");
		assertThat(page.body()).doesNotContain("??", "Un essai clinique", "Zoë</title>")
			.contains("<title>Votre deuxième avis – Clinique des Tilleuls</title>")
			.containsSubsequence("Sur quoi repose cet avis", "Notre avis en bref", "Nos réponses à vos questions",
					"Faut-il opérer ?", "Oui, il faut opérer.", "Une tumeur du sein de 2 cm", "Et la suite",
					"Vos questions sur cet avis", "Votre médecin traitant");
		var opened = this.mother.find(this.request).getReadAt();
		assertThat(opened).isNotNull();
		this.patient.opens("/avis");
		assertThat(this.mother.find(this.request).getReadAt()).isEqualTo(opened);
	}

	@Test
	void thePatientTakesTheDocumentAlongUnderANameThatTellsNothing() throws IOException {
		deliver();
		this.patient.showsACode();
		Page page = this.patient.opens("/avis.pdf");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.header("Content-Type")).isEqualTo("application/pdf");
		assertThat(page.header("Cache-Control")).isEqualTo("no-store");
		assertThat(page.header("Content-Disposition"))
			.isEqualTo("attachment; filename=\"document-%s.pdf\"".formatted(this.patient.request().getReference()));
		assertThat(text(page)).contains("Une tumeur du sein de 2 cm");
		assertThat(this.mother.find(this.request).getReadAt()).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "en,Read my opinion,What comes next", "fr-simple,Lire mon avis,C’est la loi." })
	void itSpeaksTheReadersLanguage(String languageAndWords) {
		String[] expected = languageAndWords.split(",");
		deliver();
		this.patient.showsACode();
		this.visitor.get("/?lang=" + expected[0]);
		assertThat(this.patient.opens("").body()).contains(expected[1]).doesNotContain("??");
		assertThat(this.patient.opens("/avis").body()).contains(expected[2], "Une tumeur du sein de 2 cm")
			.doesNotContain("??");
	}

	@Test
	void whatComesByPostIsSaidToComeByPost() {
		this.mother.delivers(this.request, Outcome.CONFIRMED, OpinionMother.words(), Way.POST);
		assertThat(this.patient.opens("").body()).contains("Nous vous l’envoyons par la poste");
		assertThat(this.patient.mails()).isEmpty();
		UUID unreachable = this.patient.sends(this.visitor, aRequest().withoutEmail()).request().getId();
		this.mother.delivers(unreachable, Outcome.CONFIRMED, OpinionMother.words(), Way.POST);
		assertThat(this.patient.opens("").body()).contains("Nous vous l’envoyons par la poste")
			.doesNotContain("Lire mon avis");
	}

	@Test
	void threeQuestionsCanBeAskedAndTheClinicHearsOfEach() {
		deliver();
		this.patient.showsACode();
		assertThat(this.patient.opens("/avis").body()).contains("Vous pouvez nous poser trois questions");
		Page sent = ask("Puis-je <b>voyager</b>\u00A0?\r\nEt quand\u00A0?");
		assertThat(sent.status()).isEqualTo(302);
		assertThat(this.patient.follows(sent).body())
			.contains("role=\"status\"", "Puis-je &lt;b&gt;voyager&lt;/b&gt;\u00A0?\nEt quand\u00A0?",
					"Un médecin vous répondra ici.", "Vous pouvez encore poser 2 questions.")
			.doesNotContain("??");
		ask("Deux");
		assertThat(this.patient.opens("/avis").body()).contains("encore poser une question");
		ask("Trois");
		assertThat(this.patient.opens("/avis").body())
			.contains("Vous avez posé vos trois questions", "01 23 45 67 89", "Trois")
			.doesNotContain("name=\"question\"", "??");
		assertThat(this.patient.mails()).containsExactly("document to PATIENT", "question to CLINIC",
				"question to CLINIC", "question to CLINIC");
		assertThat(this.jdbc.sql("select position('voyager' in encode(text, 'escape')) from opinion_question")
			.query(Integer.class)
			.list()).containsOnly(0);
	}

	@Test
	void whoFillsInBothPartsAndSendsOneKeepsTheOther() {
		deliver();
		this.patient.showsACode();
		String revision = String.valueOf(this.mother.find(this.request).revision());
		Page chosen = this.patient.posts("/avis", "action", "doctor", "question", "Et si j’attends ?", "number", "1",
				"doctorMay", "YES", "revision", revision);
		assertThat(chosen.status()).isEqualTo(200);
		assertThat(chosen.body()).contains("Votre choix est enregistré", ">Et si j’attends ?</textarea>");
		revision = String.valueOf(this.mother.find(this.request).revision());
		Page asked = this.patient.posts("/avis", "action", "ask", "question", "Et si j’attends ?", "number", "1",
				"doctorMay", "NO", "revision", revision);
		assertThat(asked.status()).isEqualTo(200);
		assertThat(asked.body()).contains("Votre question est envoyée")
			.containsPattern("value=\"NO\"[^>]*checked")
			.doesNotContain(">Et si j’attends ?</textarea>");
	}

	@Test
	void whatIsTooLongOrBlankIsExplainedAndKept() {
		deliver();
		this.patient.showsACode();
		Page page = ask("é".repeat(1001));
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.body()).contains("<title>Erreur", "Enlevez un signe", "é".repeat(1001), "href=\"#question\"")
			.doesNotContain("??");
		assertThat(ask(" \r\n ").body()).contains("Écrivez votre question");
		assertThat(asked()).isEmpty();
		assertThat(ask("é".repeat(1000)).status()).isEqualTo(302);
	}

	@Test
	void aDoubleClickAsksOnceAndTwoTabsOverwriteNothing() {
		deliver();
		this.patient.showsACode();
		this.patient.opens("/avis");
		for (int click = 0; click < 2; click++) {
			assertThat(this.patient.posts("/avis", "question", "Une", "number", "1", "action", "ask").status())
				.isEqualTo(302);
		}
		assertThat(asked()).containsExactly(1);
		Page other = this.patient.posts("/avis", "question", "Autre", "number", "1", "action", "ask");
		assertThat(other.status()).isEqualTo(409);
		assertThat(other.body())
			.contains("Une autre question est partie avant celle-ci", ">Autre</textarea>",
					"name=\"number\" value=\"2\"")
			.doesNotContain("??");
		assertThat(asked()).containsExactly(1);
		ask("Deux");
		ask("Trois");
		Page tooMany = this.patient.posts("/avis", "question", "Quatre", "number", "3", "action", "ask");
		assertThat(tooMany.status()).isEqualTo(409);
		assertThat(tooMany.body()).contains("Celle-ci n’est pas envoyée", "Quatre").doesNotContain("??");
		assertThat(this.patient.posts("/avis", "question", "", "number", "4", "action", "ask").status()).isEqualTo(409);
		assertThat(asked()).containsExactly(1, 2, 3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0", "-1", "x", "4", "999999999999" })
	void aNumberThatThePageNeverHeldAsksNothing(String number) {
		deliver();
		this.patient.showsACode().opens("/avis");
		assertThat(this.patient.posts("/avis", "question", "Une", "number", number, "action", "ask").status())
			.isEqualTo(409);
		assertThat(asked()).isEmpty();
	}

	@Test
	void ofTwoWhoAskAtTheSameTimeOneIsTold() {
		deliver();
		assertThat(atOnce(() -> asks("Une"), () -> asks("Autre"))).containsExactlyInAnyOrder(true, false);
		assertThat(asked()).containsExactly(1);
	}

	@Test
	void anAnswerIsMarkedAsNewOnceAndIsADocumentOfItsOwn() throws IOException {
		deliver();
		this.patient.showsACode();
		ask("Puis-je voyager\u00A0?");
		this.patient.opens("/avis");
		UUID addendum = this.mother.adds(this.request, 1, "Oui, <i>après</i> un mois.").getId();
		this.mother.drafts(this.request, null, "Brouillon secret");
		assertThat(this.patient.mails()).endsWith("question to CLINIC", "document to PATIENT");
		assertThat(this.patient.opens("").body()).contains("Un médecin y a ajouté quelque chose pour vous.")
			.doesNotContain("un mois");
		assertThat(this.patient.opens("/avis").body())
			.contains(">Nouveau<", "Oui, &lt;i&gt;après&lt;/i&gt; un mois.", "signée par Anne O’Brien")
			.doesNotContain("??", "Brouillon secret", "Un médecin vous répondra ici.");
		assertThat(this.patient.opens("/avis").body()).contains("un mois").doesNotContain(">Nouveau<");
		assertThat(this.patient.opens("").body()).doesNotContain("a ajouté quelque chose");
		Page document = this.patient.opens("/avis/%s.pdf".formatted(addendum));
		assertThat(document.header("Content-Disposition"))
			.isEqualTo("attachment; filename=\"document-%s-1.pdf\"".formatted(this.patient.request().getReference()));
		assertThat(document.header("Cache-Control")).isEqualTo("no-store");
		assertThat(text(document)).contains("Puis-je voyager", "Oui, <i>après</i> un mois.");
	}

	@Test
	void whatADoctorAddsUnaskedStandsOnThePage() {
		deliver();
		this.patient.showsACode();
		this.mother.adds(this.request, null, "L’IRM est arrivée");
		assertThat(this.patient.opens("/avis").body())
			.contains("Ce que nous avons ajouté depuis", "L’IRM est arrivée", "signé par Anne O’Brien")
			.doesNotContain("??");
	}

	@Test
	void thePatientSaysWhetherTheTreatingDoctorMayHaveItAndCanChangeThat() {
		deliver();
		this.patient.showsACode();
		assertThat(this.patient.opens("/avis").body()).contains("Mon médecin traitant peut-il recevoir cet avis")
			.doesNotContainPattern("name=\"doctorMay\"[^>]*checked");
		assertThat(answer("").status()).isEqualTo(422);
		assertThat(this.patient.follows(answer("YES")).body()).contains("Votre choix est enregistré")
			.containsPattern("value=\"YES\"[^>]*checked");
		assertThat(this.mother.find(this.request).mayGoToDoctor()).isTrue();
		assertThat(answer("NO").status()).isEqualTo(302);
		assertThat(this.mother.find(this.request).mayGoToDoctor()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "CALL,fr,Vous nous l’avez dit par téléphone", "LETTER,en,You told us by letter",
			"CONSULTATION,fr-simple,Vous l’avez dit au médecin" })
	void whatWasToldToTheClinicStandsThereAndCanBeChanged(String told) {
		String[] expected = told.split(",");
		deliver();
		this.mother.hears(this.request, true, Heard.valueOf(expected[0]));
		this.patient.showsACode();
		this.visitor.get("/?lang=" + expected[1]);
		assertThat(this.patient.opens("/avis").body()).contains(expected[2])
			.containsPattern("value=\"YES\"[^>]*checked")
			.doesNotContain("??");
		assertThat(answer("NO").status()).isEqualTo(302);
		assertThat(this.mother.find(this.request).mayGoToDoctor()).isFalse();
		assertThat(this.patient.opens("/avis").body()).doesNotContain(expected[2]);
	}

	@Test
	void oneTabDoesNotUndoWhatAnotherAnswered() {
		deliver();
		this.patient.showsACode();
		String old = hidden(this.patient.opens("/avis"), "revision");
		answer("YES");
		Page late = this.patient.posts("/avis", "doctorMay", "NO", "revision", old, "action", "doctor");
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.body()).contains("Ce choix a changé entre-temps", "Votre médecin traitant peut le recevoir.")
			.containsPattern("value=\"NO\"[^>]*checked")
			.doesNotContain("??");
		assertThat(this.patient.posts("/avis", "doctorMay", "YES", "revision", old, "action", "doctor").status())
			.isEqualTo(302);
		assertThat(this.mother.find(this.request).mayGoToDoctor()).isTrue();
	}

	@Test
	void whatTheDoctorHasCannotBeCalledBack() {
		deliver();
		this.patient.showsACode();
		answer("YES");
		String seen = hidden(this.patient.opens("/avis"), "revision");
		this.mother.sendsToDoctor(this.request);
		Page late = this.patient.posts("/avis", "doctorMay", "NO", "revision", seen, "action", "doctor");
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.body()).contains("nous avons envoyé cet avis à votre médecin traitant")
			.doesNotContain("name=\"doctorMay\"", "??");
		assertThat(this.mother.find(this.request).mayGoToDoctor()).isTrue();
	}

	@Test
	void wordsThatCannotBeOpenedAreOwnedUpToAndTheRestIsThere() {
		deliver();
		this.patient.showsACode();
		ask("Une question");
		this.jdbc.sql("alter table opinion disable trigger user").update();
		this.jdbc.sql("update opinion set words = '\\x00' where request_id = :id").param("id", this.request).update();
		this.jdbc.sql("alter table opinion enable trigger user").update();
		assertThat(this.patient.opens("/avis").body())
			.contains("ne peut pas être affiché pour le moment", "Une question", "/avis.pdf")
			.doesNotContain("??");
		assertThat(this.patient.opens("/avis.pdf").status()).isEqualTo(200);
	}

	@Test
	void theRestOfTheFollowUpPageStaysSensible() {
		deliver();
		this.patient.showsACode();
		assertThat(this.patient.opens("").body()).doesNotContain("/retrait\"", "/reprise\"", "Pourquoi votre demande");
		assertThat(this.patient.opens("/retrait").body()).contains("Il n’y a rien à retirer");
		assertThat(this.patient.posts("/retrait").status()).isLessThan(500);
		assertThat(this.patient.opens("/effacement").status()).isEqualTo(200);
		assertThat(this.opinions.find(this.request)).isPresent();
		String page = this.patient.opens("/avis").body();
		assertThat(page).contains("form=\"leave\"", "Quitter vite");
	}

	private void deliver() {
		this.mother.delivers(this.request, Outcome.CONFIRMED);
	}

	private Page ask(String question) {
		return this.patient.posts("/avis", "question", question, "number",
				hidden(this.patient.opens("/avis"), "number"), "action", "ask");
	}

	private boolean asks(String question) {
		try {
			this.acts.ask(this.patient.request().getReference(), 1, question);
			return true;
		}
		catch (OpinionOvertakenException ex) {
			return false;
		}
	}

	private Page answer(String doctorMay) {
		return this.patient.posts("/avis", "doctorMay", doctorMay, "revision",
				hidden(this.patient.opens("/avis"), "revision"), "action", "doctor");
	}

	private static String hidden(Page page, String name) {
		Matcher hidden = HIDDEN.matcher(page.body());
		while (hidden.find()) {
			if (hidden.group(1).equals(name)) {
				return hidden.group(2);
			}
		}
		return "";
	}

	private List<Integer> asked() {
		return this.jdbc.sql("""
				select q.number from opinion_question q join opinion o on o.id = q.opinion_id
				where o.request_id = :id order by q.number
				""").param("id", this.request).query(Integer.class).list();
	}

	private static String text(Page page) throws IOException {
		try (PDDocument document = Loader.loadPDF(page.bytes())) {
			return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
		}
	}

}
