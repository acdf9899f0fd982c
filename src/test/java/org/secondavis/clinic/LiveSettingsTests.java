package org.secondavis.clinic;

import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.secondavis.ApplicationTest;
import org.secondavis.StatementCount;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ApplicationTest
class LiveSettingsTests {

	@Autowired
	private LiveSettings here;

	@Autowired
	private SettingGroups groups;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clinic configured;

	@Autowired
	private Targets targets;

	@AfterEach
	void forget() {
		SettingGroup group = this.groups.findByPrefix(SettingGroup.CLINIC);
		group.values().keySet().forEach((name) -> group.put(name, ""));
		this.groups.save(group);
	}

	@Test
	void anotherInstanceFollowsWhenItReadsAgain() {
		LiveSettings elsewhere = new LiveSettings(this.jdbc, this.configured, this.targets);
		set("name", "Clinique du Port");
		assertThat(this.here.now().name()).isEqualTo("Clinique du Port");
		assertThat(elsewhere.now().name()).isEqualTo("Clinique des Tilleuls");
		elsewhere.readAgain();
		assertThat(elsewhere.now().name()).isEqualTo("Clinique du Port");
	}

	@Test
	void whatHasNotChangedStaysTheSame() {
		Clinic before = this.here.now();
		this.here.readAgain();
		assertThat(this.here.now()).isSameAs(before);
	}

	@Test
	void toAskForItCostsNoStatement() throws Exception {
		assertThat(StatementCount.of(() -> this.here.now().in(Locale.ENGLISH))).isZero();
	}

	@Test
	void wordsOfALanguageAreSetOneByOne() {
		set(Fact.PRICE.setting("en"), "free");
		Clinic english = this.here.now().in(Locale.ENGLISH);
		assertThat(english.price()).isEqualTo("free");
		assertThat(english.hours()).isEqualTo(this.configured.hours());
		assertThat(this.here.now().price()).isEqualTo(this.configured.price());
	}

	@Test
	void everyFactIsReadAsItWasSet() {
		Map<Fact, String> said = Map.of(Fact.NAME, "N", Fact.PHONE, "01 11", Fact.EMAIL, "a@b.example", Fact.ADDRESS,
				"rue", Fact.HOURS, "midi", Fact.ANSWER_DAYS, "7", Fact.PRICE, "1 €", Fact.DOCTORS, "Dr A, x\nDr B",
				Fact.HOSTING, "ici");
		assertThat(said).containsOnlyKeys(Fact.values());
		said.forEach((fact, words) -> set(fact.setting(), words));
		assertThat(said).allSatisfy((fact, words) -> assertThat(fact.of(this.here.now())).isEqualTo(words));
		assertThat(this.here.now().doctors()).containsExactly("Dr A, x", "Dr B");
	}

	@Test
	void whoeverComesSecondOverwritesNothing() {
		SettingGroup first = this.groups.findByPrefix(SettingGroup.CLINIC);
		SettingGroup second = this.groups.findByPrefix(SettingGroup.CLINIC);
		first.put("name", "Clinique du Port");
		this.groups.save(first);
		second.put("phone", "01 11 11 11 11");
		assertThatExceptionOfType(OptimisticLockingFailureException.class).isThrownBy(() -> this.groups.save(second));
		assertThat(this.here.now().phone()).isEqualTo(this.configured.phone());
	}

	private void set(String name, String value) {
		SettingGroup group = this.groups.findByPrefix(SettingGroup.CLINIC);
		group.put(name, value);
		this.groups.save(group);
	}

}
