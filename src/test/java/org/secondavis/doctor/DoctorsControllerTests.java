package org.secondavis.doctor;

import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.secondavis.HttpTest;
import org.secondavis.Together.Elsewhere;
import org.secondavis.Visitor;
import org.secondavis.Visitor.Page;
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

class DoctorsControllerTests extends HttpTest {

	private static final String LIST = "/admin/reglages/medecins";

	private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(-?\\d+)\"");

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private Team team;

	@Autowired
	private Absences absences;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	private StaffAccount doctor;

	private String page;

	@BeforeEach
	void employ() {
		this.doctor = this.accounts.save(aMember(Role.DOCTOR));
		this.page = LIST + "/" + this.doctor.getId();
	}

	@Test
	void theSecretariatSaysWhatADoctorFollows() {
		signIn(this.visitor, Role.SECRETARIAT);
		String version = version(this.visitor.get(this.page));
		Page answer = this.visitor.post(this.page, "version", version, "doctorSites", "LUNG", "doctorSites", "SKIN",
				"doctorTreatments", "SURGERY", "weeklyCapacity", "5");
		assertThat(this.visitor.follow(answer).body()).contains("C’est enregistré", "value=\"5\"")
			.containsPattern("value=\"LUNG\"\\s+checked");
		assertThat(this.visitor.get(LIST).body()).contains("Peau, mélanome", "Aucune demande sur 5 cette semaine");
		assertThat(this.visitor.get("/admin/reglages").body()).contains("Anne O’Brien, Cancers suivis",
				"Poumon, plèvre ; Peau, mélanome", "Anne O’Brien, Demandes par semaine");
	}

	@Test
	void doctorsLookAfterTheirOwnOnly() {
		UUID colleague = this.accounts.save(aMember(Role.DOCTOR)).getId();
		this.visitor.signIn(this.doctor.getEmail(), PASSWORD);
		assertThat(this.visitor.get(LIST).location()).isEqualTo(this.page);
		assertThat(this.visitor.get(this.page).status()).isEqualTo(200);
		assertThat(this.visitor.post(this.page, "version", "-1", "doctorSites", "LUNG").status()).isEqualTo(302);
		String other = LIST + "/" + colleague;
		assertThat(this.visitor.get(other).status()).isEqualTo(403);
		assertThat(this.visitor.post(other, "version", "-1", "doctorSites", "LUNG").status()).isEqualTo(403);
		assertThat(this.visitor.get(other + "/absence").status()).isEqualTo(403);
		assertThat(this.visitor.post(other + "/absence", "firstDay", "2030-01-01", "lastDay", "2030-01-02").status())
			.isEqualTo(403);
		assertThat(this.visitor.post(other + "/absences/" + UUID.randomUUID() + "/retirer").status()).isEqualTo(403);
		assertThat(member(colleague).cancerSites()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "cinq", "100", "2,5" })
	void aCapacityIsAWholeNumber(String typed) {
		signIn(this.visitor, Role.ADMIN);
		this.visitor.get(this.page);
		Page answer = this.visitor.post(this.page, "version", "-1", "doctorSites", "LUNG", "weeklyCapacity", typed);
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.body()).contains("Saisissez un nombre entier de 1 à 99", "value=\"" + typed + "\"")
			.containsPattern("value=\"LUNG\"\\s+checked");
	}

	@ParameterizedTest
	@ValueSource(strings = { "nobody-has-filled-it-in", "somebody-has" })
	void whoeverComesSecondIsToldAndOverwritesNothing(String before) {
		Visitor second = new Visitor(this.port);
		signIn(this.visitor, Role.ADMIN);
		signIn(second, Role.SECRETARIAT);
		if (before.equals("somebody-has")) {
			this.visitor.get(this.page);
			this.visitor.post(this.page, "version", "-1", "weeklyCapacity", "9");
		}
		String seen = version(second.get(this.page));
		this.visitor.get(this.page);
		this.visitor.post(this.page, "version", seen, "doctorSites", "LUNG", "weeklyCapacity", "3");

		Page refused = second.post(this.page, "version", seen, "doctorSites", "SKIN", "weeklyCapacity", "7");
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.body())
			.contains("Rien n’a été enregistré", "<li>Poumon, plèvre</li>", "<dd>3</dd>", "value=\"7\"")
			.containsPattern("value=\"SKIN\"\\s+checked");
		assertThat(member(this.doctor.getId()).capacity()).isEqualTo(3);

		second.post(this.page, "version", version(refused), "doctorSites", "SKIN", "weeklyCapacity", "7");
		assertThat(member(this.doctor.getId()).capacity()).isEqualTo(7);
	}

	@Test
	void anAbsenceIsNotedShownAndRemoved() {
		signIn(this.visitor, Role.SECRETARIAT);
		LocalDate last = LocalDate.now().plusDays(3);
		assertThat(this.visitor.get(this.page + "/absence").body()).contains("jamais le motif");
		Page answer = this.visitor.post(this.page + "/absence", "firstDay", LocalDate.now().minusDays(1).toString(),
				"lastDay", last.toString());
		assertThat(this.visitor.follow(answer).body()).contains("L’absence est enregistrée");
		assertThat(member(this.doctor.getId()).awayUntil()).isEqualTo(last);
		assertThat(this.visitor.get(LIST).body()).contains("Absence jusqu’au");

		Page again = this.visitor.post(this.page + "/absence", "firstDay", LocalDate.now().minusDays(1).toString(),
				"lastDay", last.toString());
		assertThat(again.status()).isEqualTo(422);
		assertThat(again.body()).contains("Cette absence est déjà notée");

		Matcher remove = Pattern.compile("action=\"([^\"]*/retirer)\"").matcher(this.visitor.get(this.page).body());
		assertThat(remove.find()).isTrue();
		assertThat(this.visitor.follow(this.visitor.post(remove.group(1))).body()).contains("L’absence est retirée");
		assertThat(this.visitor.follow(this.visitor.post(remove.group(1))).body())
			.contains("Quelqu’un avait déjà retiré");
		assertThat(member(this.doctor.getId()).awayUntil()).isNull();
		assertThat(this.visitor.get("/admin/reglages").body()).contains("Anne O’Brien, Absence", "Retiré");
	}

	@ParameterizedTest
	@CsvSource({ "'', 2030-01-02, Choisissez un jour", "2030-01-02, demain, Choisissez un jour",
			"2030-01-02, 2030-01-01, vient avant le premier", "2020-01-01, 2020-01-02, Ces jours sont passés",
			"2030-01-01, 2033-01-01, dépasse deux ans" })
	void whatIsNoAbsenceIsRefusedAndKept(String first, String last, String sentence) {
		signIn(this.visitor, Role.ADMIN);
		this.visitor.get(this.page + "/absence");
		Page answer = this.visitor.post(this.page + "/absence", "firstDay", first, "lastDay", last);
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.body()).contains(sentence, "value=\"" + last + "\"", "<title>Erreur");
	}

	@Test
	void anAbsenceEndsWithTheLastOfThoseThatFollow() {
		LocalDate today = LocalDate.now();
		away(today.minusDays(1), today.plusDays(2));
		away(today, today.plusDays(1));
		away(today.plusDays(3), today.plusDays(5));
		away(today.plusDays(7), today.plusDays(9));
		assertThat(member(this.doctor.getId()).awayFrom()).isEqualTo(today.minusDays(1));
		assertThat(member(this.doctor.getId()).awayUntil()).isEqualTo(today.plusDays(5));
	}

	private void away(LocalDate first, LocalDate last) {
		this.absences.save(new Absence(this.doctor.getId(), first, last));
	}

	@Test
	void daysAreUnderstoodAsPeopleWriteThem() {
		signIn(this.visitor, Role.SECRETARIAT);
		this.visitor.get(this.page + "/absence");
		LocalDate last = LocalDate.now().plusDays(3);
		String written = "%d/%d/%d".formatted(last.getDayOfMonth(), last.getMonthValue(), last.getYear());
		assertThat(this.visitor.post(this.page + "/absence", "firstDay", LocalDate.now().toString(), "lastDay", written)
			.status()).isEqualTo(302);
		assertThat(member(this.doctor.getId()).awayUntil()).isEqualTo(last);
		Page mistyped = this.visitor.post(this.page + "/absence", "firstDay", LocalDate.MAX.toString(), "lastDay",
				LocalDate.MAX.toString());
		assertThat(mistyped.status()).isEqualTo(422);
	}

	@Test
	void ofTwoPeopleWhoRemoveAnAbsenceAtOnceTheSecondIsTold() {
		signIn(this.visitor, Role.SECRETARIAT);
		Absence absence = this.absences
			.save(new Absence(this.doctor.getId(), LocalDate.now(), LocalDate.now().plusDays(3)));
		this.visitor.get(this.page);
		Elsewhere<Page> second = this.transaction.execute((status) -> {
			this.jdbc.sql("delete from absence where id = :id").param("id", absence.getId()).update();
			Elsewhere<Page> waiting = meanwhile(
					() -> this.visitor.post(this.page + "/absences/" + absence.getId() + "/retirer"));
			waiting.awaitEndOr(this::someoneWaits);
			return waiting;
		});
		assertThat(this.visitor.follow(second.result()).body()).contains("Quelqu’un avait déjà retiré");
	}

	private boolean someoneWaits() {
		return this.jdbc.sql("select exists (select from pg_locks where not granted)").query(Boolean.class).single();
	}

	@Test
	void onlyDoctorsHaveSuchAPage() {
		UUID secretary = signIn(this.visitor, Role.SECRETARIAT);
		assertThat(this.visitor.get(LIST + "/" + secretary).status()).isEqualTo(404);
		assertThat(this.visitor.get(LIST + "/" + UUID.randomUUID()).status()).isEqualTo(404);
	}

	private TeamMember member(UUID id) {
		return this.team.all().stream().filter((member) -> member.id().equals(id)).findFirst().orElseThrow();
	}

	private UUID signIn(Visitor visitor, Role role) {
		StaffAccount account = this.accounts.save(aMember(role));
		visitor.signIn(account.getEmail(), PASSWORD);
		return account.getId();
	}

	private static String version(Page page) {
		Matcher version = VERSION.matcher(page.body());
		assertThat(version.find()).isTrue();
		return version.group(1);
	}

}
