package org.secondavis.mail;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import org.secondavis.access.OneTimeCodes;
import org.secondavis.clinic.ClosedPeriod;
import org.secondavis.clinic.ClosedPeriods;
import org.secondavis.clinic.SettingGroup;
import org.secondavis.clinic.SettingGroups;
import org.secondavis.conversation.Message;
import org.secondavis.conversation.Messages;
import org.secondavis.document.Availability;
import org.secondavis.document.Paper;
import org.secondavis.document.PaperType;
import org.secondavis.document.Papers;
import org.secondavis.encryption.SecretToken;
import org.secondavis.encryption.Vault;
import org.secondavis.request.Contact;
import org.secondavis.request.Decision;
import org.secondavis.request.EmailAddress;
import org.secondavis.request.FollowUpLinks;
import org.secondavis.request.Helper.Relation;
import org.secondavis.request.RequestMother;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.StaffId;
import org.secondavis.staff.AccountInvited;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.request.RequestMother.aRequest;

@MailTest
class LettersTests {

	private static final List<String> NEVER = List.of("cancer", "oncolog", "tumeur", "sein", "breast", "carcinome",
			"diagnosti", "traitement", "treatment", "chirurg", "surg", "médic", "medic", "deuxième avis", "second avis",
			"second opinion", "Zoë", "N’Guyen", "Camille", "1952", "Durand", "confidentielle", "06 12 34 56 78",
			"+336");

	@Autowired
	private Dispatcher dispatcher;

	@Autowired
	private Requests requests;

	@Autowired
	private FollowUpLinks links;

	@Autowired
	private Vault vault;

	@Autowired
	private OneTimeCodes codes;

	@Autowired
	private Messages messages;

	@Autowired
	private Papers papers;

	@Autowired
	private GreenMail server;

	@Autowired
	private MutableClock clock;

	@Autowired
	private MailBench bench;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private ClosedPeriods periods;

	@Autowired
	private SettingGroups settings;

	@BeforeEach
	void reset() {
		this.bench.reset();
	}

	@Test
	void thePatientReadsWhatHappensNextInFrench() {
		SecondOpinionRequest request = send(aRequest());
		ReceivedMail mail = mailTo("zoe@patiente.example");
		assertThat(mail.subject()).isEqualTo("Votre demande " + request.getReference());
		assertThat(mail.parts()).allSatisfy((part) -> assertThat(part).contains("Bonjour,", "le lun. 23 nov. 2026.",
				"au plus tard le lun. 30 nov. 2026.", request.getReference().value(), "01 23 45 67 89",
				"du lundi au vendredi, de 9 h à 17 h", "N’y répondez pas", "Clinique des Tilleuls"));
	}

	@Test
	void whatTheClinicChangesOfItselfStandsInItsMails() {
		ClosedPeriod closed = this.periods
			.save(new ClosedPeriod(LocalDate.of(2026, 11, 26), LocalDate.of(2026, 11, 27), "Pont"));
		say("Clinique du Port", "04 99 88 77 66");
		send(aRequest());
		say("", "");
		this.periods.delete(closed);
		assertThat(mailTo("zoe@patiente.example").parts()).allSatisfy((part) -> assertThat(part)
			.contains("Clinique du Port", "04 99 88 77 66", "au plus tard le mer. 2 déc. 2026.")
			.doesNotContain("Clinique des Tilleuls", "01 23 45 67 89"));
	}

	private void say(String name, String phone) {
		SettingGroup facts = this.settings.findByPrefix(SettingGroup.CLINIC);
		facts.put("name", name);
		facts.put("phone", phone);
		this.settings.save(facts);
	}

	@Test
	void thePatientReadsWhatHappensNextInEnglish() {
		SecondOpinionRequest request = send(aRequest().inEnglish());
		ReceivedMail mail = mailTo("zoe@patiente.example");
		assertThat(mail.subject()).isEqualTo("Your request " + request.getReference());
		assertThat(mail.parts()).allSatisfy((part) -> assertThat(part).contains("Hello,", "on Mon 23 Nov 2026.",
				"by Mon 30 Nov 2026.", request.getReference().value(), "01 23 45 67 89", "Please do not reply"));
		assertThat(mail.html()).contains("<html lang=\"en\">");
	}

	@Test
	void thePatientReadsEasyFrenchAndTheClinicDoesNot() {
		SecondOpinionRequest request = send(aRequest().inEasyFrench());
		ReceivedMail mail = mailTo("zoe@patiente.example");
		assertThat(mail.subject()).isEqualTo("Votre demande " + request.getReference());
		assertThat(mail.parts())
			.allSatisfy((part) -> assertThat(part).contains("Bonjour,", "le lundi 23 novembre 2026.",
					"Notre secrétariat vous contacte le lundi 30 novembre 2026 au plus tard."));
		assertThat(mail.html()).contains("<html lang=\"fr-simple\">");
		assertThat(mailTo("deuxieme-avis@tilleuls.example").html()).contains("<html lang=\"fr\">");
	}

	@Test
	void thePatientsLinkLeadsToTheRequest() {
		SecondOpinionRequest request = send(aRequest());
		assertThat(mailTo("zoe@patiente.example").parts()).allSatisfy((part) -> {
			Matcher link = Pattern.compile("https://avis\\.example/suivi/([\\w-]{43})").matcher(part);
			assertThat(link.find()).isTrue();
			assertThat(this.links.find(new SecretToken(link.group(1)))).map(SecondOpinionRequest::getReference)
				.contains(request.getReference());
		});
	}

	@Test
	void aRenewedLinkComesByItself() {
		SecondOpinionRequest request = this.requests.save(aRequest().inEnglish().submit(this.vault));
		this.jdbc.sql("delete from outgoing_mail").update();
		decide(request, SecondOpinionRequest::revokeLinks, SecondOpinionRequest::renewLink);
		this.dispatcher.dispatch();
		ReceivedMail mail = mailTo("zoe@patiente.example");
		assertThat(mail.subject()).isEqualTo("Your request " + request.getReference());
		assertThat(mail.parts())
			.allSatisfy((part) -> assertThat(part).contains("Here is a new link", request.getReference().value())
				.containsPattern("https://avis\\.example/suivi/[\\w-]{43}"));
	}

	@Test
	void nothingLeavesForAnAddressInDoubt() {
		SecondOpinionRequest request = this.requests.save(aRequest().submit(this.vault));
		decide(request, SecondOpinionRequest::revokeLinks);
		this.dispatcher.dispatch();
		assertThat(this.bench.received("zoe@patiente.example")).isEmpty();
		assertThat(this.bench.received("deuxieme-avis@tilleuls.example")).hasSize(1);
	}

	@Test
	void theCodeComesWithTheReferenceAndOpensTheRequest() {
		SecondOpinionRequest request = this.requests.save(aRequest().submit(this.vault));
		this.jdbc.sql("delete from outgoing_mail").update();
		this.transaction.executeWithoutResult((status) -> {
			SecondOpinionRequest found = this.requests.findById(request.getId()).orElseThrow();
			found.sendCode();
			this.requests.save(found);
		});
		this.dispatcher.dispatch();
		ReceivedMail mail = mailTo("zoe@patiente.example");
		assertThat(mail.subject()).isEqualTo("Votre demande " + request.getReference());
		Matcher code = Pattern.compile("(?m)^(\\d{6})\\r?$").matcher(mail.parts().get(0));
		assertThat(code.find()).isTrue();
		assertThat(mail.parts())
			.allSatisfy((part) -> assertThat(part).contains(code.group(1), request.getReference().value(), "15 minutes")
				.doesNotContain("/suivi/"));
		assertThat(this.codes.redeem(request.getId(), code.group(1))).isTrue();
	}

	@Test
	void aMailAboutAMessageSaysOnlyThatThereIsOne() {
		SecondOpinionRequest request = this.requests.save(aRequest().submit(this.vault));
		this.jdbc.sql("delete from outgoing_mail").update();
		this.messages.save(Message.ofPatient(request.getId(), "a", "Une histoire confidentielle", this.vault,
				this.clock.instant()));
		this.messages.save(Message.ofClinic(request.getId(), this.bench.aDoctor(), "a", "Une histoire confidentielle",
				this.vault, this.clock.instant()));
		this.dispatcher.dispatch();
		assertThat(mailTo("zoe@patiente.example").parts())
			.allSatisfy((part) -> assertThat(part).contains("nouveau message", request.getReference().value())
				.containsPattern("https://avis\\.example/suivi/[\\w-]{43}"));
		assertThat(mailTo("deuxieme-avis@tilleuls.example").parts()).allSatisfy(
				(part) -> assertThat(part).contains("https://avis.example/admin/demandes/" + request.getReference()));
		assertThat(mails())
			.allSatisfy((mail) -> assertThat(mail.parts()).noneMatch((part) -> part.contains("confidentielle")));
	}

	@Test
	void theClinicHearsThatAPatientAnsweredAboutAPaperAndNotWhat() {
		SecondOpinionRequest request = this.requests.save(aRequest().submit(this.vault));
		this.jdbc.sql("delete from outgoing_mail").update();
		Paper genetics = new Paper(request.getId(), PaperType.GENETICS, Availability.NO);
		genetics.ask(this.clock.instant());
		genetics.tell(Availability.NO, this.clock.instant());
		this.papers.saveAll(List.of(genetics));
		this.dispatcher.dispatch();
		assertThat(mailTo("deuxieme-avis@tilleuls.example").parts()).allSatisfy((part) -> assertThat(part)
			.contains("au sujet d’un document", "https://avis.example/admin/demandes/" + request.getReference())
			.doesNotContainIgnoringCase("génétique"));
	}

	@Test
	void theOldAndTheNewAddressHearOfTheChange() {
		SecondOpinionRequest request = this.requests.save(aRequest().submit(this.vault));
		this.jdbc.sql("delete from outgoing_mail").update();
		this.transaction.executeWithoutResult((status) -> {
			SecondOpinionRequest found = this.requests.findById(request.getId()).orElseThrow();
			found.correctContact(
					new Contact(null, new EmailAddress("nouvelle@patiente.example"), List.of(), null, null),
					this.clock.instant());
			found.withdraw(this.clock.instant());
			this.requests.save(found);
		});
		this.dispatcher.dispatch();
		assertThat(mailTo("zoe@patiente.example").parts())
			.allSatisfy((part) -> assertThat(part).contains("une autre l’a remplacée", request.getReference().value())
				.doesNotContain("/suivi/", "nouvelle@"));
		assertThat(mailTo("nouvelle@patiente.example").parts()).allSatisfy(
				(part) -> assertThat(part).contains("désormais à cette adresse").doesNotContain("/suivi/", "zoe@"));
		assertThat(mailTo("deuxieme-avis@tilleuls.example").subject())
			.isEqualTo("Demande retirée " + request.getReference());
		assertThat(this.jdbc.sql("select count(*) from outgoing_mail where address is not null")
			.query(Integer.class)
			.single()).isZero();
		assertThat(mails()).allSatisfy((mail) -> assertThat(mail.parts())
			.allSatisfy((part) -> assertThat(part).doesNotContainIgnoringCase(NEVER.toArray(String[]::new))));
	}

	@SafeVarargs
	private void decide(SecondOpinionRequest request, BiConsumer<SecondOpinionRequest, Decision>... decisions) {
		StaffId anne = this.bench.aDoctor();
		for (BiConsumer<SecondOpinionRequest, Decision> decision : decisions) {
			this.transaction.executeWithoutResult((status) -> {
				SecondOpinionRequest found = this.requests.findById(request.getId()).orElseThrow();
				decision.accept(found, Decision.by(anne, this.clock.instant()));
				this.requests.save(found);
			});
		}
	}

	@Test
	void aPatientForWhomSomebodyAskedIsToldSo() {
		send(aRequest().byHelper());
		assertThat(mailTo("zoe@patiente.example").parts())
			.allSatisfy((part) -> assertThat(part).contains("une demande faite pour vous",
					"Appelez-nous au 01 23 45 67 89\u00A0: nous effacerons cette demande."));
		this.bench.reset();
		send(aRequest().byHelper().inEnglish());
		assertThat(mailTo("zoe@patiente.example").parts()).allSatisfy((part) -> assertThat(part)
			.contains("a request made for you", "Call us on 01 23 45 67 89 and we will erase the request."));
	}

	@Test
	void aPatientWithAGuardianIsToldWhatTheGuardianDeclared() {
		send(aRequest().by(Relation.GUARDIAN, null));
		assertThat(mailTo("zoe@patiente.example").parts())
			.allSatisfy((part) -> assertThat(part).contains("a déclaré être votre représentant légal")
				.doesNotContain("reprendre la demande"));
		this.bench.reset();
		send(aRequest().by(Relation.DOCTOR, null));
		assertThat(mailTo("zoe@patiente.example").parts()).allSatisfy(
				(part) -> assertThat(part).contains("nous a dit que vous étiez d’accord", "reprendre la demande"));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void whatThePatientDecidesIsToldToTheHelperWithoutALink(boolean takesOver) {
		SecondOpinionRequest request = this.requests.save(aRequest().byHelper().submit(this.vault));
		this.jdbc.sql("delete from outgoing_mail").update();
		this.transaction.executeWithoutResult((status) -> {
			SecondOpinionRequest found = this.requests.findById(request.getId()).orElseThrow();
			if (takesOver) {
				found.takeOver(this.clock.instant());
			}
			else {
				found.withdraw(this.clock.instant());
			}
			this.requests.save(found);
		});
		this.dispatcher.dispatch();
		ReceivedMail mail = mailTo("camille@aidant.example");
		assertThat(mail.subject()).isEqualTo("Votre demande " + request.getReference());
		assertThat(mail.parts()).allSatisfy((part) -> assertThat(part)
			.contains(takesOver ? "s’en occupe désormais elle-même" : "est retirée", "rien à faire",
					request.getReference().value())
			.doesNotContain("/suivi/", "Zoë")
			.doesNotContainIgnoringCase(NEVER.toArray(String[]::new)));
	}

	@Test
	void theHelperGetsTheReferenceButNotThePatientsLink() {
		SecondOpinionRequest request = send(aRequest().byHelper());
		assertThat(mailTo("camille@aidant.example").parts())
			.allSatisfy((part) -> assertThat(part).contains("pour une autre personne", request.getReference().value())
				.doesNotContain("/suivi/"));
		this.bench.reset();
		send(aRequest().byHelper().inEnglish());
		assertThat(mailTo("camille@aidant.example").parts())
			.allSatisfy((part) -> assertThat(part).contains("for somebody else").doesNotContain("/suivi/"));
	}

	@Test
	void theClinicGetsTheReferenceAndALinkWhateverThePatientsLanguage() {
		SecondOpinionRequest request = send(aRequest().inEnglish());
		ReceivedMail mail = mailTo("deuxieme-avis@tilleuls.example");
		assertThat(mail.subject()).isEqualTo("Nouvelle demande " + request.getReference());
		assertThat(mail.parts()).allSatisfy(
				(part) -> assertThat(part).contains("https://avis.example/admin/demandes/" + request.getReference()));
		assertThat(mailTo("garde@tilleuls.example").subject()).isEqualTo(mail.subject());
	}

	@Test
	void theClinicIsToldWhichRequestPressesAndNothingMore() {
		LocalDate today = LocalDate.ofInstant(RequestMother.SUBMITTED, ZoneId.of("Europe/Paris"));
		send(aRequest().planned(today.plusDays(2)));
		assertThat(mailTo("deuxieme-avis@tilleuls.example").parts())
			.allSatisfy((part) -> assertThat(part).contains("À ouvrir en priorité."));
		this.bench.reset();
		send(aRequest().planned(today.plusDays(60)));
		assertThat(mailTo("deuxieme-avis@tilleuls.example").parts())
			.allSatisfy((part) -> assertThat(part).doesNotContain("priorité"));
	}

	@Test
	void theClinicHearsHowManySuspectsWait() {
		suspects(3);
		ReceivedMail mail = mailTo("deuxieme-avis@tilleuls.example");
		assertThat(mail.subject()).isEqualTo("Demandes à vérifier\u00A0: 3");
		assertThat(mail.parts()).allSatisfy((part) -> assertThat(part).contains("3 demandes attendent",
				"https://avis.example/admin?status=SUSPECT"));
	}

	@Test
	void theClinicHearsOfASingleSuspectInTheSingular() {
		suspects(1);
		assertThat(mailTo("deuxieme-avis@tilleuls.example").parts())
			.allSatisfy((part) -> assertThat(part).contains("Une demande attend d’être vérifiée\u00A0:"));
	}

	@Test
	void theClinicHearsNothingOfSuspectsThatHaveBeenDealtWith() {
		this.requests.save(aRequest().suspect(this.vault));
		this.jdbc.sql("delete from second_opinion_request").update();
		this.clock.set(RequestMother.SUBMITTED.plusSeconds(86_400));
		this.dispatcher.dispatch();
		assertThat(this.server.getReceivedMessages()).isEmpty();
		assertThat(this.jdbc.sql("select count(*) from outgoing_mail").query(Integer.class).single()).isZero();
	}

	@Test
	void aNewMemberOfStaffGetsAOneTimeLink() {
		AccountInvited event = new AccountInvited(this.bench.aDoctor().value());
		this.transaction.executeWithoutResult((status) -> this.events.publishEvent(event));
		this.dispatcher.dispatch();
		ReceivedMail mail = mailTo("anne.martin@tilleuls.example");
		assertThat(mail.subject()).isEqualTo("Votre accès");
		assertThat(mail.parts())
			.allSatisfy((part) -> assertThat(part).containsPattern("https://avis\\.example/connexion/acces/[\\w-]{43}")
				.doesNotContain("Anne Martin"));
	}

	@Test
	void noMailHoldsAWordAboutHealthOrAName() {
		send(aRequest().byHelper());
		send(aRequest().byHelper().inEnglish());
		send(aRequest().byHelper().inEasyFrench());
		suspects(2);
		assertThat(mails()).hasSizeGreaterThan(8).allSatisfy((mail) -> {
			assertThat(mail.sender()).isIn("Secrétariat", "Secretariat");
			assertThat(mail.parts())
				.allSatisfy((part) -> assertThat(part).doesNotContainIgnoringCase(NEVER.toArray(String[]::new)));
			assertThat(mail.subject()).doesNotContainIgnoringCase(NEVER.toArray(String[]::new));
		});
	}

	@Test
	void everyMailSaysThatItIsAutomaticAndInWhichLanguage() throws MessagingException {
		send(aRequest().inEnglish());
		MimeMessage message = mailTo("zoe@patiente.example").message();
		assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
		assertThat(message.getHeader("X-Auto-Response-Suppress")).containsExactly("All");
		assertThat(message.getHeader("Content-Language")).containsExactly("en");
		assertThat(message.getSentDate()).isEqualTo(RequestMother.SUBMITTED);
		assertThat(message.getContentType()).startsWith("multipart/alternative");
	}

	private SecondOpinionRequest send(RequestMother mother) {
		SecondOpinionRequest request = this.requests.save(mother.submit(this.vault));
		this.dispatcher.dispatch();
		return request;
	}

	private void suspects(int number) {
		Stream.generate(() -> aRequest().suspect(this.vault)).limit(number).forEach(this.requests::save);
		this.clock.set(RequestMother.SUBMITTED.plusSeconds(86_400));
		this.dispatcher.dispatch();
	}

	private ReceivedMail mailTo(String address) {
		List<MimeMessage> received = this.bench.received(address);
		assertThat(received).hasSize(1);
		return new ReceivedMail(received.get(0));
	}

	private List<ReceivedMail> mails() {
		return Stream.of(this.server.getReceivedMessages()).map(ReceivedMail::new).toList();
	}

}
