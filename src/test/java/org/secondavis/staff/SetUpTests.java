package org.secondavis.staff;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondavis.HttpTest;
import org.secondavis.Visitor;
import org.secondavis.Visitor.Page;
import org.secondavis.encryption.SecretToken;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.Together.atOnce;
import static org.secondavis.staff.StaffMother.PASSWORD;
import static org.secondavis.staff.StaffMother.aMember;
import static org.secondavis.staff.StaffMother.anInvitedMember;

class SetUpTests extends HttpTest {

	private static final String CHOSEN = "une phrase facile à retenir";

	@Autowired
	private AccountAdministration administration;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private SetUpLinks links;

	@Autowired
	private SetUp setUp;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@Test
	void aLinkThatWasSentWhileTheAccountWasLockedDoesNotComeAlive() {
		StaffAccount administrator = this.accounts.save(StaffMother.aMember(Role.ADMIN));
		StaffAccount account = this.accounts.save(StaffMother.aMember(Role.DOCTOR));
		StaffAccount locked = this.administration.lock(account.getId(), account.revision(),
				StaffMember.of(administrator));
		String path = path(this.links.issue(account.getId()));
		this.administration.unlock(account.getId(), locked.revision());
		assertThat(this.visitor.get(path).status()).isEqualTo(404);
	}

	@Test
	void anInvitedMemberChoosesAPasswordAndSignsIn() {
		StaffAccount account = invited();
		String path = path(this.links.issue(account.getId()));
		assertThat(this.visitor.get(path).body()).contains("Choisir un mot de passe", account.getEmail(),
				"autocomplete=\"new-password\"");
		Page done = this.visitor.post(path, "password", CHOSEN);
		assertThat(done.location()).isEqualTo("/connexion?pret");
		assertThat(this.visitor.follow(done).body()).contains("Votre mot de passe est enregistré");
		assertThat(this.visitor.signIn(account.getEmail(), CHOSEN).location()).isEqualTo("/admin");
	}

	@Test
	void aLinkServesOnceAndMakesEarlierOnesVoid() {
		StaffAccount account = this.accounts.save(aMember(Role.DOCTOR));
		String first = path(this.links.issue(account.getId()));
		String second = path(this.links.issue(account.getId()));
		assertThat(this.visitor.get(first).status()).isEqualTo(200);
		assertThat(this.visitor.get(second).status()).isEqualTo(200);
		this.visitor.post(first, "password", CHOSEN);
		assertThat(this.visitor.post(first, "password", CHOSEN).status()).isEqualTo(404);
		assertThat(this.visitor.get(second).status()).isEqualTo(404);
		assertThat(this.visitor.signIn(account.getEmail(), PASSWORD).status()).isEqualTo(401);
		assertThat(this.visitor.signIn(account.getEmail(), CHOSEN).status()).isEqualTo(302);
	}

	@Test
	void aNewPasswordEndsTheSessionsOfTheOldOne() {
		StaffAccount account = this.accounts.save(aMember(Role.DOCTOR));
		Visitor thief = new Visitor(this.port);
		thief.signIn(account.getEmail(), PASSWORD);
		assertThat(thief.get("/admin").status()).isEqualTo(200);
		String path = path(this.links.issue(account.getId()));
		this.visitor.get(path);
		this.visitor.post(path, "password", CHOSEN);
		assertThat(thief.get("/admin").location()).isEqualTo("/connexion");
	}

	@Test
	void linksThatOpenNothingGetTheSamePage() {
		StaffAccount account = invited();
		SecretToken old = this.links.issue(account.getId());
		this.jdbc.sql("update set_up_link set expires_at = now() - interval '1 second' where token_hash = ?")
			.param(old.hash())
			.update();
		StaffAccount locked = invited();
		SecretToken ofLocked = this.links.issue(locked.getId());
		this.jdbc.sql("update staff_account set locked = true where id = ?").param(locked.getId()).update();
		Page unknown = this.visitor.get(path(SecretToken.random()));
		assertThat(unknown.status()).isEqualTo(404);
		assertThat(unknown.body()).contains("Ce lien ne fonctionne pas, ou plus", "72 heures");
		for (String path : List.of(path(old), path(ofLocked), "/connexion/acces/x", "/connexion/acces/%F0%9F%98%80")) {
			assertThat(this.visitor.get(path).status()).as(path).isEqualTo(404);
			assertThat(this.visitor.get(path).body()).as(path).isEqualTo(unknown.body());
		}
		this.visitor.get("/connexion");
		assertThat(this.visitor.post(path(old), "password", CHOSEN).status()).isEqualTo(404);
		assertThat(this.visitor.post(path(ofLocked), "password", CHOSEN).status()).isEqualTo(404);
	}

	@ParameterizedTest
	@CsvSource({ "court,douze signes au moins", "'',douze signes au moins",
			"éééééééééééééééééééééééééééééééééééééé,trop long", "Paul Petit 2026,plus difficile à deviner",
			"aaaaaaaaaaaaaaaa,plus difficile à deviner" })
	void weakPasswordsAreRefusedInAClearSentence(String password, String sentence) {
		String path = path(this.links.issue(invited().getId()));
		this.visitor.get(path);
		Page page = this.visitor.post(path, "password", password);
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).contains(sentence, "<title>Erreur", "aria-invalid=\"true\"");
		assertThat(this.visitor.post(path, "password", CHOSEN).status()).isEqualTo(302);
	}

	@Test
	void ofManyWhoUseALinkAtOnceOneSucceeds() {
		SecretToken token = this.links.issue(invited().getId());
		assertThat(atOnce(4, () -> this.setUp.complete(token, new SetUpForm("", "", CHOSEN)))).containsOnlyOnce(true);
	}

	@Test
	void aLinkStandsWhateverBecomesOfTheMail() {
		StaffAccount account = invited();
		SecretToken token = this.transaction.execute((status) -> {
			status.setRollbackOnly();
			return this.links.issue(account.getId());
		});
		assertThat(this.setUp.ownerOf(token)).isPresent();
	}

	@Test
	void onlyHashesAreKept() {
		SecretToken token = this.links.issue(invited().getId());
		assertThat(this.jdbc.sql("select count(*) from set_up_link where token_hash = ?")
			.param(token.hash())
			.query(Integer.class)
			.single()).isEqualTo(1);
		assertThat(this.jdbc.sql("select set_up_link::text from set_up_link").query(String.class).list())
			.noneMatch((row) -> row.contains(token.value()));
	}

	private StaffAccount invited() {
		return this.accounts.save(anInvitedMember(Role.DOCTOR));
	}

	private static String path(SecretToken token) {
		return "/connexion/acces/" + token.value();
	}

}
