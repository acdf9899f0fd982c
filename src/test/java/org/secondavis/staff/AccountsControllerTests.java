package org.secondavis.staff;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondavis.HttpTest;
import org.secondavis.Visitor;
import org.secondavis.Visitor.Page;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.staff.StaffMother.PASSWORD;
import static org.secondavis.staff.StaffMother.aMember;
import static org.secondavis.staff.StaffMother.anAddress;
import static org.secondavis.staff.StaffMother.anInvitedMember;

class AccountsControllerTests extends HttpTest {

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private SetUpLinks links;

	@Autowired
	private JdbcClient jdbc;

	private StaffAccount admin;

	@BeforeEach
	void signIn() {
		this.admin = this.accounts.save(aMember(Role.ADMIN));
		this.visitor.signIn(this.admin.getEmail(), PASSWORD);
		this.visitor.get("/admin/comptes");
	}

	@Test
	void aColleagueIsInvitedByMail() {
		String address = anAddress();
		Page done = this.visitor.post("/admin/comptes/nouveau", "name", " Zoë  N’Guyen ", "username", address, "role",
				"SECRETARIAT");
		assertThat(done.location()).isEqualTo("/admin/comptes");
		assertThat(this.visitor.follow(done).body()).contains("Zoë  N’Guyen recevra un courriel", address,
				"Secrétariat", "Invité");
		StaffAccount account = this.accounts.findByEmail(address).orElseThrow();
		assertThat(account.getState()).isEqualTo(AccountState.INVITED);
		assertThat(mailsTo(account)).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "'',a@b.fr,DOCTOR,Saisissez le prénom et le nom", "Zoë,'',DOCTOR,Saisissez une adresse électronique",
			"Zoë,pas une adresse,DOCTOR,Vérifiez l’adresse électronique",
			"Zoë,é@tilleuls.example,DOCTOR,Vérifiez l’adresse électronique", "Zoë,a@b.fr,'',Choisissez un rôle",
			"Zoë,a@b.fr,CHEF,Choisissez un rôle" })
	void badInputIsExplainedAndKept(String name, String username, String role, String sentence) {
		Page page = this.visitor.post("/admin/comptes/nouveau", "name", name, "username", username, "role", role);
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).contains(sentence, "<title>Erreur", "value=\"" + name + "\"",
				"value=\"" + username + "\"");
	}

	@Test
	void anAddressHasOneAccountWhateverItsCase() {
		Page page = this.visitor.post("/admin/comptes/nouveau", "name", "Zoë", "username",
				this.admin.getEmail().replace("personne", "PERSONNE"), "role", "DOCTOR");
		assertThat(page.body()).contains("Un compte existe déjà pour cette adresse");
	}

	@Test
	void aLockedMemberIsOutAtOnceAndBackWhenUnlocked() {
		StaffAccount member = this.accounts.save(aMember(Role.DOCTOR));
		String link = "/connexion/acces/" + this.links.issue(member.getId()).value();
		Visitor colleague = new Visitor(this.port);
		colleague.signIn(member.getEmail(), PASSWORD);
		assertThat(colleague.get("/admin").status()).isEqualTo(200);

		assertThat(change(member, "bloquer", 0)).contains("est bloqué");
		assertThat(colleague.get("/admin").location()).isEqualTo("/connexion");
		assertThat(colleague.signIn(member.getEmail(), PASSWORD).status()).isEqualTo(401);
		assertThat(colleague.get(link).status()).isEqualTo(404);
		assertThat(this.visitor.get("/admin/comptes/" + member.getId()).body()).contains("Débloquer ce compte")
			.doesNotContain("Envoyer un nouveau lien");

		assertThat(change(member, "debloquer", 1)).contains("est débloqué");
		assertThat(colleague.signIn(member.getEmail(), PASSWORD).location()).isEqualTo("/admin");
	}

	@Test
	void aResetMailsALinkAndThePasswordStaysUntilItIsUsed() {
		StaffAccount member = this.accounts.save(aMember(Role.DOCTOR));
		assertThat(change(member, "lien", 0)).contains("recevra un courriel");
		assertThat(mailsTo(member)).isEqualTo(1);
		assertThat(new Visitor(this.port).signIn(member.getEmail(), PASSWORD).location()).isEqualTo("/admin");
	}

	@Test
	void onlyAdministratorsSendAMailWithAOneTimeLinkAgain() {
		StaffAccount member = this.accounts.save(anInvitedMember(Role.SECRETARIAT));
		UUID mail = this.jdbc
			.sql("update outgoing_mail set status = 'SENT' where account_id = ? and template = 'invited' returning id")
			.param(member.getId())
			.query(UUID.class)
			.single();
		Visitor doctor = new Visitor(this.port);
		doctor.signIn(this.accounts.save(aMember(Role.DOCTOR)).getEmail(), PASSWORD);
		doctor.get("/admin/courriers");
		doctor.post("/admin/courriers/" + mail + "/renvoyer");
		assertThat(mailsTo(member)).isEqualTo(1);
		this.visitor.post("/admin/courriers/" + mail + "/renvoyer");
		assertThat(mailsTo(member)).isEqualTo(2);
	}

	@Test
	void aNewRoleCountsFromTheNextSignIn() {
		StaffAccount member = this.accounts.save(aMember(Role.DOCTOR));
		Visitor colleague = new Visitor(this.port);
		colleague.signIn(member.getEmail(), PASSWORD);
		assertThat(colleague.get("/admin/comptes").status()).isEqualTo(403);
		assertThat(change(member, "role", 0, "role", "ADMIN")).contains("Rôle enregistré");
		assertThat(colleague.get("/admin/comptes").location()).isEqualTo("/connexion");
		colleague.signIn(member.getEmail(), PASSWORD);
		assertThat(colleague.get("/admin/comptes").status()).isEqualTo(200);
	}

	@Test
	void nobodyLocksOrDemotesThemselves() {
		String page = this.visitor.get("/admin/comptes/" + this.admin.getId()).body();
		assertThat(page).contains("C’est votre propre compte")
			.doesNotContain("Bloquer ce compte", "Enregistrer le rôle");
		assertThat(change(this.admin, "bloquer", 0)).contains("C’est votre propre compte");
		assertThat(change(this.admin, "role", 0, "role", "DOCTOR")).contains("C’est votre propre compte");
		assertThat(this.accounts.findById(this.admin.getId())).get()
			.returns(AccountState.ACTIVE, StaffAccount::getState)
			.returns(Role.ADMIN, StaffAccount::getRole);
	}

	@Test
	void whoActsOnAnOldPageIsTold() {
		StaffAccount member = this.accounts.save(aMember(Role.DOCTOR));
		change(member, "role", 0, "role", "SECRETARIAT");
		assertThat(change(member, "bloquer", 0)).contains("vient d’être modifié par quelqu’un d’autre");
		assertThat(this.accounts.findById(member.getId()).orElseThrow().isLocked()).isFalse();
	}

	@Test
	void anUnknownAccountIsNotFound() {
		assertThat(this.visitor.get("/admin/comptes/" + UUID.randomUUID()).status()).isEqualTo(404);
		assertThat(this.visitor.get("/admin/comptes/x").status()).isEqualTo(400);
	}

	@Test
	void everyPageExistsInEnglish() {
		assertThat(this.visitor.get("/admin/comptes?lang=en").body()).contains("Invite somebody", "Administration");
		assertThat(this.visitor.get("/admin/comptes/nouveau").body()).contains("Send the invitation");
		assertThat(this.visitor.get("/admin/comptes/" + this.admin.getId()).body()).contains("Send a new link");
	}

	/** Does it with the version of the page and reads the notice that follows. */
	private String change(StaffAccount account, String action, int version, String... more) {
		String[] fields = new String[more.length + 2];
		fields[0] = "version";
		fields[1] = Integer.toString(version);
		System.arraycopy(more, 0, fields, 2, more.length);
		Page done = this.visitor.post("/admin/comptes/" + account.getId() + "/" + action, fields);
		assertThat(done.status()).isEqualTo(302);
		return this.visitor.follow(done).body();
	}

	private int mailsTo(StaffAccount account) {
		return this.jdbc.sql("select count(*) from outgoing_mail where account_id = ? and template = 'invited'")
			.param(account.getId())
			.query(Integer.class)
			.single();
	}

}
