package org.secondavis.intake;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.secondavis.request.Helper;
import org.secondavis.request.Helper.Relation;
import org.secondavis.request.Patient;
import org.secondavis.request.Phone;

import static org.assertj.core.api.Assertions.assertThat;

class WhoFormTests {

	@Test
	void whatIsTypedBecomesThePatient() {
		WhoForm form = TypedForm.who().with("birthName", " O'Brien-N'Guyen  d'Été ").as(WhoForm.class);
		assertThat(form.toPatient())
			.isEqualTo(new Patient("O'Brien-N'Guyen d'Été", null, "Zoë", LocalDate.of(1952, 2, 29)));
		assertThat(form.toHelper()).isNull();
	}

	@Test
	void anEmptyFormSaysAllThatIsNeeded() {
		assertThat(Problems.of(Step.WHO, TypedForm.empty())).containsExactly("filledBy:required", "birthName:required",
				"firstName:required", "birthDay:required");
	}

	@ParameterizedTest
	@ValueSource(strings = { "O'Brien-N'Guyen d'Été", "Zoë", "Ng", "Y", "de la Tour d’Auvergne", "李", "محمد" })
	void namesAreTakenAsPeopleWriteThem(String name) {
		assertThat(Problems.of(Step.WHO, TypedForm.who().with("birthName", name).with("firstName", name))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "123", "😀", "-", "''" })
	void aNameHasLetters(String name) {
		assertThat(Problems.of(Step.WHO, TypedForm.who().with("firstName", name))).containsExactly("firstName:noName");
	}

	@Test
	void aNameHasAtMostAHundredSigns() {
		assertThat(Problems.of(Step.WHO, TypedForm.who().with("birthName", "é".repeat(100)))).isEmpty();
		assertThat(Problems.of(Step.WHO, TypedForm.who().with("birthName", "é".repeat(101))))
			.containsExactly("birthName:tooLong");
	}

	@ParameterizedTest
	@CsvSource({ "1, 1, 1950", "01, 01, 1950", "29, 2, 2024", "31, 12, 1999", "23, 11, 2026", "24, 11, 1896",
			"1, mai, 1950", "1, Févr., 1950", "1, decembre, 1950", "1, juil, 1950", "3, May, 1950", "٢٩, ٠٢, ١٩٥٢" })
	void aBirthDateIsTaken(String day, String month, String year) {
		assertThat(Problems.of(Step.WHO, born(day, month, year))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "29, 2, 2025, noDate", "31, 4, 1950, noDate", "0, 1, 1950, noDate", "1, 13, 1950, noDate",
			"1, 1, 50, noYear", "un, 1, 1950, noDate", "-1, 1, 1950, noDate", "1, 1, 0000, noDate",
			"1, ju, 1950, noDate", "1, jui, 1950, noDate", "1, mai 1950, 1950, noDate", "001, 1, 1950, noDate",
			"24, 11, 2026, future", "1, 1, 9999, future", "23, 11, 1896, tooOld", "1, 1, 1000, tooOld",
			"'', 1, 1950, incomplete", "1, '', 1950, incomplete", "1, 1, '', incomplete" })
	void anImpossibleBirthDateIsExplained(String day, String month, String year, String code) {
		assertThat(Problems.of(Step.WHO, born(day, month, year))).containsExactly("birthDay:" + code);
	}

	@Test
	void aHelperSaysWhoTheyAre() {
		assertThat(Problems.of(Step.WHO, TypedForm.who().with("filledBy", "HELPER")))
			.containsExactly("helperName:required", "helperRelation:required", "helperAgreement:required");
		assertThat(Problems.of(Step.WHO, TypedForm.whoByHelper())).isEmpty();
		assertThat(TypedForm.whoByHelper().without("helperEmail").as(WhoForm.class).toHelper())
			.isEqualTo(Helper.asking("Camille Ng", Relation.CHILD, new Phone("+33698765432"), null));
	}

	@Test
	void onlyAGuardianDoesWithoutThePatientsAgreement() {
		TypedForm unasked = TypedForm.whoByHelper().without("helperAgreement");
		assertThat(Problems.of(Step.WHO, unasked)).containsExactly("helperAgreement:required");
		assertThat(Problems.of(Step.WHO, unasked.with("helperRelation", "DOCTOR")))
			.containsExactly("helperAgreement:required");
		assertThat(Problems.of(Step.WHO, unasked.with("helperAgreement", "NO")))
			.containsExactly("helperAgreement:required");
		TypedForm guardian = TypedForm.whoByHelper().without("helperAgreement").with("helperRelation", "GUARDIAN");
		assertThat(Problems.of(Step.WHO, guardian)).isEmpty();
	}

	@Test
	void whatWasTypedOfAHelperIsIgnoredButKeptWhenThePatientAsks() {
		TypedForm typed = TypedForm.whoByHelper().with("filledBy", "PATIENT").with("helperPhone", "12");
		assertThat(Problems.of(Step.WHO, typed)).isEmpty();
		assertThat(typed.as(WhoForm.class).toHelper()).isNull();
		assertThat(typed.as(WhoForm.class).helperName()).isEqualTo("Camille Ng");
	}

	@Test
	void anUnknownCodeIsExplained() {
		assertThat(Problems.of(Step.WHO, TypedForm.who().with("filledBy", "ROBOT")))
			.containsExactly("filledBy:noChoice");
		assertThat(Problems.of(Step.WHO, TypedForm.whoByHelper().with("helperRelation", "child")))
			.containsExactly("helperRelation:noChoice");
	}

	@Test
	void aDoubledFieldCountsOnce() {
		assertThat(TypedForm.who().with("firstName", "Zoë", "Chloé").as(WhoForm.class).firstName()).isEqualTo("Zoë");
	}

	@Test
	void aFormTellsNothingOfItself() {
		assertThat(TypedForm.who().as(WhoForm.class)).hasToString("WhoForm[…]");
	}

	private static TypedForm born(String day, String month, String year) {
		return TypedForm.who().with("birthDay", day).with("birthMonth", month).with("birthYear", year);
	}

}
