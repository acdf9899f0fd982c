package org.secondavis.intake;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

import org.secondavis.request.Situation;
import org.secondavis.request.Situation.CancerSite;
import org.secondavis.request.Situation.CareStage;
import org.secondavis.request.Situation.Metastases;
import org.secondavis.request.Situation.RcpHeld;
import org.secondavis.request.Situation.Treatment;

/** Step 3: the illness and its treatment, as the patient knows them. */
record SituationForm(String cancerSite, String cancerDetail, String diagnosisMonth, String diagnosisYear,
		String careStage, String metastases, List<String> treatments, String plannedDay, String plannedMonth,
		String plannedYear, String rcpHeld, String hospital, String treatingDoctor, String story) implements StepForm {

	private static final int YEARS_AHEAD = 2;

	SituationForm {
		cancerSite = Text.line(cancerSite);
		cancerDetail = Text.line(cancerDetail);
		diagnosisMonth = Text.line(diagnosisMonth);
		diagnosisYear = Text.line(diagnosisYear);
		careStage = Text.line(careStage);
		metastases = Text.line(metastases);
		treatments = Text.lines(treatments);
		plannedDay = Text.line(plannedDay);
		plannedMonth = Text.line(plannedMonth);
		plannedYear = Text.line(plannedYear);
		rcpHeld = Text.line(rcpHeld);
		hospital = Text.line(hospital);
		treatingDoctor = Text.line(treatingDoctor);
		story = Text.area(story);
	}

	@Override
	public void check(Check check, TypedAnswers all, LocalDate today) {
		check.required("cancerSite").choice("cancerSite", CancerSite.class).atMost(Check.LINE, "cancerDetail");
		checkDiagnosis(check, all, today);
		check.choice("metastases", Metastases.class);
		check.required("careStage").choice("careStage", CareStage.class).choices("treatments", Treatment.class);
		checkPlannedTreatment(check, today);
		check.choice("rcpHeld", RcpHeld.class).atMost(Check.LINE, "hospital", "treatingDoctor");
		check.atMost(Check.STORY, "story");
	}

	private void checkDiagnosis(Check check, TypedAnswers all, LocalDate today) {
		OptionalInt year = DateParts.yearNumber(this.diagnosisYear);
		OptionalInt month = DateParts.monthNumber(this.diagnosisMonth);
		if (this.diagnosisYear.isEmpty() && !this.diagnosisMonth.isEmpty()) {
			check.wrong("diagnosisMonth", "incomplete");
		}
		else if (year.isEmpty() && !this.diagnosisYear.isEmpty()) {
			check.wrong("diagnosisMonth", "noYear");
		}
		else if (month.isEmpty() && !this.diagnosisMonth.isEmpty()) {
			check.wrong("diagnosisMonth", "noMonth");
		}
		else if (year.isPresent()) {
			if (YearMonth.of(year.getAsInt(), month.orElse(1)).isAfter(YearMonth.from(today))) {
				check.wrong("diagnosisMonth", "future");
			}
			all.who()
				.birthDateParts()
				.date()
				.filter((birth) -> YearMonth.of(year.getAsInt(), month.orElse(12)).isBefore(YearMonth.from(birth)))
				.ifPresent((birth) -> check.wrong("diagnosisMonth", "beforeBirth"));
		}
	}

	private void checkPlannedTreatment(Check check, LocalDate today) {
		DateParts parts = plannedParts();
		if (parts.isBlank()) {
			return;
		}
		if (parts.isIncomplete()) {
			check.wrong("plannedDay", "incomplete");
			return;
		}
		if (DateParts.yearNumber(parts.year()).isEmpty()) {
			check.wrong("plannedDay", "noYear");
			return;
		}
		parts.date().ifPresentOrElse((date) -> {
			if (date.isBefore(today)) {
				check.wrong("plannedDay", "past");
			}
			else if (date.isAfter(today.plusYears(YEARS_AHEAD))) {
				check.wrong("plannedDay", "tooFar");
			}
		}, () -> check.wrong("plannedDay", "noDate"));
	}

	DateParts plannedParts() {
		return new DateParts(this.plannedDay, this.plannedMonth, this.plannedYear);
	}

	Situation toSituation() {
		return new Situation(CancerSite.valueOf(this.cancerSite), orNull(DateParts.monthNumber(this.diagnosisMonth)),
				orNull(DateParts.yearNumber(this.diagnosisYear)), CareStage.valueOf(this.careStage),
				Codes.orNull(Metastases.class, this.metastases), Codes.all(Treatment.class, this.treatments),
				plannedParts().date().orElse(null), Codes.orNull(RcpHeld.class, this.rcpHeld));
	}

	private static @Nullable Integer orNull(OptionalInt number) {
		return number.isPresent() ? number.getAsInt() : null;
	}

	@Override
	public String toString() {
		return "SituationForm[…]";
	}

}
