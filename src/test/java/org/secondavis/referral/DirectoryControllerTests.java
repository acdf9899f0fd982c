package org.secondavis.referral;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.secondavis.HttpTest;
import org.secondavis.Visitor;
import org.secondavis.Visitor.Page;
import org.secondavis.request.Situation.CancerSite;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccount;
import org.secondavis.staff.StaffAccounts;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.staff.StaffMother.PASSWORD;
import static org.secondavis.staff.StaffMother.aMember;

class DirectoryControllerTests extends HttpTest {

	private static final String LIST = "/admin/reglages/annuaire";

	private static final String NEW = LIST + "/nouveau";

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private Places places;

	@Autowired
	private Directory directory;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void signIn() {
		this.jdbc.sql("truncate place, setting_change").update();
		signIn(this.visitor, Role.SECRETARIAT);
	}

	@Test
	void anEmptyDirectorySaysWhatToDo() {
		assertThat(this.visitor.get(LIST).body()).contains("L’annuaire est vide", NEW).doesNotContain("??");
		assertThat(this.visitor.get(NEW).body()).doesNotContain("??");
	}

	@Test
	void aPlaceIsAddedAndStandsInTheHistory() {
		assertThat(add("Centre <b>", "LUNG", "YES").location()).isEqualTo(LIST);
		assertThat(this.visitor.get(LIST).body()).contains("Centre &lt;b&gt;", "03 20 00 00 00", "Poumon", "Proposée")
			.doesNotContain("??");
		assertThat(this.visitor.get("/admin/reglages").body()).contains("Centre &lt;b&gt;", "03 20 00 00 00", "Poumon")
			.doesNotContain("LUNG");
	}

	@Test
	void whatIsPastedWithControlSignsIsKeptWithoutThem() {
		this.visitor.get(NEW);
		assertThat(this.visitor.post(NEW, "name", "N", "purpose", "Répond\u0000 vite\r\net bien", "phone", "3114")
			.status()).isEqualTo(302);
		assertThat(this.places.findAll()).singleElement()
			.extracting(Place::getPurpose)
			.isEqualTo("Répond  vite\net bien");
	}

	@Test
	void placesForTheCancerComeFirstAndThoseOutOfUseNotAtAll() {
		add("A du poumon", "LUNG", "YES");
		add("B de tous", "", "YES");
		add("C du sein", "BREAST", "YES");
		add("D fermé", "BREAST", "");
		assertThat(this.directory.forSite(CancerSite.BREAST)).extracting(Place::getName)
			.containsExactly("C du sein", "B de tous", "A du poumon");
	}

	@Test
	void whatIsWrongIsExplainedAndKept() {
		this.visitor.get(NEW);
		Page page = this.visitor.post(NEW, "name", "", "purpose", "", "phone", "01 02 03 04 05 / 01 02 03 04 06",
				"website", "javascript:alert(1)");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.body())
			.contains("Donnez le nom", "Dites en une phrase", "Saisissez un numéro", "Saisissez une adresse entière",
					"value=\"01 02 03 04 05 / 01 02 03 04 06\"", "<title>Erreur")
			.doesNotContain("??");
		assertThat(this.visitor.post(NEW, "name", "N", "purpose", "p").body()).contains("il en faut au moins un");
		assertThat(add("x".repeat(201), "", "YES").body()).contains("200 signes au plus");
		add("Centre", "", "YES");
		assertThat(add("CENTRE", "", "YES").body()).contains("Ce nom est déjà dans l’annuaire");
		assertThat(this.places.findAll()).hasSize(1);
	}

	@Test
	void theSecondOfTwoEditorsIsToldAndKeepsTheirWords() {
		add("Centre", "", "YES");
		String page = LIST + "/" + this.places.findAll().get(0).getId();
		Visitor paul = new Visitor(this.port);
		signIn(paul, Role.ADMIN);
		assertThat(this.visitor.get(page).body()).contains("name=\"version\" value=\"0\"").doesNotContain("??");
		paul.get(page);
		change(this.visitor, page, "0", "D’Anne", "YES");
		Page late = change(paul, page, "0", "De Paul", "YES");
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.body())
			.contains("quelqu’un a changé cette adresse", "D’Anne", "De Paul", "name=\"version\" value=\"1\"")
			.doesNotContain("??");
		assertThat(this.places.findAll()).singleElement().extracting(Place::getPurpose).isEqualTo("D’Anne");
		assertThat(change(paul, page, "1", "De Paul", "").status()).isEqualTo(302);
		assertThat(this.places.findAll()).singleElement().extracting(Place::isActive).isEqualTo(false);
	}

	@ParameterizedTest
	@CsvSource({ "SECRETARIAT, 200, 302", "ADMIN, 200, 302", "DOCTOR, 403, 403" })
	void theSecretariatAndAdministratorsChangeTheDirectory(Role role, int shown, int saved) {
		Visitor member = new Visitor(this.port);
		signIn(member, role);
		assertThat(member.get(LIST).status()).isEqualTo(shown);
		assertThat(member.get(NEW).status()).isEqualTo(shown);
		assertThat(member.post(NEW, "name", "N", "purpose", "p", "phone", "3114").status()).isEqualTo(saved);
	}

	@ParameterizedTest
	@CsvSource({ "x", "8c8e6f1a-0000-4000-8000-000000000000" })
	void anUnknownPlaceIsNotFound(String id) {
		assertThat(this.visitor.get(LIST + "/" + id).status()).isEqualTo(404);
	}

	private Page add(String name, String site, String active) {
		this.visitor.get(NEW);
		return this.visitor.post(NEW, "name", name, "purpose", "Répond", "phone", "03 20 00 00 00", "cancerSites", site,
				"active", active);
	}

	private static Page change(Visitor editor, String page, String version, String purpose, String active) {
		return editor.post(page, "version", version, "name", "Centre", "purpose", purpose, "phone", "3114", "active",
				active);
	}

	private void signIn(Visitor visitor, Role role) {
		StaffAccount account = this.accounts.save(aMember(role));
		visitor.signIn(account.getEmail(), PASSWORD);
	}

}
