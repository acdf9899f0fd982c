package org.secondavis.openid;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondavis.HttpTest;
import org.secondavis.Visitor;
import org.secondavis.Visitor.Page;
import org.secondavis.signin.MailCodes;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccount;
import org.secondavis.staff.StaffAccounts;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.Together.atOnce;
import static org.secondavis.staff.StaffMother.PASSWORD;
import static org.secondavis.staff.StaffMother.aMember;

/** Signs in by a real provider, over HTTP from one port to the other. */
@Import(TestProvider.class)
@TestPropertySource(properties = "secondavis.staff.second-factor=required")
@ExtendWith(OutputCaptureExtension.class)
class OpenIdTests extends HttpTest {

	private static final String START = "/connexion/avec/clinic";

	private static final String SECOND_FACTOR = "/connexion/verification";

	private static final String UNKNOWN = "/connexion?fournisseur=inconnu";

	private static final String FAILED = "/connexion?fournisseur=echec";

	private static final String ABSENT = "/connexion?fournisseur=absent";

	private static final String OWN = "/admin/mon-compte";

	private static final String CONFIRM = "/admin/mon-compte/identite";

	@Autowired
	private IdentityProvider provider;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private ProviderLinks links;

	@Autowired
	private MailCodes codes;

	@Autowired
	private JdbcClient jdbc;

	private StaffAccount account;

	/** What the provider calls the owner of the account. */
	private String subject;

	@BeforeEach
	void seatTheOwner() {
		this.account = this.accounts.save(aMember(Role.DOCTOR));
		this.subject = UUID.randomUUID().toString();
		this.provider.seatWithTwoFactors(this.subject, this.account.getEmail());
	}

	@Test
	void theSignInPageHasAButtonForEachProvider() {
		assertThat(this.visitor.get("/connexion").body()).contains("href=\"/connexion/avec/clinic\"",
				"Se connecter avec Les Tilleuls", "href=\"/connexion/avec/away\"");
		assertThat(this.visitor.get("/connexion?lang=en").body()).contains("Sign in with Les Tilleuls");
	}

	@Test
	void whoHasShownTwoFactorsThereIsInAndSeesThePageThatWasAskedFor() {
		assertThat(this.visitor.get("/admin/appels").location()).isEqualTo("/connexion");
		String before = this.visitor.cookies();
		Page in = signIn();
		assertThat(in.location()).isEqualTo("/admin/appels");
		assertThat(this.visitor.follow(in).body()).contains("Anne O’Brien");
		assertThat(this.visitor.cookies()).isNotEqualTo(before);
		assertThat(noted()).containsExactly("CHANGE PROVIDER_LINKED", "SIGN_IN PROVIDER", "OPEN null");
		assertThat(this.visitor.get("/admin/comptes").status()).isEqualTo(403);
		this.visitor.get("/admin");
		assertThat(this.visitor.post("/deconnexion").location()).isEqualTo("/connexion?deconnexion");
		assertThat(this.visitor.get("/admin").location()).isEqualTo("/connexion");
	}

	@Test
	void theProviderIsAskedWithStateNonceAndProofAndWithItsOwnParameters() {
		assertThat(this.visitor.get(START).header("Location")).contains("acr_values=eidas1", "&state=", "&nonce=",
				"code_challenge_method=S256", "scope=openid%20email", "response_type=code");
	}

	@Test
	void whoHasShownOneFactorThereShowsTheSecondHere() {
		this.provider.seat(this.subject, this.account.getEmail());
		assertThat(signIn().location()).isEqualTo("/admin");
		assertThat(this.visitor.get("/admin").location()).isEqualTo(SECOND_FACTOR);
		assertThat(this.visitor.get(SECOND_FACTOR).body()).contains(this.account.getEmail());
		assertThat(mails()).contains("sign-in-code");
		this.visitor.post(SECOND_FACTOR, "code", this.codes.issueAtOnce(this.account.getId()));
		assertThat(this.visitor.get("/admin").status()).isEqualTo(200);
		assertThat(noted()).contains("SIGN_IN PROVIDER", "SIGN_IN CODE");
	}

	@ParameterizedTest
	@CsvSource({ "acr, eidas2, 200", "acr, eidas3, 200", "acr, eidas1, 302", "amr, mfa, 200", "amr, hwk, 302",
			"amr, otp, 302", "amr, pwd, 302" })
	void theSettingsSayWhatCountsAsTwoFactors(String claim, String value, int status) {
		this.provider.seat(this.subject, Map.of("email", this.account.getEmail(), "email_verified", true, claim,
				claim.equals("amr") ? List.of(value) : value));
		signIn();
		assertThat(this.visitor.get("/admin").status()).isEqualTo(status);
	}

	@Test
	void fromThenOnTheIdentityDecidesWhateverItsAddress() {
		signIn();
		StaffAccount other = this.accounts.save(aMember(Role.DOCTOR));
		this.provider.seatWithTwoFactors(this.subject, other.getEmail());
		this.visitor = new Visitor(this.port);
		signIn();
		assertThat(this.visitor.get(OWN).body()).contains(this.account.getEmail()).doesNotContain(other.getEmail());
		assertThat(mails()).containsExactly("provider-linked");
	}

	@Test
	void anAccountThatIsLinkedOpensToNobodyElseWithItsAddress() {
		signIn();
		this.provider.seatWithTwoFactors(UUID.randomUUID().toString(), this.account.getEmail());
		this.visitor = new Visitor(this.port);
		assertRefused();
	}

	@Test
	void nobodyKnowsAnAddressThatHasNoAccount() {
		this.provider.seatWithTwoFactors(this.subject, "inconnue@tilleuls.example");
		assertRefused();
		assertThat(this.accounts.findByEmail("inconnue@tilleuls.example")).isEmpty();
	}

	@Test
	void anAddressThatTheProviderHasNotVerifiedOpensNothing() {
		this.provider.seat(this.subject, Map.of("email", this.account.getEmail(), "email_verified", false));
		assertRefused();
		this.provider.seat(this.subject, Map.of("email", this.account.getEmail()));
		assertRefused();
	}

	@Test
	void aLockedAccountOpensNeitherTheFirstTimeNorLaterAndLooksLikeNone() {
		lock();
		assertRefused();
		unlock();
		signIn();
		assertThat(this.visitor.get("/admin").status()).isEqualTo(200);
		Visitor admin = administrator();
		admin.get("/admin/comptes/" + this.account.getId());
		admin.post("/admin/comptes/" + this.account.getId() + "/bloquer", "version", "0");
		assertThat(this.visitor.get("/admin").location()).isEqualTo("/connexion");
		assertRefused();
		assertThat(noted()).endsWith("SIGN_IN_REFUSED PROVIDER");
	}

	@Test
	void anInvitedColleagueChoosesAPasswordFirst() {
		this.jdbc.sql("update staff_account set password_hash = null where id = ?")
			.param(this.account.getId())
			.update();
		assertRefused();
	}

	@Test
	void aTokenThatWasMadeForAnotherSignInIsRefused(CapturedOutput output) {
		this.provider.seat(this.subject,
				Map.of("email", this.account.getEmail(), "email_verified", true, "nonce", "of somebody else"));
		assertThat(signIn().location()).isEqualTo(FAILED);
		assertThat(this.visitor.get(FAILED).body()).contains("La connexion n’a pas abouti.");
		assertThat(output).contains("A sign-in by a provider of identities failed: invalid_nonce")
			.doesNotContain(this.account.getEmail(), this.subject);
	}

	@Test
	void aTokenForSomebodyElseIsRefused() {
		this.provider.seat(this.subject, Map.of("email", this.account.getEmail(), "email_verified", true, "aud",
				List.of("another application")));
		assertThat(signIn().location()).isEqualTo(FAILED);
	}

	@Test
	void anAnswerThatNobodyAskedForIsRefused() {
		Page start = this.visitor.get(START);
		String answer = this.visitor.get(start.header("Location")).header("Location");
		assertThat(new Visitor(this.port).get(answer).location()).isEqualTo(FAILED);
		assertThat(this.visitor.get(answer.replaceAll("state=[^&]+", "state=x")).location()).isEqualTo(FAILED);
		this.visitor.get(START);
		assertThat(this.visitor.get("/connexion/retour/clinic").location()).isEqualTo(FAILED);
		assertThat(this.visitor.get("/admin").location()).isEqualTo("/connexion");
	}

	/** One provider must not have its answer taken for another's. */
	@Test
	void anAnswerThatComesBackByTheWayOfAnotherProviderIsRefused(CapturedOutput output) {
		Page start = this.visitor.get(START);
		String answer = this.visitor.get(start.header("Location")).header("Location");
		assertThat(this.visitor.get(answer.replace("/retour/clinic?", "/retour/card?")).location()).isEqualTo(FAILED);
		assertThat(this.visitor.get("/admin").location()).isEqualTo("/connexion");
		assertThat(output).contains("A sign-in by a provider of identities failed: mixed_up_provider");
	}

	@Test
	void aProviderThatIsDownIsSaidToBeAndHoldsUpNothingElse(CapturedOutput output) {
		Page page = this.visitor.get("/connexion/avec/away");
		assertThat(page.location()).isEqualTo(ABSENT);
		assertThat(this.visitor.follow(page).body()).contains("Ce service d’identité ne répond pas.");
		assertThat(this.visitor.get(ABSENT + "&lang=en").body()).contains("This identity service does not answer.");
		assertThat(output).contains("The provider of identities away does not answer as it should: ConnectException")
			.doesNotContain("\tat ");
		assertThat(signIn().location()).isEqualTo("/admin");
	}

	@Test
	void whoIsSignedInReadsOnTheirPageThatAProviderIsDown() {
		signInWithPassword(this.visitor, this.account);
		Page page = this.visitor.get("/connexion/avec/away");
		assertThat(page.location()).isEqualTo(OWN + "?fournisseur=absent");
		assertThat(this.visitor.follow(page).body()).contains("Ce service d’identité ne répond pas.");
		Page failed = this.visitor.get("/connexion/retour/clinic?error=access_denied&state=x");
		assertThat(this.visitor.follow(failed).body()).contains("La connexion n’a pas abouti.");
	}

	@Test
	void nobodyStartsWithoutEnd() {
		Page page = this.visitor.get(START);
		for (int start = 1; start <= Starts.TIMES; start++) {
			page = this.visitor.get(START);
		}
		assertThat(page.location()).isEqualTo("/connexion?fournisseur=patience");
	}

	@Test
	void aProviderThatDoesNotTellOfItselfIsFoundByTheSettings() {
		Page start = this.visitor.get("/connexion/avec/card");
		Page answer = this.visitor.get(start.header("Location"));
		assertThat(this.visitor.get(answer.header("Location")).location()).isEqualTo("/admin");
		assertThat(this.visitor.get("/admin").status()).isEqualTo(200);
	}

	@Test
	void aProviderThatNobodyNamedDoesNotExist() {
		assertThat(this.visitor.get("/connexion/avec/autre").status()).isEqualTo(404);
		assertThat(this.visitor.get("/connexion/avec").status()).isEqualTo(404);
	}

	@Test
	void whoIsSignedInLinksAnIdentityOfTheirsWithoutAnAddress() {
		this.provider.seat("rpps", Map.of("given_name", "Anne", "family_name", "Martin", "acr", "eidas3"));
		signInWithPassword(this.visitor, this.account);
		assertThat(this.visitor.get(OWN).body()).contains("Relier Les Tilleuls", START);
		Page shown = signIn();
		assertThat(shown.location()).isEqualTo(CONFIRM);
		assertThat(this.visitor.follow(shown).body()).contains("Pour Les Tilleuls, vous êtes Anne Martin.");
		assertThat(links()).isZero();
		Page done = this.visitor.post(CONFIRM);
		assertThat(this.visitor.follow(done).body()).contains("L’identité est reliée à votre compte.", "Relié le")
			.doesNotContain("Relier Les Tilleuls");
		assertThat(this.visitor.get(CONFIRM).location()).isEqualTo(OWN);
		this.visitor = new Visitor(this.port);
		assertThat(signIn().location()).isEqualTo("/admin");
		assertThat(this.visitor.get(OWN + "?lang=en").body()).contains(this.account.getEmail(), "Linked on");
	}

	@Test
	void anIdentityThatIsRefusedIsForgotten() {
		this.provider.seat("rpps", Map.of("name", "Somebody Else", "acr", "eidas3"));
		signInWithPassword(this.visitor, this.account);
		assertThat(signIn().location()).isEqualTo(CONFIRM);
		assertThat(this.visitor.get(CONFIRM).body()).contains("name=\"refuse\"");
		assertThat(this.visitor.post(CONFIRM, "refuse", "").location()).isEqualTo(OWN);
		assertThat(this.visitor.get(CONFIRM).location()).isEqualTo(OWN);
		this.visitor.post(CONFIRM);
		assertThat(links()).isZero();
	}

	@Test
	void anIdentityThatOpensAnAccountIsNotLinkedToAnother() {
		signIn();
		StaffAccount other = this.accounts.save(aMember(Role.DOCTOR));
		Visitor colleague = this.visitor = new Visitor(this.port);
		signInWithPassword(colleague, other);
		assertThat(signIn().location()).isEqualTo(CONFIRM);
		colleague.get(CONFIRM);
		Page refused = colleague.post(CONFIRM);
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.body()).contains("Cette identité n’a pas été reliée.");
		assertThat(links()).isEqualTo(1);
	}

	@Test
	void ofTwoWhoComeAtOnceOneIsLinked() {
		StaffAccount other = this.accounts.save(aMember(Role.DOCTOR));
		ProviderIdentity one = new ProviderIdentity("clinic", "https://id.example", this.subject, "Anne");
		ProviderIdentity two = new ProviderIdentity("clinic", "https://id.example", this.subject + "2", "Anne");
		assertThat(atOnce(() -> this.links.add(this.account.getId(), one),
				() -> this.links.add(this.account.getId(), two)))
			.containsExactlyInAnyOrder(true, false);
		assertThat(links()).isEqualTo(1);
		ProviderIdentity three = new ProviderIdentity("clinic", "https://other.example", this.subject, "Anne");
		assertThat(
				atOnce(() -> this.links.add(this.account.getId(), three), () -> this.links.add(other.getId(), three)))
			.containsExactlyInAnyOrder(true, false);
	}

	@Test
	void ownersTakeTheirIdentityBackAndNobodyElses() {
		signIn();
		String link = this.jdbc.sql("select id::text from provider_link where account_id = ?")
			.param(this.account.getId())
			.query(String.class)
			.single();
		Visitor colleague = new Visitor(this.port);
		signInWithPassword(colleague, this.accounts.save(aMember(Role.DOCTOR)));
		colleague.get(OWN);
		colleague.post(OWN + "/identites/" + link + "/retirer");
		assertThat(links()).isEqualTo(1);
		this.visitor.get(OWN);
		Page done = this.visitor.post(OWN + "/identites/" + link + "/retirer");
		assertThat(this.visitor.follow(done).body()).contains("L’identité est retirée de votre compte.");
		assertThat(links()).isZero();
		assertThat(noted()).contains("CHANGE PROVIDER_UNLINKED");
	}

	@Test
	void anAdministratorSeesAndRemovesItAndItsOwnerIsOutAndTold() {
		signIn();
		Visitor admin = administrator();
		String page = "/admin/comptes/" + this.account.getId();
		assertThat(admin.get(page).body()).contains("Les Tilleuls", "Relié le", "Retirer les services d’identité")
			.doesNotContain(this.subject);
		Page done = admin.post(page + "/identites", "version", "0");
		assertThat(admin.follow(done).body()).contains("Les services d’identité de Anne O’Brien sont retirés.");
		assertThat(links()).isZero();
		assertThat(this.visitor.get("/admin").location()).isEqualTo("/connexion");
		assertThat(mails()).containsExactly("provider-linked", "providers-reset");
		assertThat(admin.get(page).body()).doesNotContain("Retirer les services d’identité");
		assertThat(noted()).contains("CHANGE PROVIDERS_RESET");
	}

	@Test
	void whoActsOnAnOldPageIsTold() {
		signIn();
		Visitor admin = administrator();
		admin.get("/admin/comptes/" + this.account.getId());
		Page done = admin.post("/admin/comptes/" + this.account.getId() + "/identites", "version", "7");
		assertThat(admin.follow(done).body()).contains("vient d’être modifié par quelqu’un d’autre");
		assertThat(links()).isEqualTo(1);
	}

	@Test
	void nothingOfTheProvidersTokensIsKept() {
		signIn();
		this.visitor.get("/admin");
		List<byte[]> sessions = this.jdbc.sql("select attribute_bytes from spring_session_attributes")
			.query(byte[].class)
			.list();
		assertThat(sessions).isNotEmpty().noneMatch((bytes) -> new String(bytes).contains("eyJ"));
	}

	/** From our page to the provider and back. */
	private Page signIn() {
		Page start = this.visitor.get(START);
		assertThat(start.header("Location")).startsWith(this.provider.address());
		Page answer = this.visitor.get(start.header("Location"));
		assertThat(answer.header("Location")).startsWith("http://localhost:" + this.port + "/connexion/retour/clinic?");
		return this.visitor.get(answer.header("Location"));
	}

	private void assertRefused() {
		Page refused = signIn();
		assertThat(refused.location()).isEqualTo(UNKNOWN);
		assertThat(this.visitor.follow(refused).body()).contains("elle n’ouvre aucun compte ici");
		assertThat(this.visitor.get("/admin").location()).isEqualTo("/connexion");
	}

	private void signInWithPassword(Visitor who, StaffAccount as) {
		who.signIn(as.getEmail(), PASSWORD);
		who.get(SECOND_FACTOR);
		who.post(SECOND_FACTOR, "code", this.codes.issueAtOnce(as.getId()));
	}

	private Visitor administrator() {
		Visitor admin = new Visitor(this.port);
		signInWithPassword(admin, this.accounts.save(aMember(Role.ADMIN)));
		return admin;
	}

	private void lock() {
		this.jdbc.sql("update staff_account set locked = true where id = ?").param(this.account.getId()).update();
	}

	private void unlock() {
		this.jdbc.sql("update staff_account set locked = false where id = ?").param(this.account.getId()).update();
	}

	private int links() {
		return this.jdbc.sql("select count(*) from provider_link where account_id = ?")
			.param(this.account.getId())
			.query(Integer.class)
			.single();
	}

	private List<String> mails() {
		return this.jdbc.sql("select template from outgoing_mail where account_id = ? order by id")
			.param(this.account.getId())
			.query(String.class)
			.list();
	}

	/** What the audit trail says of this account. */
	private List<String> noted() {
		return this.jdbc.sql("select deed || ' ' || coalesce(detail, 'null') from audit_entry "
				+ "where (account = :account or part = :account) and detail is distinct from 'CREATE' order by number")
			.param("account", this.account.getId())
			.query(String.class)
			.list();
	}

}
