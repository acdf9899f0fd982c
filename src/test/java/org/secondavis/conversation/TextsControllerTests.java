package org.secondavis.conversation;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.secondavis.HttpTest;
import org.secondavis.Visitor;
import org.secondavis.Visitor.Page;
import org.secondavis.clinic.Language;
import org.secondavis.clinic.Languages;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccount;
import org.secondavis.staff.StaffAccounts;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.staff.StaffMother.PASSWORD;
import static org.secondavis.staff.StaffMother.aMember;

class TextsControllerTests extends HttpTest {

	private static final String LIST = "/admin/reglages/textes";

	private static final String FRENCH = LIST + "/PAPERS/fr";

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private PreparedTexts texts;

	@Autowired
	private Languages languages;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void signIn() {
		this.jdbc.sql("truncate prepared_text, setting_change").update();
		signIn(this.visitor, Role.SECRETARIAT);
	}

	@Test
	void everyTopicHasWordsOfOursInEveryLanguage() {
		assertThat(this.visitor.get(LIST).body()).contains("Demander des pièces", FRENCH, LIST + "/PAPERS/fr-simple")
			.doesNotContain("??", "Vos mots");
		for (Topic topic : Topic.values()) {
			for (Language language : this.languages.all()) {
				String text = this.texts.find(topic, language.locale());
				assertThat(text).as(topic + " " + language.tag()).contains("{nom}");
				assertThat(Placeholder.unknown(text)).isEmpty();
				assertThat(this.visitor.get("%s/%s/%s".formatted(LIST, topic, language.tag())).body())
					.doesNotContain("??");
			}
		}
	}

	@Test
	void aTextInTheClinicsWordsIsUsedAndStandsInTheHistory() {
		this.visitor.get(FRENCH);
		Page saved = save(this.visitor, "", "Chère {nom} <b>\r\nmerci");
		assertThat(saved.location()).isEqualTo(LIST);
		assertThat(this.visitor.get(LIST).body()).contains("Vos mots");
		assertThat(find("fr")).isEqualTo("Chère {nom} <b>\nmerci");
		assertThat(find("en")).startsWith("Dear {nom}");
		assertThat(this.visitor.get("/admin/reglages").body()).contains("Demander des pièces", "Chère {nom} &lt;b&gt;",
				"Bonjour {nom}", "Anne O’Brien");
	}

	@Test
	void anUnknownPlaceholderIsRefusedWithASentence() {
		this.visitor.get(FRENCH);
		Page page = save(this.visitor, "", "Bonjour {prénom}");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.body()).contains("Le passage {prénom} n’est pas connu", "Bonjour {prénom}", "<title>Erreur")
			.doesNotContain("??");
		assertThat(save(this.visitor, "", " ").status()).isEqualTo(422);
		assertThat(save(this.visitor, "", "x".repeat(3001)).status()).isEqualTo(422);
		assertThat(find("fr")).startsWith("Bonjour {nom}");
	}

	@Test
	void thePreviewShowsAnExampleAndSavesNothing() {
		this.visitor.get(FRENCH);
		Page page = this.visitor.post(FRENCH, "version", "", "text", "Salut {nom}\n{documents}\n{lieu}", "action",
				"preview");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).contains("Salut Camille Martin", "Salut {nom}", "anatomopathologie")
			.doesNotContain("??");
		assertThat(find("fr")).startsWith("Bonjour {nom}");
	}

	@Test
	void aButtonGoesBackToOurs() {
		String ours = find("fr");
		this.visitor.get(FRENCH);
		save(this.visitor, "", "Nos mots");
		assertThat(this.visitor.get(FRENCH).body()).contains("Revenir à notre texte");
		forget("0");
		assertThat(find("fr")).isEqualTo(ours);
		assertThat(save(this.visitor, "0", "Trop tard").status()).isEqualTo(409);
	}

	@Test
	void theSecondOfTwoEditorsIsToldAndKeepsTheirWords() {
		Visitor paul = new Visitor(this.port);
		signIn(paul, Role.ADMIN);
		this.visitor.get(FRENCH);
		paul.get(FRENCH);
		save(this.visitor, "", "Les mots d’Anne");
		Page late = save(paul, "", "Les mots de Paul");
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.body()).contains("quelqu’un a changé ce texte", "Les mots d’Anne", "Les mots de Paul",
				"name=\"version\" value=\"0\"");
		assertThat(find("fr")).isEqualTo("Les mots d’Anne");
		assertThat(save(paul, "0", "Les mots de Paul").status()).isEqualTo(302);
		assertThat(forget("0").status()).isEqualTo(409);
		assertThat(find("fr")).isEqualTo("Les mots de Paul");
	}

	@Test
	void aClinicAddsATopicOfItsOwnAndRemovesIt() {
		this.visitor.get(LIST + "/nouveau");
		Page wrong = this.visitor.post(LIST + "/nouveau", "name", "", "text", "{x}");
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.body()).contains("Donnez un sujet", "{x} n’est pas connu").doesNotContain("??");
		this.visitor.post(LIST + "/nouveau", "name", "Interprète", "text", "Un interprète vient.");
		assertThat(this.texts.own()).singleElement().extracting(OwnTopic::name).isEqualTo("Interprète");
		assertThat(this.visitor.get(LIST).body()).contains("Interprète", "Ajouté par votre établissement");
		String key = this.texts.own().get(0).key();
		String page = LIST + "/" + key;
		assertThat(this.visitor.get(page + "/en").body()).contains("Un interprète vient.");
		this.visitor.post(page + "/en", "version", "", "text", "An interpreter comes.");
		assertThat(this.texts.find(key, Locale.ENGLISH)).contains("An interpreter comes.");
		assertThat(this.texts.own()).hasSize(1);
		assertThat(this.visitor.get(page + "/fr").body()).contains("name=\"topicVersion\" value=\"en:0 fr:0\"");
		remove(page, "en:0 fr:0");
		assertThat(this.visitor.get("/admin/reglages").body()).as("each of its texts was removed")
			.contains("Interprète (Français)", "Interprète (English)");
		assertThat(this.texts.own()).isEmpty();
		assertThat(this.visitor.get(page + "/fr").status()).isEqualTo(404);
	}

	@Test
	void whoRemovesATopicRemovesNoWordsThatTheyHaveNotSeen() {
		this.visitor.get(LIST + "/nouveau");
		this.visitor.post(LIST + "/nouveau", "name", "Interprète", "text", "Un interprète vient.");
		String page = LIST + "/" + this.texts.own().get(0).key();
		Visitor paul = new Visitor(this.port);
		signIn(paul, Role.ADMIN);
		paul.get(page + "/en");
		paul.post(page + "/en", "version", "", "text", "Paul’s fresh words");
		Page late = remove(page, "fr:0");
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.body()).contains("Paul’s fresh words", "value=\"en:0 fr:0\"", "Supprimer").doesNotContain("??");
		assertThat(this.texts.own()).hasSize(1);
		assertThat(remove(page, "en:0 fr:0").status()).isEqualTo(302);
		assertThat(this.texts.own()).isEmpty();
	}

	@Test
	void aSignThatNobodyCanTypeIsLeftOut() {
		this.visitor.get(FRENCH);
		save(this.visitor, "", "Bonjour\u0000 {nom}\r\nmerci");
		assertThat(find("fr")).isEqualTo("Bonjour  {nom}\nmerci");
	}

	private Page remove(String page, String seen) {
		return this.visitor.post(page + "/fr", "version", "0", "topicVersion", seen, "text", "x", "action", "forget");
	}

	@ParameterizedTest
	@CsvSource({ "SECRETARIAT, 200, 302", "ADMIN, 200, 302", "DOCTOR, 403, 403" })
	void theSecretariatAndAdministratorsChangeTexts(Role role, int shown, int saved) {
		Visitor member = new Visitor(this.port);
		signIn(member, role);
		for (String page : List.of(LIST, LIST + "/nouveau", FRENCH)) {
			assertThat(member.get(page).status()).as(page).isEqualTo(shown);
		}
		assertThat(save(member, "", "Nos mots").status()).isEqualTo(saved);
	}

	@ParameterizedTest
	@CsvSource({ "PAPERS/xx", "NOTHING/fr", "PAPERS/FR" })
	void whatDoesNotExistIsNotFound(String path) {
		assertThat(this.visitor.get(LIST + "/" + path).status()).isEqualTo(404);
	}

	private Page save(Visitor editor, String version, String text) {
		return editor.post(FRENCH, "version", version, "text", text);
	}

	private Page forget(String version) {
		return this.visitor.post(FRENCH, "version", version, "text", "x", "action", "forget");
	}

	private String find(String tag) {
		return this.texts.find(Topic.PAPERS, Locale.forLanguageTag(tag));
	}

	private void signIn(Visitor visitor, Role role) {
		StaffAccount account = this.accounts.save(aMember(role));
		visitor.signIn(account.getEmail(), PASSWORD);
	}

}
