package org.secondavis.settings;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.secondavis.HttpTest;
import org.secondavis.Visitor.Page;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccount;
import org.secondavis.staff.StaffAccounts;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.staff.StaffMother.PASSWORD;
import static org.secondavis.staff.StaffMother.aMember;

class SettingsControllerTests extends HttpTest {

	@Autowired
	private SettingHistory history;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void aChangeStandsInTheHistoryWithWhoAndWhat() {
		UUID me = signIn(Role.ADMIN);
		this.history.note(SettingArea.FACTS, "Téléphone <b>", "01 11", "01 22", me);
		this.history.note(SettingArea.DIRECTORY, "Maison d’à côté", null, "ouverte", me);
		assertThat(this.visitor.get("/admin/reglages").body()).containsSubsequence("Anne O’Brien", "Annuaire",
				"Maison d’à côté", "Rien", "ouverte", "Établissement", "Téléphone &lt;b&gt;", "01 11", "01 22");
	}

	@Test
	void whatChangesNothingIsNoChange() {
		UUID me = signIn(Role.ADMIN);
		this.history.note(SettingArea.FACTS, "Adresse inchangée", "ici", "ici", me);
		assertThat(this.visitor.get("/admin/reglages").body()).doesNotContain("Adresse inchangée");
	}

	@Test
	void olderChangesAreAPageAway() {
		UUID me = signIn(Role.ADMIN);
		this.jdbc.sql("delete from setting_change").update();
		IntStream.rangeClosed(1, 31).forEach((i) -> this.history.note(SettingArea.TEXTS, "Texte " + i, null, "x", me));
		Page newest = this.visitor.get("/admin/reglages");
		assertThat(newest.body()).contains("Texte 31<", "Texte 2<").doesNotContain("Texte 1<", "début de la liste");
		String next = newest.body().replaceAll("(?s).*rel=\"next\" href=\"([^\"]*)\".*", "$1");
		assertThat(this.visitor.get(next).body()).contains("Texte 1<", "début de la liste")
			.doesNotContain("Texte 2<", "rel=\"next\"");
		assertThat(this.visitor.get("/admin/reglages?avant=nimporte").body()).contains("Texte 31<");
	}

	@ParameterizedTest
	@CsvSource({ "SECRETARIAT,TEXTS,FACTS", "DOCTOR,SLOTS,TEXTS", "DOCTOR,DOCTORS,DEADLINES",
			"SECRETARIAT,DIRECTORY,CLOSED_DAYS" })
	void everyRoleSeesItsOwnSettingsOnly(Role role, SettingArea open, SettingArea shut) {
		UUID me = signIn(role);
		this.history.note(open, me, "Visible pour " + role, null, "x", me);
		this.history.note(shut, "Caché à " + role, null, "x", me);
		assertThat(this.visitor.get("/admin/reglages").body()).contains(open.path(), "Visible pour " + role)
			.doesNotContain(shut.path(), "Caché à " + role);
		assertThat(this.visitor.get(shut.path()).status()).isEqualTo(403);
	}

	@Test
	void doctorsReadOfTheirOwnSettingsWhoeverChangedThem() {
		UUID admin = this.accounts.save(aMember(Role.ADMIN)).getId();
		UUID colleague = this.accounts.save(aMember(Role.DOCTOR)).getId();
		UUID me = signIn(Role.DOCTOR);
		for (SettingArea area : List.of(SettingArea.DOCTORS, SettingArea.SLOTS)) {
			this.history.note(area, me, "Les miens " + area, null, "x", admin);
			this.history.note(area, colleague, "Ceux d’un autre " + area, null, "x", colleague);
		}
		assertThat(this.visitor.get("/admin/reglages").body())
			.contains("Les miens DOCTORS", "Les miens SLOTS", "Anne O’Brien")
			.doesNotContain("Ceux d’un autre");
	}

	private UUID signIn(Role role) {
		StaffAccount account = this.accounts.save(aMember(role));
		this.visitor.signIn(account.getEmail(), PASSWORD);
		return account.getId();
	}

}
