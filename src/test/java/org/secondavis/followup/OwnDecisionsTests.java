package org.secondavis.followup;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondavis.HttpTest;
import org.secondavis.Visitor.Page;
import org.secondavis.conversation.InternalNote;
import org.secondavis.conversation.InternalNotes;
import org.secondavis.conversation.Message;
import org.secondavis.conversation.Messages;
import org.secondavis.document.Availability;
import org.secondavis.document.Paper;
import org.secondavis.document.PaperType;
import org.secondavis.document.Papers;
import org.secondavis.encryption.Vault;
import org.secondavis.request.Contact;
import org.secondavis.request.RequestMother;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.StaffId;
import org.secondavis.request.Status;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccounts;
import org.secondavis.staff.StaffMother;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.request.RequestMother.aRequest;

class OwnDecisionsTests extends HttpTest {

	@Autowired
	private Patient patient;

	@Autowired
	private Requests requests;

	@Autowired
	private Papers papers;

	@Autowired
	private Messages messages;

	@Autowired
	private InternalNotes notes;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private Vault vault;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void send() {
		this.patient.sends(this.visitor, aRequest()).showsACode();
	}

	@Test
	void aWithdrawnRequestIsClosedAndTheClinicTold() {
		assertThat(this.patient.opens("/retrait").body()).contains("sans dire pourquoi").doesNotContain("??");
		Page done = this.patient.posts("/retrait");
		assertThat(this.patient.follows(done).body())
			.contains("role=\"status\"", "Votre demande est terminée.", "Tout sera effacé le")
			.doesNotContain("??", "/retrait");
		assertThat(stored().getStatus()).isEqualTo(Status.CLOSED);
		assertThat(history()).containsExactly("null null", "CLOSE WITHDRAWN");
		assertThat(this.patient.mails()).containsExactly("withdrawn to CLINIC");
		this.patient.posts("/retrait");
		assertThat(this.patient.mails()).hasSize(1);
		assertThat(this.patient.opens("/retrait").body()).contains("rien à retirer");
	}

	@Test
	void theContactIsCorrectedByTheRulesOfTheForm() {
		assertThat(this.patient.opens("/coordonnees").body())
			.contains("value=\"06 12 34 56 78\"", "value=\"zoe@patiente.example\"")
			.doesNotContain("??", "contactFirst");
		Page wrong = this.patient.posts("/coordonnees", "phone", "12", "email", "zoe@");
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.body()).contains("<title>Erreur", "Saisissez un numéro comme", "value=\"12\"",
				"value=\"zoe@\"");
		assertThat(this.patient.posts("/coordonnees", "phone", " ", "email", "").status()).isEqualTo(422);

		Page done = this.patient.posts("/coordonnees", "phone", "+32 2 555 12 12", "email", "zoe@patiente.example",
				"contactTimes", "EVENING", "voicemail", "NO");
		assertThat(this.patient.follows(done).body()).contains("Vos coordonnées sont enregistrées.");
		Contact contact = stored().getContact();
		assertThat(contact.phone()).hasToString("Phone[…]").extracting("value").isEqualTo("+3225551212");
		assertThat(contact.times()).containsExactly(Contact.TimeOfDay.EVENING);
		assertThat(contact.voicemail()).isFalse();
		assertThat(search()).contains("3225551212").doesNotContain("612345678");
		assertThat(history()).containsExactly("null null", "null CONTACT_CORRECTED");
		assertThat(this.patient.mails()).isEmpty();
		assertThat(this.patient.opens("/messages").status()).isEqualTo(200);
	}

	@Test
	void aNewAddressIsToldAndSoIsTheOldOneAndDevicesAreForgotten() {
		Page done = this.patient.posts("/coordonnees", "phone", "", "email", "nouvelle@patiente.example");
		assertThat(this.patient.follows(done).body()).contains("prévenons l’ancienne et la nouvelle adresse");
		assertThat(this.patient.mails()).containsExactly("contact to FORMER", "contact to PATIENT");
		assertThat(search()).contains("nouvelle@patiente.example").doesNotContain("zoe@patiente.example");
		assertThat(this.patient.opens("/messages").location()).contains("/code?vers=messages");
		assertThat(this.jdbc.sql("select count(*) from outgoing_mail where address is not null")
			.query(Integer.class)
			.single()).isEqualTo(1);
	}

	@Test
	void nothingIsNotedWhereNothingWasChanged() {
		this.patient.posts("/coordonnees", "phone", "06 12 34 56 78", "email", "zoe@patiente.example", "contactTimes",
				"MORNING", "voicemail", "YES");
		assertThat(history()).hasSize(1);
	}

	@Test
	void whoIsHelpedMayStillSayWhoIsToBeCalledFirst() {
		this.patient.sends(this.visitor, aRequest().byHelper()).showsACode();
		assertThat(this.patient.opens("/coordonnees").body()).contains("name=\"contactFirst\"");
		this.patient.posts("/coordonnees", "phone", "06 12 34 56 78", "email", "zoe@patiente.example", "contactFirst",
				"HELPER");
		assertThat(stored().getContact().first()).isEqualTo(Contact.Person.HELPER);
		assertThat(search()).contains("camille");
	}

	@Test
	void revokedLinksOpenNothingAndANewOneComesByMail() {
		String old = this.patient.address();
		assertThat(this.patient.opens("/liens").body()).contains("Annuler tous les liens").doesNotContain("??");
		Page done = this.patient.posts("/liens");
		assertThat(done.location()).isEqualTo("/suivi?avis=remplace");
		assertThat(this.patient.follows(done).body()).contains("Un nouveau lien est en route");
		assertThat(this.visitor.get(old).status()).isEqualTo(404);
		assertThat(this.patient.mails()).containsExactly("link to PATIENT");
		assertThat(history()).containsExactly("null null", "REVOKE_LINKS null");
		assertThat(stored().revision()).as("who decides meanwhile is told").isOne();
		assertThat(this.patient.newLink().opens("/messages").location()).contains("/code?vers=messages");
	}

	@Test
	void linksCanBeRevokedWithoutACodeButNotWithoutAnAddress() {
		this.patient.sends(this.visitor, aRequest().withoutEmail());
		assertThat(this.patient.opens("/liens").body()).contains("Appelez le secrétariat");
		this.patient.posts("/liens");
		assertThat(this.patient.opens("").status()).isEqualTo(200);
	}

	@Test
	void erasureIsAskedForAfterAWarningAndCanBeCalledOff() {
		assertThat(this.patient.opens("/effacement").body())
			.contains("Tout sera effacé dans 3 jours.", "Rien ne pourra être retrouvé")
			.doesNotContain("??");
		assertThat(this.patient.follows(this.patient.posts("/effacement")).body())
			.contains("Vous avez demandé à tout effacer.", "Annuler l’effacement")
			.doesNotContain("??");
		assertThat(stored().getEraseAt()).isNotNull();
		assertThat(this.patient.opens("/effacement").body()).contains("effacement/annuler").doesNotContain("??");
		assertThat(this.patient.follows(this.patient.posts("/effacement/annuler")).body())
			.contains("L’effacement est annulé.", "365 jours après sa fin");
		assertThat(stored().getEraseAt()).isNull();
		assertThat(history()).containsExactly("null null", "null ERASURE_ASKED", "null ERASURE_CALLED_OFF");
	}

	@Test
	void askingTwiceDoesNotPutItOff() {
		this.patient.posts("/effacement");
		var date = stored().getEraseAt();
		this.patient.posts("/effacement");
		assertThat(stored().getEraseAt()).isEqualTo(date);
	}

	@Test
	void theCopyHoldsEverythingAndNamesNobodyOfTheStaff() {
		StaffId anne = new StaffId(this.accounts.save(StaffMother.aMember(Role.DOCTOR)).getId());
		SecondOpinionRequest request = this.patient.sends(this.visitor, aRequest().byHelper()).showsACode().request();
		this.papers.saveAll(List.of(new Paper(request.getId(), PaperType.PATHOLOGY, Availability.CAN_GET)));
		this.messages.save(Message.ofPatient(request.getId(), "a", "Ma question", this.vault, RequestMother.SUBMITTED));
		this.notes
			.save(new InternalNote(request.getId(), anne, "Une note de l’équipe", this.vault, RequestMother.SUBMITTED));
		assertThat(this.patient.opens("/copie").body()).contains("/copie.json", "/copie.pdf").doesNotContain("??");
		Page copy = this.patient.opens("/copie.json");
		assertThat(copy.header("Content-Disposition"))
			.isEqualTo("attachment; filename=\"%s.json\"".formatted(request.getReference()));
		assertThat(copy.header("Cache-Control")).isEqualTo("no-store");
		assertThat(copy.body())
			.contains("\"O’Brien-N’Guyen d’Été\"", "Zoë", "1952-02-29", "+33612345678", "zoe@patiente.example",
					"Camille Ng", "camille@aidant.example", "BREAST", "carcinome canalaire", "hôpital du Nord",
					"Dr Durand", "Une histoire confidentielle.", "jardiner encore", "Faut-il opérer ?", "le mardi",
					"malentendante", "CAN_GET", "Ma question", "Une note de l’équipe", "SUBMITTED",
					"2026-11-23T09:30:00Z", "\"message\"", "PAIN", "MORNING")
			.doesNotContain(anne.value().toString());
	}

	@Test
	void whatCannotBeOpenedIsMissingFromTheCopyAndTheRestIsThere() {
		this.jdbc.sql("update second_opinion_request set narrative = '\\x00' where id = :id")
			.param("id", this.patient.request().getId())
			.update();
		assertThat(this.patient.opens("/copie.json").body()).contains("Zoë").doesNotContain("carcinome");
	}

	@ParameterizedTest
	@ValueSource(strings = { "messages", "documents", "coordonnees", "copie", "retrait", "effacement", "reprise" })
	void everyDoorIsShutToANewDevice(String door) {
		this.patient.sends(this.visitor, aRequest());
		String code = this.patient.address() + "/code?vers=" + door;
		assertThat(this.patient.opens("/" + door).location()).isEqualTo(code);
		assertThat(this.patient.follows(this.patient.opens("/" + door)).body()).contains("value=\"" + door + "\"");
		if (!door.equals("copie") && !door.equals("documents")) {
			assertThat(this.patient.posts("/" + door, "phone", "0612345678", "message", "x").location())
				.isEqualTo(code);
		}
		assertThat(this.patient.opens("/copie.json").location()).contains("/code?vers=copie");
		assertThat(this.patient.opens("/copie.pdf").location()).contains("/code?vers=copie");
		assertThat(this.patient.posts("/effacement/annuler").location()).contains("/code?vers=effacement");
		assertThat(history()).hasSize(1);
		assertThat(this.patient.mails()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "GET,/messages", "GET,/code", "GET,/coordonnees", "GET,/retrait", "GET,/effacement", "GET,/liens",
			"GET,/copie", "GET,/copie.json", "GET,/copie.pdf", "POST,/messages", "POST,/code", "POST,/coordonnees",
			"POST,/retrait", "POST,/effacement", "POST,/effacement/annuler", "POST,/liens" })
	void anUnknownTokenIsTheSame404Everywhere(String method, String part) {
		Page page = method.equals("GET") ? this.visitor.get("/suivi/unknown" + part)
				: this.visitor.post("/suivi/unknown" + part, "action", "send", "message", "x", "phone", "0612345678");
		assertThat(page.status()).isEqualTo(404);
		assertThat(page.body()).contains("Ce lien n’ouvre plus rien")
			.isEqualTo(this.visitor.get("/suivi/unknown" + part).body());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/messages", "/code", "/coordonnees", "/retrait", "/effacement", "/liens", "/copie",
			"/reprise" })
	void everyPageIsCompleteInEnglishAndKeptNowhere(String part) {
		this.visitor.get("/?lang=en");
		Page page = this.patient.opens(part);
		assertThat(page.body()).contains("<html lang=\"en\">").doesNotContain("??");
		assertThat(page.header("Cache-Control")).isEqualTo("no-store");
		assertThat(page.header("X-Robots-Tag")).isEqualTo("noindex");
		assertThat(page.body()).containsPattern("<title>[^<]*</title>").doesNotContainPattern("<title>[^<]*SA-");
	}

	private SecondOpinionRequest stored() {
		return this.requests.findById(this.patient.request().getId()).orElseThrow();
	}

	private String search() {
		return this.jdbc.sql("select search from second_opinion_request where id = :id")
			.param("id", this.patient.request().getId())
			.query(String.class)
			.single();
	}

	private List<String> history() {
		return this.requests.findWithHistoryByReference(this.patient.request().getReference())
			.orElseThrow()
			.getHistory()
			.stream()
			.peek((change) -> assertThat(change.getAuthor()).isNull())
			.map((change) -> change.getMove() + " " + change.getDetail())
			.toList();
	}

}
