package org.secondavis.opinion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What a doctor types into an opinion.
 *
 * @param revision what was seen of it; empty if there was none yet
 * @param answers answers by the keys of the questions
 * @param firstRcp what is known of the first meeting
 * @param firstRcpOn when it was held
 * @param firstConclusion what it concluded, or why there is none
 * @param opinionOutcome how the opinion stands to the first one
 * @param notConcluded why there is no conclusion
 * @param changesPlan {@value #YES} if it changes diagnosis or plan
 * @param opinionDiagnosis what is thought of the diagnosis
 * @param opinionTreatment what is thought of the treatment
 * @param furtherTests which tests would help
 * @param localTreatment whether metastases can be treated where they are
 * @param trial whether a trial comes into question
 * @param whatMatters how the opinion meets what matters to the patient
 */
record OpinionForm(String revision, Map<String, String> answers, String firstRcp, String firstRcpOn,
		String firstConclusion, String opinionOutcome, String notConcluded, String changesPlan, String opinionDiagnosis,
		String opinionTreatment, String furtherTests, String localTreatment, String trial, String whatMatters) {

	static final String YES = "YES";

	OpinionForm(@Nullable String revision, @Nullable Map<String, String> answers, @Nullable String firstRcp,
			@Nullable String firstRcpOn, @Nullable String firstConclusion, @Nullable String opinionOutcome,
			@Nullable String notConcluded, @Nullable String changesPlan, @Nullable String opinionDiagnosis,
			@Nullable String opinionTreatment, @Nullable String furtherTests, @Nullable String localTreatment,
			@Nullable String trial, @Nullable String whatMatters) {
		this.revision = Typed.line(revision);
		this.answers = tidy(answers);
		this.firstRcp = Typed.line(firstRcp);
		this.firstRcpOn = Typed.line(firstRcpOn);
		this.firstConclusion = Typed.area(firstConclusion);
		this.opinionOutcome = Typed.line(opinionOutcome);
		this.notConcluded = Typed.area(notConcluded);
		this.changesPlan = Typed.line(changesPlan);
		this.opinionDiagnosis = Typed.area(opinionDiagnosis);
		this.opinionTreatment = Typed.area(opinionTreatment);
		this.furtherTests = Typed.area(furtherTests);
		this.localTreatment = Typed.area(localTreatment);
		this.trial = Typed.area(trial);
		this.whatMatters = Typed.area(whatMatters);
	}

	private static Map<String, String> tidy(@Nullable Map<String, String> answers) {
		Map<String, String> tidy = new HashMap<>();
		if (answers != null) {
			answers.forEach((question, text) -> tidy.put(question, Typed.area(text)));
		}
		return Map.copyOf(tidy);
	}

	/** An opinion as it is open for changes. */
	static OpinionForm of(int revision, OpinionDraft draft) {
		OpinionWords words = draft.words();
		return new OpinionForm((revision >= 0) ? "" + revision : "",
				words.answers().stream().collect(Collectors.toMap(Answer::question, Answer::text)),
				name(draft.firstRcp()), Objects.toString(draft.firstRcpOn(), ""), words.firstConclusion(),
				name(draft.outcome()), words.notConcluded(), draft.changesPlan() ? YES : "", words.diagnosis(),
				words.treatment(), words.furtherTests(), words.localTreatment(), words.trial(), words.whatMatters());
	}

	private static String name(@Nullable Enum<?> code) {
		return (code != null) ? code.name() : "";
	}

	/** The same, made from what is stored now. */
	OpinionForm seen(int revision) {
		return new OpinionForm((revision >= 0) ? "" + revision : "", this.answers, this.firstRcp, this.firstRcpOn,
				this.firstConclusion, this.opinionOutcome, this.notConcluded, this.changesPlan, this.opinionDiagnosis,
				this.opinionTreatment, this.furtherTests, this.localTreatment, this.trial, this.whatMatters);
	}

	/**
	 * What is to be kept.
	 * @param questions the patient's questions
	 * @param today no meeting was held after it
	 * @throws WrongFormException if something has to be put right: all of it, in the
	 * order of the page
	 */
	OpinionDraft draft(List<Asked> questions, LocalDate today) {
		Faults faults = new Faults();
		FirstRcp first = Typed.code(FirstRcp.class, this.firstRcp).orElse(null);
		Outcome how = Typed.code(Outcome.class, this.opinionOutcome).orElse(null);
		List<Answer> given = answers(questions, faults);
		String matters = faults.words(this.whatMatters, "whatMatters");
		LocalDate firstOn = (first == FirstRcp.HELD) ? heldOn(today, faults) : null;
		String concluded = faults.words(this.firstConclusion, "firstConclusion");
		String why = faults.words(this.notConcluded, "notConcluded");
		OpinionWords words = new OpinionWords(concluded, given, faults.words(this.opinionDiagnosis, "opinionDiagnosis"),
				faults.words(this.opinionTreatment, "opinionTreatment"),
				faults.words(this.furtherTests, "furtherTests"), faults.words(this.localTreatment, "localTreatment"),
				faults.words(this.trial, "trial"), matters, why);
		faults.throwIfAny();
		return new OpinionDraft(first, firstOn, how, YES.equals(this.changesPlan) || (how != null && how.changesPlan()),
				words);
	}

	private List<Answer> answers(List<Asked> questions, Faults faults) {
		List<Answer> given = new ArrayList<>();
		for (Asked asked : questions) {
			String text = faults.words(this.answers.getOrDefault(asked.key(), ""), asked.field());
			if (text != null) {
				given.add(new Answer(asked.key(), text));
			}
		}
		return List.copyOf(given);
	}

	private @Nullable LocalDate heldOn(LocalDate today, Faults faults) {
		if (this.firstRcpOn.isEmpty()) {
			return null;
		}
		LocalDate day = Typed.date(this.firstRcpOn).orElse(null);
		faults.require(day != null, "firstRcpOn", "opinions.firstRcpOn.malformed");
		faults.require(day == null || !day.isAfter(today), "firstRcpOn", "opinions.firstRcpOn.future");
		return day;
	}

	@Override
	public String toString() {
		return "OpinionForm[…]";
	}

}
