package org.secondavis.intake;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.secondavis.request.Expectations.Priority;

/** Carries what a patient has prepared into the form, where it can still be changed. */
@Component
class Preparation {

	private final MessageSource messages;

	Preparation(MessageSource messages) {
		this.messages = messages;
	}

	/** What a form already holds is kept where nothing was prepared in its place. */
	TypedAnswers into(TypedAnswers answers, PreparationForm prepared, Locale language) {
		return answers.with(expectations(answers.expectations(), prepared, language))
			.with(prepared.documents().isEmpty() ? answers.papers() : new PapersForm(prepared.documents()));
	}

	private ExpectationsForm expectations(ExpectationsForm typed, PreparationForm prepared, Locale language) {
		boolean asks = !prepared.questions().isEmpty() || !prepared.ownQuestions().isEmpty();
		List<Priority> priorities = prepared.priorities();
		String detail = detail(prepared, language);
		return new ExpectationsForm(typed.reasons(), priorities.isEmpty() ? typed.priority() : priorities.get(0).name(),
				detail.isEmpty() ? typed.priorityDetail() : detail, asks ? prepared.questions() : typed.questions(),
				asks ? prepared.ownQuestion1() : typed.ownQuestion1(),
				asks ? prepared.ownQuestion2() : typed.ownQuestion2(),
				asks ? prepared.ownQuestion3() : typed.ownQuestion3(), typed.visitMode(), typed.availability());
	}

	/**
	 * The form asks for the first priority only: the doctor reads the others in words.
	 */
	private String detail(PreparationForm prepared, Locale language) {
		List<Priority> priorities = prepared.priorities();
		if (priorities.size() < 2) {
			return prepared.priorityDetail();
		}
		String order = IntStream.range(0, priorities.size())
			.mapToObj((place) -> (place + 1) + ". " + word("Priority." + priorities.get(place), language))
			.collect(Collectors.joining("\n", word("intake.prepare.order", language) + "\n", "\n"));
		return (order + "\n" + prepared.priorityDetail()).strip();
	}

	private String word(String key, Locale language) {
		return this.messages.getMessage(key, null, language);
	}

}
