package org.secondavis.intake;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;

import org.secondavis.request.Answers;
import org.secondavis.request.Narrative;

/**
 * All that has been typed in one draft, the wrong answers too.
 *
 * @param who step 1
 * @param contact step 2
 * @param situation step 3
 * @param expectations step 4
 * @param papers step 5
 * @param finished the steps that the person meant to be done with, rightly or not
 * @param usedSums the sums to which an answer has been given
 */
record TypedAnswers(WhoForm who, ContactForm contact, SituationForm situation, ExpectationsForm expectations,
		PapersForm papers, Set<Step> finished, Set<UUID> usedSums) {

	static TypedAnswers none() {
		return new TypedAnswers(Typed.blank(WhoForm.class), Typed.blank(ContactForm.class),
				Typed.blank(SituationForm.class), Typed.blank(ExpectationsForm.class), Typed.blank(PapersForm.class),
				Set.of(), Set.of());
	}

	StepForm form(Step step) {
		return switch (step) {
			case WHO -> this.who;
			case CONTACT -> this.contact;
			case SITUATION -> this.situation;
			case EXPECTATIONS -> this.expectations;
			case PAPERS -> this.papers;
		};
	}

	/** The same with one step's answers in place of the former ones. */
	TypedAnswers with(StepForm form) {
		return new TypedAnswers((form instanceof WhoForm changed) ? changed : this.who,
				(form instanceof ContactForm changed) ? changed : this.contact,
				(form instanceof SituationForm changed) ? changed : this.situation,
				(form instanceof ExpectationsForm changed) ? changed : this.expectations,
				(form instanceof PapersForm changed) ? changed : this.papers, this.finished, this.usedSums);
	}

	TypedAnswers finish(Step step) {
		Set<Step> more = EnumSet.of(step);
		more.addAll(this.finished);
		return new TypedAnswers(this.who, this.contact, this.situation, this.expectations, this.papers, more,
				this.usedSums);
	}

	TypedAnswers useSum(UUID sum) {
		Set<UUID> more = new HashSet<>(this.usedSums);
		more.add(sum);
		return new TypedAnswers(this.who, this.contact, this.situation, this.expectations, this.papers, this.finished,
				more);
	}

	/** What has to be put right in a step. */
	BindingResult problems(Step step, LocalDate today) {
		BindingResult problems = new BeanPropertyBindingResult(form(step), "form");
		form(step).check(new Check(problems), this, today);
		return problems;
	}

	/** The first step that has not been done, or is wrong by now. */
	Optional<Step> firstIncomplete(LocalDate today) {
		return Arrays.stream(Step.values())
			.filter((step) -> !this.finished.contains(step) || problems(step, today).hasErrors())
			.findFirst();
	}

	/** The answers in the words of the domain; only when no step is incomplete. */
	Answers toAnswers() {
		return new Answers(this.who.toPatient(), this.who.toHelper(), this.contact.toContact(this.who.byHelper()),
				this.situation.toSituation(), this.expectations.toExpectations(), toNarrative());
	}

	private Narrative toNarrative() {
		return new Narrative(Text.orNull(this.situation.cancerDetail()), Text.orNull(this.situation.hospital()),
				Text.orNull(this.situation.treatingDoctor()), Text.orNull(this.situation.story()),
				Text.orNull(this.expectations.priorityDetail()), this.expectations.ownQuestions(),
				Text.orNull(this.expectations.availability()), Text.orNull(this.contact.accessNeeds()));
	}

	@Override
	public String toString() {
		return "TypedAnswers[…]";
	}

}
