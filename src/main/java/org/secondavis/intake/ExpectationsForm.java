package org.secondavis.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.secondavis.request.Expectations;
import org.secondavis.request.Expectations.Priority;
import org.secondavis.request.Expectations.Question;
import org.secondavis.request.Expectations.Reason;
import org.secondavis.request.Expectations.VisitMode;

/** Step 4: what the patient hopes for. */
record ExpectationsForm(List<String> reasons, String priority, String priorityDetail, List<String> questions,
		String ownQuestion1, String ownQuestion2, String ownQuestion3, String visitMode,
		String availability) implements StepForm {

	ExpectationsForm {
		reasons = Text.lines(reasons);
		priority = Text.line(priority);
		priorityDetail = Text.area(priorityDetail);
		questions = Text.lines(questions);
		ownQuestion1 = Text.line(ownQuestion1);
		ownQuestion2 = Text.line(ownQuestion2);
		ownQuestion3 = Text.line(ownQuestion3);
		visitMode = Text.line(visitMode);
		availability = Text.area(availability);
	}

	@Override
	public void check(Check check, TypedAnswers all, LocalDate today) {
		check.choices("reasons", Reason.class)
			.choice("priority", Priority.class)
			.atMost(Check.AREA, "priorityDetail")
			.choices("questions", Question.class)
			.atMost(Check.LINE, "ownQuestion1", "ownQuestion2", "ownQuestion3")
			.choice("visitMode", VisitMode.class)
			.atMost(Check.AREA, "availability");
	}

	List<String> ownQuestions() {
		return Stream.of(this.ownQuestion1, this.ownQuestion2, this.ownQuestion3)
			.filter((question) -> !question.isEmpty())
			.toList();
	}

	Expectations toExpectations() {
		return new Expectations(Codes.all(Reason.class, this.reasons), Codes.orNull(Priority.class, this.priority),
				Codes.all(Question.class, this.questions), Codes.orNull(VisitMode.class, this.visitMode));
	}

	@Override
	public String toString() {
		return "ExpectationsForm[…]";
	}

}
