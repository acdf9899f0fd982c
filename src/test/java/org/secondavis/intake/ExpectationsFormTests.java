package org.secondavis.intake;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.secondavis.request.Expectations;
import org.secondavis.request.Expectations.Priority;
import org.secondavis.request.Expectations.Question;
import org.secondavis.request.Expectations.Reason;
import org.secondavis.request.Expectations.VisitMode;

import static org.assertj.core.api.Assertions.assertThat;

class ExpectationsFormTests {

	@Test
	void whatIsTypedBecomesTheExpectations() {
		ExpectationsForm form = TypedForm.expectations().with("ownQuestion3", "Et après ?").as(ExpectationsForm.class);
		assertThat(form.toExpectations()).isEqualTo(new Expectations(List.of(Reason.UNDERSTAND, Reason.OTHER_OPTIONS),
				Priority.PROJECT, List.of(Question.PAIN, Question.COST), VisitMode.VIDEO));
		assertThat(form.ownQuestions()).containsExactly(TypedForm.OWN_QUESTION, "Et après ?");
	}

	@Test
	void nothingIsNeeded() {
		assertThat(Problems.of(Step.EXPECTATIONS, TypedForm.empty())).isEmpty();
	}

	@Test
	void aCodeThatIsSentTwiceCountsOnce() {
		assertThat(TypedForm.expectations().with("reasons", "OTHER", "OTHER").as(ExpectationsForm.class).reasons())
			.containsExactly("OTHER");
	}

	@Test
	void unknownCodesAndLongTextsAreExplained() {
		assertThat(Problems.of(Step.EXPECTATIONS,
				TypedForm.expectations()
					.with("reasons", "X")
					.with("priority", "X")
					.with("priorityDetail", "é".repeat(1001))
					.with("questions", "PAIN", "")
					.with("ownQuestion1", "é".repeat(201))
					.with("visitMode", "X")
					.with("availability", "é".repeat(1001))))
			.containsExactly("reasons:noChoice", "priority:noChoice", "priorityDetail:tooLong", "questions:noChoice",
					"ownQuestion1:tooLong", "visitMode:noChoice", "availability:tooLong");
	}

}
