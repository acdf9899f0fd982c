package org.secondavis.signin;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondavis.HttpTest;
import org.secondavis.Together.Elsewhere;
import org.secondavis.Visitor;
import org.secondavis.Visitor.Page;
import org.secondavis.encryption.Vault;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccount;
import org.secondavis.staff.StaffAccounts;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.Together.atOnce;
import static org.secondavis.Together.meanwhile;
import static org.secondavis.request.RequestMother.aRequest;
import static org.secondavis.staff.StaffMother.PASSWORD;
import static org.secondavis.staff.StaffMother.aMember;

/**
 * One's own account in two browsers at once: whatever one of them does, the other never
 * fails, and nothing that was typed is lost.
 */
class OwnAccountTwoAtOnceTests extends HttpTest {

	private static final String PAGE = "/admin/mon-compte";

	private static final String CLOSE = "action=\"/admin/mon-compte/sessions/([0-9a-f]+)/fermer\"";

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private Requests requests;

	@Autowired
	private Vault vault;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	private StaffAccount account;

	private Visitor other;

	@BeforeEach
	void signIn() {
		this.account = this.accounts.save(aMember(Role.DOCTOR));
		this.visitor.signIn(this.account.getEmail(), PASSWORD);
		this.other = signedIn();
	}

	@Test
	void aSignInThatIsGoneAlreadyIsEndedAllTheSame() {
		Visitor third = signedIn();
		String handle = third.get(PAGE).body().replaceAll("(?s).*?" + CLOSE + ".*", "$1");
		List<Visitor> both = this.other.get(PAGE).body().contains(handle + "/fermer") ? List.of(third, this.other)
				: List.of(third, this.visitor);
		both.forEach((one) -> one.get(PAGE));
		String end = PAGE + "/sessions/" + handle + "/fermer";
		for (Page done : atOnce(() -> both.get(0).post(end), () -> both.get(1).post(end))) {
			assertThat(done.status()).isEqualTo(302);
			assertThat(done.location()).isEqualTo(PAGE);
		}
		Page again = both.get(0).post(end);
		assertThat(both.get(0).follow(again).body()).contains("Cet appareil est déconnecté.");
		assertThat(sessions()).isEqualTo(2);
	}

	@Test
	void aPasskeyIsRemovedTwiceWithoutHarm() {
		TestDevice device = new TestDevice();
		add(this.visitor, device, "Téléphone");
		add(this.other, new TestDevice(), "Ordinateur");
		String remove = PAGE + "/cles/" + device.id() + "/retirer";
		for (Page done : atOnce(() -> this.visitor.post(remove), () -> this.other.post(remove))) {
			assertThat(done.status()).isEqualTo(302);
		}
		assertThat(this.visitor.follow(this.visitor.post(remove)).body()).contains("La clé d’accès est retirée.");
		assertThat(passkeys()).containsExactly("Ordinateur");
	}

	@Test
	void twoBrowsersAddAPasskeyEach() {
		Page mine = this.visitor.get(PAGE + "/cle");
		Page theirs = this.other.get(PAGE + "/cle");
		List<Page> done = atOnce(() -> send(this.visitor, new TestDevice().answer(mine), "Téléphone"),
				() -> send(this.other, new TestDevice().answer(theirs), "Ordinateur"));
		assertThat(done).extracting(Page::status).containsOnly(302);
		assertThat(passkeys()).containsExactlyInAnyOrder("Téléphone", "Ordinateur");
		assertThat(noted()).containsExactly("PASSKEY_ADDED", "PASSKEY_ADDED");
	}

	@Test
	void aPasskeyThatIsSentTwiceIsAddedOnce() {
		String answer = new TestDevice().answer(this.visitor.get(PAGE + "/cle"));
		for (int click = 0; click < 2; click++) {
			Page done = send(this.visitor, answer, "Téléphone");
			assertThat(done.status()).isEqualTo(302);
			assertThat(this.visitor.follow(done).body()).contains("Votre clé d’accès est enregistrée.");
		}
		assertThat(passkeys()).containsExactly("Téléphone");
		assertThat(noted()).containsExactly("PASSKEY_ADDED");
	}

	/** The first click has not ended yet when the second one arrives. */
	@Test
	void aDoubleClickAddsAPasskeyOnce() {
		TestDevice device = new TestDevice();
		String answer = device.answer(this.visitor.get(PAGE + "/cle"));
		Elsewhere<Page> second = this.transaction.execute((status) -> {
			first(device);
			Elsewhere<Page> waiting = meanwhile(() -> send(this.visitor, answer, "Téléphone"));
			waiting.awaitEndOr(this::someoneWaits);
			return waiting;
		});
		assertThat(second).isNotNull();
		assertThat(second.result().status()).isEqualTo(302);
		assertThat(passkeys()).containsExactly("Téléphone");
		assertThat(noted()).isEmpty();
	}

	@Test
	void aPageThatAnotherTabHasOvertakenKeepsTheName() {
		String old = new TestDevice().answer(this.visitor.get(PAGE + "/cle"));
		this.visitor.get(PAGE + "/cle");
		Page late = send(this.visitor, old, "Clé de la salle 3");
		assertThat(late.status()).isEqualTo(422);
		assertThat(late.body()).contains("Recommencez", "value=\"Clé de la salle 3\"").doesNotContain("??");
		assertThat(send(this.visitor, new TestDevice().answer(late), "Clé de la salle 3").status()).isEqualTo(302);
		assertThat(passkeys()).containsExactly("Clé de la salle 3");
	}

	@Test
	void nobodysPasskeyIsTakenForOnesOwn() {
		TestDevice device = new TestDevice();
		add(this.visitor, device, "Téléphone");
		StaffAccount colleague = this.accounts.save(aMember(Role.DOCTOR));
		Visitor theirs = new Visitor(this.port);
		theirs.signIn(colleague.getEmail(), PASSWORD);
		assertThat(send(theirs, device.answer(theirs.get(PAGE + "/cle")), "La mienne").status()).isEqualTo(422);
		assertThat(passkeys()).containsExactly("Téléphone");
	}

	@Test
	void twoBrowsersSignOutEverywhere() {
		this.visitor.get(PAGE);
		this.other.get(PAGE);
		String out = PAGE + "/sessions/fermer";
		for (Page done : atOnce(() -> this.visitor.post(out), () -> this.other.post(out))) {
			assertThat(done.status()).isIn(302, 403);
		}
		assertThat(sessions()).isZero();
		assertThat(this.visitor.get("/admin").location()).isEqualTo("/connexion");
		assertThat(this.other.get("/admin").location()).isEqualTo("/connexion");
		assertThat(noted()).isNotEmpty().containsOnly("SIGNED_OUT_EVERYWHERE");
		assertThat(this.visitor.signIn(this.account.getEmail(), PASSWORD).status()).isEqualTo(302);
		assertThat(this.visitor.get("/admin").status()).isEqualTo(200);
	}

	@Test
	void aNoteThatIsSentAfterSigningOutElsewhereIsKeptAndSentAgain() {
		SecondOpinionRequest request = this.requests.save(aRequest().submit(this.vault));
		this.other.get("/admin/demandes/" + request.getReference());
		this.visitor.get(PAGE);
		this.visitor.post(PAGE + "/sessions/fermer");
		Page late = note(this.other, request);
		assertThat(late.status()).isEqualTo(403);
		assertThat(late.body()).contains("à rappeler avant midi").doesNotContain("??");
		this.other.signIn(this.account.getEmail(), PASSWORD);
		this.other.get("/admin");
		assertThat(note(this.other, request).status()).isEqualTo(302);
		assertThat(this.other.get("/admin/demandes/" + request.getReference()).body())
			.contains("à rappeler avant midi");
	}

	@Test
	void aNoteThatIsJustBeingStoredIsStored() {
		SecondOpinionRequest request = this.requests.save(aRequest().submit(this.vault));
		this.other.get("/admin/demandes/" + request.getReference());
		this.visitor.get(PAGE);
		Elsewhere<Page> note = this.transaction.execute((status) -> {
			this.jdbc.sql("lock table internal_note in exclusive mode").update();
			Elsewhere<Page> waiting = meanwhile(() -> note(this.other, request));
			waiting.awaitEndOr(this::someoneWaits);
			assertThat(this.visitor.post(PAGE + "/sessions/fermer").status()).isEqualTo(302);
			return waiting;
		});
		assertThat(note).isNotNull();
		assertThat(note.result().status()).isEqualTo(302);
		assertThat(this.other.get("/admin").location()).isEqualTo("/connexion");
		assertThat(this.jdbc.sql("select count(*) from internal_note where request_id = :id")
			.param("id", request.getId())
			.query(Integer.class)
			.single()).isOne();
	}

	private Visitor signedIn() {
		Visitor visitor = new Visitor(this.port);
		visitor.signIn(this.account.getEmail(), PASSWORD);
		return visitor;
	}

	private void add(Visitor who, TestDevice device, String name) {
		assertThat(send(who, device.answer(who.get(PAGE + "/cle")), name).status()).isEqualTo(302);
		who.get(PAGE);
	}

	private static Page send(Visitor who, String answer, String name) {
		return who.post(PAGE + "/cle", "passkeyName", name, "credential", answer);
	}

	private static Page note(Visitor who, SecondOpinionRequest request) {
		return who.post("/admin/demandes/%s/note".formatted(request.getReference()), "note", "à rappeler avant midi");
	}

	/** What the first of two clicks writes. */
	private void first(TestDevice device) {
		this.jdbc
			.sql("""
					insert into user_credentials (credential_id, user_entity_user_id, public_key, public_key_credential_type,
						authenticator_transports, backup_eligible, backup_state, created, last_used, label)
					values (:id, :owner, '', 'public-key', 'internal', false, false, now(), now(), 'Téléphone')
					""")
			.param("id", device.id())
			.param("owner", PasskeyOwners.handle(this.account.getId()).toBase64UrlString())
			.update();
	}

	private boolean someoneWaits() {
		return this.jdbc.sql("select exists (select from pg_locks where not granted)").query(Boolean.class).single();
	}

	private List<String> passkeys() {
		return this.jdbc.sql("select label from user_credentials where user_entity_user_id = :owner order by label")
			.param("owner", PasskeyOwners.handle(this.account.getId()).toBase64UrlString())
			.query(String.class)
			.list();
	}

	private int sessions() {
		return this.jdbc.sql("select count(*) from spring_session where principal_name = :name")
			.param("name", this.account.getEmail())
			.query(Integer.class)
			.single();
	}

	/** What the audit trail says of this account. */
	private List<String> noted() {
		return this.jdbc
			.sql("select detail from audit_entry where deed = 'CHANGE' and part = :account "
					+ "and detail <> 'CREATE' order by number")
			.param("account", this.account.getId())
			.query(String.class)
			.list();
	}

}
