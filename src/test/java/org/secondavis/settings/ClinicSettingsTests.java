package org.secondavis.settings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.secondavis.HttpTest;
import org.secondavis.Together.Elsewhere;
import org.secondavis.Visitor;
import org.secondavis.Visitor.Page;
import org.secondavis.clinic.ClosedPeriods;
import org.secondavis.clinic.CurrentClinic;
import org.secondavis.clinic.LiveSettings;
import org.secondavis.clinic.SettingGroup;
import org.secondavis.clinic.SettingGroups;
import org.secondavis.clinic.WorkingDays;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccount;
import org.secondavis.staff.StaffAccounts;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.Together.meanwhile;
import static org.secondavis.staff.StaffMother.PASSWORD;
import static org.secondavis.staff.StaffMother.aMember;

/** What administrators set in the pages, and where it is seen. */
class ClinicSettingsTests extends HttpTest {

	private static final String FACTS = "/admin/reglages/etablissement";

	private static final String TARGETS = "/admin/reglages/delais";

	private static final String CLOSED_DAYS = "/admin/reglages/jours-fermes";

	private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

	private static final LocalDate FRIDAY = LocalDate.of(2030, 5, 31);

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private CurrentClinic clinic;

	@Autowired
	private LiveSettings settings;

	@Autowired
	private SettingGroups groups;

	@Autowired
	private ClosedPeriods periods;

	@Autowired
	private WorkingDays workingDays;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@AfterEach
	void forget() {
		for (String prefix : new String[] { SettingGroup.CLINIC, SettingGroup.TARGETS }) {
			SettingGroup group = this.groups.findByPrefix(prefix);
			group.values().keySet().forEach((name) -> group.put(name, ""));
			this.groups.save(group);
		}
		this.periods.findAllByOrderByFirstDay().forEach(this.periods::delete);
	}

	@Test
	void whatIsSetIsSaidOnAllPagesAndTheHistoryKnows() {
		signIn(this.visitor, Role.ADMIN);
		Page answer = say(this.visitor, "facts[NAME]", "Clinique du Port", "facts[PHONE]", "04 99 88 77 66",
				"facts[ANSWER_DAYS]", "9", "facts[DOCTORS]", "Dr Ada Noir (chirurgie, thyroïde)\n\n Dr Bo Blanc ",
				"facts[PRICE]", "");
		assertThat(this.visitor.follow(answer).body()).contains("C’est enregistré", "Réglé ici",
				"Sans ce réglage\u00A0: 01 23 45 67 89", "Configuré", "150 €");
		Visitor patient = new Visitor(this.port);
		assertThat(patient.get("/").body()).contains("Clinique du Port", "04 99 88 77 66", "tel:0499887766", "9 jours")
			.doesNotContain("Clinique des Tilleuls", "01 23 45 67 89");
		assertThat(patient.get("/information/a-qui-demander").body())
			.contains("Dr Ada Noir (chirurgie, thyroïde)", "Dr Bo Blanc", "Clinique du Port")
			.doesNotContain("Clinique des Tilleuls", "Anne Martin");
		assertThat(this.visitor.get("/admin/reglages").body()).contains("Nom de l’établissement",
				"Clinique des Tilleuls", "Clinique du Port", "Délai de réponse, en jours ouvrés");
	}

	@Test
	void whatIsClearedIsSaidAsItIsConfigured() {
		signIn(this.visitor, Role.ADMIN);
		say(this.visitor, "facts[NAME]", "Clinique du Port", "facts[HOURS]", "le matin");
		say(this.visitor, "facts[NAME]", "", "facts[HOURS]", "le matin");
		assertThat(this.clinic.now().name()).isEqualTo("Clinique des Tilleuls");
		assertThat(this.clinic.now().hours()).isEqualTo("le matin");
		assertThat(this.visitor.get("/").body()).contains("Clinique des Tilleuls").doesNotContain("du Port");
	}

	@Test
	void everyLanguageHasItsOwnWords() {
		signIn(this.visitor, Role.ADMIN);
		say(this.visitor, "facts[HOURS]", "le matin seulement");
		String english = FACTS + "/en";
		Page form = this.visitor.get(english);
		assertThat(form.body()).contains("le matin seulement").doesNotContain("facts[NAME]");
		this.visitor.post(english, "version", version(form), "facts[HOURS]", "mornings only", "facts[PRICE]", "",
				"facts[NAME]", "Nobody’s");
		Visitor patient = new Visitor(this.port);
		assertThat(patient.get("/?lang=en").body()).contains("mornings only").doesNotContain("le matin seulement");
		assertThat(new Visitor(this.port).get("/").body()).contains("le matin seulement");
		assertThat(this.visitor.get("/admin/reglages").body()).contains("Heures d’ouverture du téléphone (English)");
		assertThat(this.visitor.get(FACTS + "/xx").status()).isEqualTo(404);
		assertThat(this.visitor.get(FACTS + "/fr").status()).isEqualTo(404);
	}

	@ParameterizedTest
	@CsvSource({ "PHONE, demandez Anne, Saisissez un numéro", "PHONE, 0123456789 / 0123456790, Saisissez un numéro",
			"PHONE, 12, Saisissez un numéro", "EMAIL, secretariat, Saisissez une adresse",
			"ANSWER_DAYS, 0, Saisissez un nombre entier", "ANSWER_DAYS, bientôt, Saisissez un nombre entier",
			"ANSWER_DAYS, 61, Saisissez un nombre entier" })
	void whatIsNotRightIsExplainedAndAllIsKept(String fact, String typed, String sentence) {
		signIn(this.visitor, Role.ADMIN);
		Page answer = say(this.visitor, "facts[NAME]", "Clinique du Port", "facts[" + fact + "]", typed);
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.body()).contains(sentence, "<title>Erreur", "value=\"Clinique du Port\"",
				"value=\"" + typed + "\"", "href=\"#facts[" + fact + "]\"");
		assertThat(this.clinic.now().name()).isEqualTo("Clinique des Tilleuls");
	}

	@Test
	void aTextIsNoLongerThanAPageCanShow() {
		signIn(this.visitor, Role.ADMIN);
		assertThat(say(this.visitor, "facts[PRICE]", "x".repeat(601)).body()).contains("Raccourcissez ce texte");
		assertThat(say(this.visitor, "facts[PRICE]", "x".repeat(600)).status()).isEqualTo(302);
	}

	@Test
	void aNumberWithAZeroInBracketsIsDialledWithoutIt() {
		signIn(this.visitor, Role.ADMIN);
		say(this.visitor, "facts[PHONE]", "+33 (0)1 23 45 67 89");
		assertThat(new Visitor(this.port).get("/").body()).contains("+33 (0)1 23 45 67 89", "tel:+33123456789");
	}

	@Test
	void wordsAreWordsWhateverSignsTheyHold() {
		signIn(this.visitor, Role.ADMIN);
		say(this.visitor, "facts[NAME]", "Clinique <b> ${secondavis.encryption.keys} *x*");
		assertThat(this.visitor.get("/").body()).contains("Clinique &lt;b&gt; ${secondavis.encryption.keys} *x*");
	}

	@Test
	void ofTwoAdministratorsTheSecondIsToldAndOverwritesNothing() {
		Visitor second = new Visitor(this.port);
		signIn(this.visitor, Role.ADMIN);
		signIn(second, Role.ADMIN);
		String seen = version(second.get(FACTS));
		say(this.visitor, "facts[NAME]", "Clinique du Port");
		Page refused = second.post(FACTS, "version", seen, "facts[NAME]", "Clinique du Lac");
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.body()).contains("Rien n’a été enregistré", ">Clinique du Port</dd>",
				"value=\"Clinique du Lac\"");
		assertThat(this.clinic.now().name()).isEqualTo("Clinique du Port");
		second.post(FACTS, "version", version(refused), "facts[NAME]", "Clinique du Lac");
		assertThat(this.clinic.now().name()).isEqualTo("Clinique du Lac");
	}

	@Test
	void targetsAreSetClearedAndGuardedTheSameWay() {
		Visitor second = new Visitor(this.port);
		signIn(this.visitor, Role.ADMIN);
		signIn(second, Role.ADMIN);
		Page form = this.visitor.get(TARGETS);
		String seen = version(form);
		Page answer = this.visitor.post(TARGETS, "version", seen, "days[IN_REVIEW]", "3", "days[TO_COMPLETE]", "",
				"days[UNCLAIMED]", "2");
		assertThat(this.visitor.follow(answer).body()).contains("C’est enregistré", "Sans ce réglage\u00A0: 10");
		assertThat(this.settings.targets().inReview()).isEqualTo(3);
		assertThat(this.settings.targets().toComplete()).isEqualTo(15);
		assertThat(this.visitor.get("/admin/reglages").body()).contains("Demande prise en charge", "Délais");

		second.get(TARGETS);
		Page refused = second.post(TARGETS, "version", seen, "days[IN_REVIEW]", "7");
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.body()).contains("Rien n’a été enregistré", ">3</dd>", "value=\"7\"");
		assertThat(this.settings.targets().inReview()).isEqualTo(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "dix", "251", "1,5" })
	void aTargetIsAWholeNumberOfDays(String typed) {
		signIn(this.visitor, Role.ADMIN);
		String seen = version(this.visitor.get(TARGETS));
		Page answer = this.visitor.post(TARGETS, "version", seen, "days[IN_REVIEW]", typed, "days[UNCLAIMED]", "2");
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.body()).contains("Saisissez un nombre entier de jours ouvrés", "value=\"" + typed + "\"");
		assertThat(this.settings.targets().unclaimed()).isOne();
	}

	@Test
	void closedDaysAreEnteredAndRemoved() {
		signIn(this.visitor, Role.ADMIN);
		assertThat(this.visitor.get(CLOSED_DAYS).body()).contains("Fête du travail", "Ascension");
		Page answer = close("Pont de l’Ascension", FRIDAY.toString(), FRIDAY.toString());
		assertThat(this.visitor.follow(answer).body()).contains("La fermeture est enregistrée", "Pont de l’Ascension");
		assertThat(this.workingDays.isOpen(FRIDAY)).isFalse();

		Page overlapping = close("Encore", FRIDAY.minusDays(1).toString(), FRIDAY.plusDays(1).toString());
		assertThat(overlapping.status()).isEqualTo(422);
		assertThat(overlapping.body()).contains("comprend déjà l’un de ces jours", "value=\"Encore\"");

		Matcher remove = Pattern.compile("action=\"([^\"]*/retirer)\"").matcher(this.visitor.get(CLOSED_DAYS).body());
		assertThat(remove.find()).isTrue();
		assertThat(this.visitor.follow(this.visitor.post(remove.group(1))).body()).contains("La fermeture est retirée");
		assertThat(this.visitor.follow(this.visitor.post(remove.group(1))).body()).contains("avait déjà retiré");
		assertThat(this.workingDays.isOpen(FRIDAY)).isTrue();
		assertThat(this.visitor.get("/admin/reglages").body()).contains("Pont de l’Ascension", "Retiré");
	}

	@Test
	void ofTwoWhoRemoveAClosureAtOnceBothAreAnswered() {
		signIn(this.visitor, Role.ADMIN);
		this.visitor.get(CLOSED_DAYS);
		close("Pont de l’Ascension", FRIDAY.toString(), FRIDAY.toString());
		String remove = "%s/%s/retirer".formatted(CLOSED_DAYS, this.periods.findAllByOrderByFirstDay().get(0).getId());
		List<Elsewhere<Page>> both = new ArrayList<>();
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("select id from closed_period for update").query().listOfRows();
			for (int i = 1; i <= 2; i++) {
				int all = i;
				Elsewhere<Page> one = meanwhile(() -> this.visitor.post(remove));
				one.awaitEndOr(() -> waiting() == all);
				both.add(one);
			}
		});
		assertThat(both).extracting((one) -> one.result().location()).containsOnly(CLOSED_DAYS);
		assertThat(this.periods.findAllByOrderByFirstDay()).isEmpty();
	}

	private int waiting() {
		return this.jdbc.sql("select count(distinct pid) from pg_locks where not granted")
			.query(Integer.class)
			.single();
	}

	@ParameterizedTest
	@CsvSource({ "'', 2030-01-02, 2030-01-03, Indiquez un nom", "Pont, '', 2030-01-03, Choisissez un jour",
			"Pont, 2030-01-04, 2030-01-03, vient avant le premier",
			"Pont, 2020-01-01, 2020-01-02, Ces jours sont passés",
			"Pont, +999999999-12-31, 2030-01-03, Choisissez un jour",
			"Pont, 2030-01-01, +999999999-12-31, Choisissez un jour",
			"Pont, 2030-01-01, 2040-01-01, dépasse deux ans" })
	void whatIsNoClosureIsExplainedAndKept(String label, String first, String last, String sentence) {
		signIn(this.visitor, Role.ADMIN);
		this.visitor.get(CLOSED_DAYS);
		Page answer = close(label, first, last);
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.body()).contains(sentence, "value=\"" + last + "\"");
		assertThat(this.periods.findAllByOrderByFirstDay()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(value = Role.class, names = "ADMIN", mode = EnumSource.Mode.EXCLUDE)
	void onlyAdministratorsChangeThem(Role role) {
		signIn(this.visitor, role);
		this.visitor.get("/admin/reglages");
		for (String page : new String[] { FACTS, FACTS + "/en", TARGETS, CLOSED_DAYS }) {
			assertThat(this.visitor.get(page).status()).isEqualTo(403);
			assertThat(this.visitor
				.post(page, "version", "0", "facts[NAME]", "Mienne", "label", "Pont", "firstDay", FRIDAY.toString(),
						"lastDay", FRIDAY.toString())
				.status()).isEqualTo(403);
		}
		assertThat(this.visitor.post(CLOSED_DAYS + "/" + UUID.randomUUID() + "/retirer").status()).isEqualTo(403);
		assertThat(this.clinic.now().name()).isEqualTo("Clinique des Tilleuls");
	}

	private Page say(Visitor visitor, String... facts) {
		String[] fields = new String[facts.length + 2];
		fields[0] = "version";
		fields[1] = version(visitor.get(FACTS));
		System.arraycopy(facts, 0, fields, 2, facts.length);
		return visitor.post(FACTS, fields);
	}

	private Page close(String label, String first, String last) {
		return this.visitor.post(CLOSED_DAYS, "label", label, "firstDay", first, "lastDay", last);
	}

	private void signIn(Visitor visitor, Role role) {
		StaffAccount account = this.accounts.save(aMember(role));
		visitor.signIn(account.getEmail(), PASSWORD);
	}

	private static String version(Page page) {
		Matcher version = VERSION.matcher(page.body());
		assertThat(version.find()).isTrue();
		return version.group(1);
	}

}
