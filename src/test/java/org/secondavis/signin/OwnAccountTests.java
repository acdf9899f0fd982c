package org.secondavis.signin;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondavis.HttpTest;
import org.secondavis.Visitor;
import org.secondavis.Visitor.Page;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccount;
import org.secondavis.staff.StaffAccounts;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.staff.StaffMother.PASSWORD;
import static org.secondavis.staff.StaffMother.aMember;

class OwnAccountTests extends HttpTest {

	private static final String PAGE = "/admin/mon-compte";

	private static final String CLOSE = "action=\"/admin/mon-compte/sessions/([0-9a-f]+)/fermer\"";

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private JdbcClient jdbc;

	private StaffAccount account;

	@BeforeEach
	void signIn() {
		this.account = this.accounts.save(aMember(Role.DOCTOR));
		this.visitor.signIn(this.account.getEmail(), PASSWORD);
	}

	@Test
	void everySignInIsListedAndThisOneIsMarked() {
		Visitor elsewhere = signedIn(this.account);
		Page page = this.visitor.get(PAGE);
		assertThat(page.body()).contains("Où vous êtes connecté")
			.containsOnlyOnce("Cet appareil<")
			.containsPattern(CLOSE);
		assertThat(page.body().split(CLOSE, -1)).hasSize(2);
		assertThat(elsewhere.get(PAGE + "?lang=en").body()).contains("This device", "Sign me out everywhere");
	}

	@Test
	void noPageHoldsASessionsId() {
		String page = this.visitor.get(PAGE).body();
		assertThat(this.jdbc.sql("select session_id from spring_session").query(String.class).list()).isNotEmpty()
			.noneMatch(page::contains);
	}

	@Test
	void aSignInElsewhereIsEndedAndThisOneGoesOn() {
		Visitor elsewhere = signedIn(this.account);
		String handle = handleOn(this.visitor.get(PAGE));
		Page done = this.visitor.post(PAGE + "/sessions/" + handle + "/fermer");
		assertThat(this.visitor.follow(done).body()).contains("Cet appareil est déconnecté.")
			.doesNotContainPattern(CLOSE);
		assertThat(elsewhere.get("/admin").location()).isEqualTo("/connexion");
	}

	@Test
	void nobodyEndsAColleaguesSignIn() {
		StaffAccount other = this.accounts.save(aMember(Role.DOCTOR));
		Visitor colleague = signedIn(other);
		Visitor colleagueElsewhere = signedIn(other);
		String handle = handleOn(colleague.get(PAGE));
		this.visitor.get(PAGE);
		this.visitor.post(PAGE + "/sessions/" + handle + "/fermer");
		assertThat(colleagueElsewhere.get("/admin").status()).isEqualTo(200);
	}

	@Test
	void signingOutEverywhereEndsThisOneToo() {
		Visitor elsewhere = signedIn(this.account);
		Visitor colleague = signedIn(this.accounts.save(aMember(Role.DOCTOR)));
		this.visitor.get(PAGE);
		Page out = this.visitor.post(PAGE + "/sessions/fermer");
		assertThat(this.visitor.follow(out).body()).contains("Vous avez quitté l’espace de la clinique.");
		assertThat(this.visitor.get("/admin").location()).isEqualTo("/connexion");
		assertThat(elsewhere.get("/admin").location()).isEqualTo("/connexion");
		assertThat(colleague.get("/admin").status()).isEqualTo(200);
		assertThat(noted()).contains("SIGNED_OUT_EVERYWHERE");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "null", "[]", "{\"id\":\"x\"}", "\u0000",
			"{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"e30\",\"attestationObject\":\"o2\"},\"clientExtensionResults\":{}}" })
	void whatNoDeviceSaysIsNoPasskey(String credential) {
		this.visitor.get(PAGE + "/cle");
		Page page = this.visitor.post(PAGE + "/cle", "passkeyName", "Ma clé", "credential", credential);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.body()).contains("La clé n’a pas été enregistrée", "value=\"Ma clé\"");
		assertThat(passkeysOf(this.account)).isZero();
	}

	@Test
	void aPasskeyNeedsAName() {
		this.visitor.get(PAGE + "/cle");
		assertThat(this.visitor.post(PAGE + "/cle", "passkeyName", " ").body()).contains("Donnez un nom à cette clé.");
		assertThat(this.visitor.post(PAGE + "/cle", "passkeyName", "a".repeat(61)).body())
			.contains("60 caractères au plus");
	}

	@Test
	void nobodyRemovesAColleaguesPasskey() {
		StaffAccount other = this.accounts.save(aMember(Role.DOCTOR));
		String id = passkey(other);
		this.visitor.get(PAGE);
		this.visitor.post(PAGE + "/cles/" + id + "/retirer");
		assertThat(passkeysOf(other)).isEqualTo(1);
		String own = passkey(this.account);
		assertThat(this.visitor.get(PAGE).body()).contains("Clé de test", own);
		assertThat(this.visitor.follow(this.visitor.post(PAGE + "/cles/" + own + "/retirer")).body())
			.contains("La clé d’accès est retirée.");
		assertThat(passkeysOf(this.account)).isZero();
	}

	@Test
	void anAdministratorTakesLostPasskeysOutAndTheOwnerIsTold() {
		passkey(this.account);
		Visitor admin = signedIn(this.accounts.save(aMember(Role.ADMIN)));
		assertThat(admin.get("/admin/comptes/" + this.account.getId()).body()).contains("Retirer les clés d’accès");
		Page done = admin.post("/admin/comptes/" + this.account.getId() + "/cles", "version", "0");
		assertThat(admin.follow(done).body()).contains("Les clés d’accès de Anne O’Brien sont retirées.");
		assertThat(passkeysOf(this.account)).isZero();
		assertThat(this.visitor.get("/admin").location()).isEqualTo("/connexion");
		assertThat(this.jdbc.sql("select template from outgoing_mail where account_id = ?")
			.param(this.account.getId())
			.query(String.class)
			.list()).containsExactly("second-factor-reset");
		assertThat(noted()).contains("SECOND_FACTOR_RESET");
	}

	@Test
	void whoIsStillThereIsToldTheTokenThatFormsNeed() {
		Page page = this.visitor.get(PAGE + "/presence");
		assertThat(page.header("Content-Type")).startsWith("application/json");
		assertThat(page.body()).contains("\"token\"");
		assertThat(new Visitor(this.port).get(PAGE + "/presence").location()).isEqualTo("/connexion");
	}

	private Visitor signedIn(StaffAccount account) {
		Visitor visitor = new Visitor(this.port);
		visitor.signIn(account.getEmail(), PASSWORD);
		return visitor;
	}

	private static String handleOn(Page page) {
		return page.body().replaceAll("(?s).*?" + CLOSE + ".*", "$1");
	}

	private String passkey(StaffAccount owner) {
		String id = UUID.randomUUID().toString().replace("-", "");
		this.jdbc
			.sql("""
					insert into user_credentials (credential_id, user_entity_user_id, public_key, public_key_credential_type,
						authenticator_transports, backup_eligible, backup_state, created, last_used, label)
					values (:id, :owner, '', 'public-key', 'internal', false, false, now(), now(), 'Clé de test')
					""")
			.param("id", id)
			.param("owner", PasskeyOwners.handle(owner.getId()).toBase64UrlString())
			.update();
		return id;
	}

	private int passkeysOf(StaffAccount owner) {
		return this.jdbc.sql("select count(*) from user_credentials where user_entity_user_id = ?")
			.param(PasskeyOwners.handle(owner.getId()).toBase64UrlString())
			.query(Integer.class)
			.single();
	}

	/** What the audit trail says of this account. */
	private List<String> noted() {
		return this.jdbc.sql("select detail from audit_entry where deed = 'CHANGE' and part = :account")
			.param("account", this.account.getId())
			.query(String.class)
			.list();
	}

}
