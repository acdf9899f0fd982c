package org.secondavis.intake;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.secondavis.request.Situation;
import org.secondavis.request.Situation.CancerSite;
import org.secondavis.request.Situation.CareStage;
import org.secondavis.request.Situation.Metastases;
import org.secondavis.request.Situation.RcpHeld;
import org.secondavis.request.Situation.Treatment;

import static org.assertj.core.api.Assertions.assertThat;

class SituationFormTests {

	@Test
	void whatIsTypedBecomesTheSituation() {
		assertThat(planned("1", "12", "2026").as(SituationForm.class).toSituation())
			.isEqualTo(new Situation(CancerSite.BREAST, 9, 2025, CareStage.TREATMENT_PROPOSED, Metastases.UNKNOWN,
					List.of(Treatment.SURGERY, Treatment.RADIOTHERAPY), LocalDate.of(2026, 12, 1), RcpHeld.YES));
	}

	@Test
	void onlySiteAndStageAreNeeded() {
		assertThat(Problems.of(Step.SITUATION, TypedForm.empty())).containsExactly("cancerSite:required",
				"careStage:required");
		assertThat(
				Problems.of(Step.SITUATION, TypedForm.empty().with("cancerSite", "OTHER").with("careStage", "UNKNOWN")))
			.isEmpty();
	}

	@Test
	void unknownCodesAreExplained() {
		assertThat(Problems.of(Step.SITUATION,
				TypedForm.situation()
					.with("cancerSite", "TOE")
					.with("careStage", "X")
					.with("metastases", "X")
					.with("treatments", "SURGERY", "PRAYER")
					.with("rcpHeld", "X")))
			.containsExactly("cancerSite:noChoice", "metastases:noChoice", "careStage:noChoice", "treatments:noChoice",
					"rcpHeld:noChoice");
	}

	@ParameterizedTest
	@CsvSource({ "'', ''", "'', 2025", "1, 2025", "01, 2025", "11, 2026", "2, 1952" })
	void aDateOfDiagnosisIsTaken(String month, String year) {
		assertThat(Problems.of(Step.SITUATION, bornIn1952(), diagnosed(month, year))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "9, '', incomplete", "9, 25, noYear", "9, an, noYear", "13, 2025, noMonth", "0, 2025, noMonth",
			"treize, 2025, noMonth", "12, 2026, future", "'', 2027, future", "1, 1952, beforeBirth",
			"'', 1951, beforeBirth", "1, 0000, beforeBirth" })
	void anImpossibleDateOfDiagnosisIsExplained(String month, String year, String code) {
		assertThat(Problems.of(Step.SITUATION, bornIn1952(), diagnosed(month, year)))
			.containsExactly("diagnosisMonth:" + code);
	}

	@ParameterizedTest
	@CsvSource({ "'', '', ''", "23, 11, 2026", "1, 12, 2026", "01, 12, 2026", "29, 2, 2028", "23, 11, 2028" })
	void aPlannedTreatmentIsTaken(String day, String month, String year) {
		assertThat(Problems.of(Step.SITUATION, planned(day, month, year))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "22, 11, 2026, past", "24, 11, 2028, tooFar", "29, 2, 2027, noDate", "1, 12, '', incomplete",
			"'', '', 2026, incomplete" })
	void anImpossiblePlannedTreatmentIsExplained(String day, String month, String year, String code) {
		assertThat(Problems.of(Step.SITUATION, planned(day, month, year))).containsExactly("plannedDay:" + code);
	}

	@Test
	void theStoryHasFourThousandSignsAndNotOneMore() {
		String story = "é".repeat(1000) + "😀".repeat(1000) + "a\r\n".repeat(999) + "ab";
		assertThat(Problems.of(Step.SITUATION, TypedForm.situation().with("story", "  " + story + "\r\n"))).isEmpty();
		assertThat(Problems.of(Step.SITUATION, TypedForm.situation().with("story", story + "c")))
			.containsExactly("story:tooLong");
	}

	@Test
	void aLineHasTwoHundredSigns() {
		assertThat(Problems.of(Step.SITUATION, TypedForm.situation().with("cancerDetail", "é".repeat(200)))).isEmpty();
		assertThat(Problems.of(Step.SITUATION,
				TypedForm.situation()
					.with("cancerDetail", "é".repeat(201))
					.with("hospital", "é".repeat(201))
					.with("treatingDoctor", "é".repeat(201))))
			.containsExactly("cancerDetail:tooLong", "hospital:tooLong", "treatingDoctor:tooLong");
	}

	private static TypedAnswers bornIn1952() {
		return TypedAnswers.none().with(TypedForm.who().as(WhoForm.class));
	}

	private static TypedForm diagnosed(String month, String year) {
		return TypedForm.situation().with("diagnosisMonth", month).with("diagnosisYear", year);
	}

	private static TypedForm planned(String day, String month, String year) {
		return TypedForm.situation().with("plannedDay", day).with("plannedMonth", month).with("plannedYear", year);
	}

}
