package org.secondavis.mail;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

import org.secondavis.request.RequestMother;
import org.secondavis.staff.SafetyChanged;
import org.secondavis.staff.SafetyChanged.What;

import static org.assertj.core.api.Assertions.assertThat;

/** What members of staff are told when what protects their account changes. */
@MailTest
class StaffLettersTests {

	private static final String OWNER = "anne.martin@tilleuls.example";

	private static final String ACCOUNT = "https://avis.example/admin/mon-compte";

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private Dispatcher dispatcher;

	@Autowired
	private Envelopes envelopes;

	@Autowired
	private JavaMailSenderImpl sender;

	@Autowired
	private GreenMail server;

	@Autowired
	private MailBench bench;

	private UUID account;

	@BeforeEach
	void employ() {
		this.bench.reset();
		this.account = this.bench.aDoctor(OWNER).value();
	}

	@Test
	void whoseAccountIsLinkedReadsWhatThatAllowsAndHowToUndoIt() throws Exception {
		change(What.PROVIDER_LINKED);
		ReceivedMail mail = received();
		assertThat(mail.subject()).isEqualTo("Une nouvelle façon d’ouvrir votre compte");
		assertThat(mail.parts()).allSatisfy((part) -> assertThat(part).contains("Bonjour,",
				"Un service d’identité vient d’être relié à votre compte", "sans le mot de passe choisi ici",
				"Ce n’était pas vous\u00A0? Retirez ce service de votre compte et prévenez aussitôt"));
		ReceivedMail english = inEnglish("provider-linked");
		assertThat(english.subject()).isEqualTo("A new way to open your account");
		assertThat(english.parts()).allSatisfy((part) -> assertThat(part).contains("Hello,",
				"An identity service has just been linked to your account", "without the password that you chose here",
				"Was it not you? Remove this service from your account and tell the administrator"));
	}

	@Test
	void whoLosesTheServicesReadsHowToSignInNow() throws Exception {
		change(What.PROVIDERS_RESET);
		ReceivedMail mail = received();
		assertThat(mail.subject()).isEqualTo("Votre compte n’est plus relié à un service d’identité");
		assertThat(mail.parts()).allSatisfy((part) -> assertThat(part).contains("Bonjour,",
				"L’administrateur des comptes a retiré tous les services d’identité", "Vos appareils sont déconnectés.",
				"Connectez-vous avec votre mot de passe.", "un lien pour en choisir un"));
		ReceivedMail english = inEnglish("providers-reset");
		assertThat(english.subject()).isEqualTo("Your account is no longer linked to an identity service");
		assertThat(english.parts()).allSatisfy(
				(part) -> assertThat(part).contains("Hello,", "has removed all identity services from your account",
						"Your devices are signed out.", "Sign in with your password.", "for a link to choose one"));
	}

	@ParameterizedTest
	@EnumSource(names = { "PASSKEY_ADDED", "SECOND_FACTOR_RESET", "PROVIDER_LINKED", "PROVIDERS_RESET" })
	void onlyTheOwnerHearsOfItWithALinkToTheAccountAndNobodysName(What what) {
		this.bench.aDoctor("paul.petit@tilleuls.example");
		change(what);
		ReceivedMail mail = received();
		assertThat(this.server.getReceivedMessages()).hasSize(1);
		assertThat(mail.html()).contains("<html lang=\"fr\">", "<a href=\"%s\">Voir mon compte</a>".formatted(ACCOUNT));
		assertThat(mail.parts()).allSatisfy((part) -> {
			assertThat(part).contains("l’administrateur des comptes", "Clinique des Tilleuls", "N’y répondez pas")
				.doesNotContain("??", "Anne", "Martin", OWNER, "Paul", this.account.toString());
			assertThat(part.replace(ACCOUNT, "")).doesNotContain("https://");
		});
	}

	@ParameterizedTest
	@EnumSource(names = { "PASSKEY_ADDED", "SECOND_FACTOR_RESET", "PROVIDER_LINKED", "PROVIDERS_RESET" },
			mode = Mode.EXCLUDE)
	void whatOpensNoNewWayInIsNotTold(What what) {
		change(what);
		assertThat(this.server.getReceivedMessages()).isEmpty();
	}

	@Test
	void whatIsUndoneIsNotTold() {
		this.transaction.executeWithoutResult((status) -> {
			this.events.publishEvent(new SafetyChanged(this.account, this.account, What.PROVIDER_LINKED));
			status.setRollbackOnly();
		});
		this.dispatcher.dispatch();
		assertThat(this.server.getReceivedMessages()).isEmpty();
	}

	private void change(What what) {
		this.transaction.executeWithoutResult(
				(status) -> this.events.publishEvent(new SafetyChanged(this.account, this.account, what)));
		this.dispatcher.dispatch();
	}

	private ReceivedMail received() {
		List<MimeMessage> mails = this.bench.received(OWNER);
		assertThat(mails).hasSize(1);
		return new ReceivedMail(mails.get(0));
	}

	/** As it would read if the workspace's mails left in English. */
	private ReceivedMail inEnglish(String template) throws Exception {
		Letter letter = new Letter(List.of(OWNER), Locale.ENGLISH, "").with("link", ACCOUNT);
		MimeMessage message = this.sender.createMimeMessage();
		this.envelopes.around(letter, OutgoingMail.toStaff(this.account, template, RequestMother.SUBMITTED))
			.prepare(message);
		message.saveChanges();
		return new ReceivedMail(message);
	}

}
