package org.secondavis.followup;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondavis.HttpTest;
import org.secondavis.Visitor.Page;
import org.secondavis.conversation.Call;
import org.secondavis.conversation.CallOutcome;
import org.secondavis.conversation.Calls;
import org.secondavis.conversation.InternalNote;
import org.secondavis.conversation.InternalNotes;
import org.secondavis.conversation.Message;
import org.secondavis.conversation.Messages;
import org.secondavis.document.Availability;
import org.secondavis.document.FileMother;
import org.secondavis.document.Paper;
import org.secondavis.document.PaperType;
import org.secondavis.document.Papers;
import org.secondavis.document.TestFiles;
import org.secondavis.encryption.Vault;
import org.secondavis.request.Contact.Person;
import org.secondavis.request.Contact.TimeOfDay;
import org.secondavis.request.Decision;
import org.secondavis.request.Farewell;
import org.secondavis.request.Move;
import org.secondavis.request.NextPlace;
import org.secondavis.request.OwnAct;
import org.secondavis.request.ReferralReason;
import org.secondavis.request.RequestMother;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.StaffId;
import org.secondavis.request.Told;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccounts;
import org.secondavis.staff.StaffMother;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.request.RequestMother.aRequest;

/** The copy of one's data that people read. */
class PrintedCopyTests extends HttpTest {

	@Autowired
	private Patient patient;

	@Autowired
	private Papers papers;

	@Autowired
	private TestFiles files;

	@Autowired
	private Messages messages;

	@Autowired
	private Calls calls;

	@Autowired
	private Requests requests;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private InternalNotes notes;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private MessageSource words;

	@Autowired
	private Vault vault;

	@Autowired
	private JdbcClient jdbc;

	private UUID request;

	@BeforeEach
	void send() {
		StaffId anne = new StaffId(this.accounts.save(StaffMother.aMember(Role.DOCTOR)).getId());
		SecondOpinionRequest sent = this.patient
			.sends(this.visitor, aRequest().byHelper().planned(LocalDate.of(2031, 3, 4)))
			.showsACode()
			.request();
		this.request = sent.getId();
		Paper pathology = new Paper(this.request, PaperType.PATHOLOGY, Availability.UNKNOWN);
		pathology.tell(Availability.CAN_GET, sent.getSubmittedAt().plusMillis(1));
		this.papers.saveAll(List.of(pathology));
		this.messages.save(Message.ofPatient(this.request, "a", "Ma question\nsur deux lignes", this.vault,
				RequestMother.SUBMITTED));
		this.notes
			.save(new InternalNote(this.request, anne, "Une note de l’équipe", this.vault, RequestMother.SUBMITTED));
		this.files.send(this.request, "compte rendu.pdf", FileMother.pdf(""));
		this.patient.posts("/retrait");
	}

	@Test
	void itHoldsAllThatTheOtherHoldsInTheOrderOfAPersonsInterest() throws IOException {
		assertThat(copy("fr")).doesNotContain("??", "null", this.request.toString())
			.containsSubsequence("Copie de vos données", "Clinique des Tilleuls",
					this.patient.request().getReference().value(), "Votre demande est terminée.",
					"Ce que vous nous avez dit", "O’Brien-N’Guyen d’Été", "Zoë", "29 février 1952", "Camille Ng",
					"camille@aidant.example", "06 12 34 56 78", "zoe@patiente.example", "Le matin", "malentendante",
					"Où se trouve le cancer, ou l’anomalie\u00A0?", "Sein", "carcinome canalaire", "mar. 4 mars 2031",
					"hôpital du Nord", "Dr Durand", "Une histoire confidentielle.", "jardiner encore", "Aurai-je mal",
					"Faut-il opérer ?", "le mardi", "Compte rendu d’anatomopathologie Je peux demander",
					"Messages avec la clinique", "Vous, lun. 23 nov. 2026", "Ma question", "sur deux lignes",
					"Fichiers que nous avons reçus", "compte rendu.pdf", "PDF, 1\u00A0Ko", "Notes de l’équipe",
					"La clinique, lun. 23 nov. 2026", "Une note de l’équipe", "Ce qui a été fait", "Demande envoyée",
					"Document que vous pouvez demander", "Compte rendu d’anatomopathologie", "Demande terminée",
					"Demande retirée par le patient", "Courriels", "Demande retirée, à la clinique");
	}

	@Test
	void itSaysWhoWasCalledWhatWasAskedForAndWhereToTurnTo() throws IOException {
		StaffId anne = new StaffId(this.accounts.save(StaffMother.aMember(Role.SECRETARIAT)).getId());
		this.calls.save(Call.made(this.request, anne, Person.HELPER, CallOutcome.VOICEMAIL, "rappellera",
				LocalDate.of(2031, 2, 3), TimeOfDay.EVENING, this.vault, RequestMother.SUBMITTED));
		this.transaction.executeWithoutResult((status) -> this.papers.findByRequestId(this.request).forEach((paper) -> {
			paper.ask(Instant.parse("2031-01-07T09:00:00Z"));
			paper.arrive(Instant.parse("2031-01-08T09:00:00Z"));
		}));
		NextPlace place = new NextPlace("Centre de Lille", "Reçoit vite", "1 rue du Nord", "03 20 00 00 00",
				"https://centre.example");
		Instant end = Instant.parse("2031-01-09T09:00:00Z");
		change((found) -> found.reopen(Decision.by(anne, end)));
		change((found) -> found.referElsewhere(ReferralReason.OTHER_TEAM, Farewell.by(Told.CALL).to(place),
				Decision.by(anne, end.plusSeconds(1)), this.vault));
		assertThat(copy("fr")).doesNotContain("??", "null")
			.containsSubsequence("Documents demandés et reçus", "Compte rendu d’anatomopathologie",
					"Demandé le mar. 7 janv. 2031", "Arrivé le mer. 8 janv. 2031", "Notes de l’équipe",
					"La personne qui l’aide. Appel\u00A0: Message vocal laissé",
					"Prochain appel\u00A0: lun. 3 févr. 2031, En fin de journée", "rappellera", "Ce qui a été fait",
					"Annoncé par téléphone", "Centre de Lille Reçoit vite 1 rue du Nord 03 20 00 00 00",
					"https://centre.example");
		assertThat(this.patient.opens("/copie.json").body()).contains("\"person\"", "HELPER", "\"nextDay\"",
				"2031-02-03", "EVENING", "\"askedAt\"", "2031-01-07T09:00:00Z");
	}

	private void change(Consumer<SecondOpinionRequest> change) {
		this.transaction.executeWithoutResult((status) -> {
			SecondOpinionRequest found = this.requests.findById(this.request).orElseThrow();
			change.accept(found);
			this.requests.save(found);
		});
	}

	@Test
	void itIsADocumentThatCanBeReadAloudAndThatNothingKeeps() throws IOException {
		Page page = this.patient.opens("/copie.pdf");
		assertThat(page.header("Content-Type")).isEqualTo("application/pdf");
		assertThat(page.header("Cache-Control")).isEqualTo("no-store");
		assertThat(page.header("Content-Disposition"))
			.isEqualTo("attachment; filename=\"%s.pdf\"".formatted(this.patient.request().getReference()));
		try (PDDocument document = Loader.loadPDF(page.bytes())) {
			assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr");
			assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
			assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Copie de vos données");
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "en,Copy of your data,Request ended", "fr-simple,La demande est finie,lundi 23 novembre 2026" })
	void itSpeaksTheReadersLanguage(String languageAndWords) throws IOException {
		String[] expected = languageAndWords.split(",");
		assertThat(copy(expected[0])).contains(expected[1], expected[2]).doesNotContain("??");
	}

	@Test
	void whatCannotBeOpenedIsOwnedUpToAndTheRestIsThere() throws IOException {
		this.jdbc.sql("update second_opinion_request set narrative = '\\x00' where id = :id")
			.param("id", this.request)
			.update();
		this.jdbc.sql("update message set text = '\\x00' where request_id = :id").param("id", this.request).update();
		assertThat(copy("fr")).contains("Zoë", "ne peuvent pas être affichés", "Ce texte ne peut pas être lu")
			.doesNotContain("carcinome", "Ma question");
	}

	@Test
	void oddSignsAndMarkupAreWrittenAsTheyAre() throws IOException {
		this.messages.save(Message.ofPatient(this.request, "b", "<script>&amp; ]]> \u0001\u000B\uD83D\uDE00 محمد",
				this.vault, RequestMother.SUBMITTED));
		assertThat(copy("fr")).contains("<script>&amp; ]]>");
	}

	/** Whatever stands in the history or among the mails. */
	@ParameterizedTest
	@ValueSource(strings = { "fr", "en", "fr-simple" })
	void everythingThatCanHappenHasItsWords(String language) {
		Locale locale = Locale.forLanguageTag(language);
		for (Enum<?> done : Stream.of(List.of(Move.values()), List.of(OwnAct.values()))
			.flatMap(List::stream)
			.toList()) {
			assertThat(this.words.getMessage("copy.event." + done.name(), null, locale)).isNotBlank();
		}
	}

	private String copy(String language) throws IOException {
		this.visitor.get("/?lang=" + language);
		try (PDDocument document = Loader.loadPDF(this.patient.opens("/copie.pdf").bytes())) {
			// wherever a page happens to end
			return new PDFTextStripper().getText(document).replaceAll("(?m)^\\d+ / \\d+$", "").replaceAll("\\s+", " ");
		}
	}

}
