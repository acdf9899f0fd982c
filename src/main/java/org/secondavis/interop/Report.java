package org.secondavis.interop;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DiagnosticReport.DiagnosticReportStatus;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.jspecify.annotations.Nullable;

import org.secondavis.opinion.Answer;
import org.secondavis.opinion.DeliveredDocument;
import org.secondavis.opinion.Opinion;
import org.secondavis.opinion.OpinionWords;
import org.secondavis.opinion.Outcome;

import org.springframework.web.util.HtmlUtils;

/** Writes the opinion that a patient has. */
class Report {

	private final Codes codes;

	Report(Codes codes) {
		this.codes = codes;
	}

	/**
	 * The opinion.
	 * @param ownQuestions the patient's own questions, in their order
	 * @param documents what the patient has on paper, or as such
	 */
	DiagnosticReport report(Opinion opinion, OpinionWords words, List<String> ownQuestions,
			List<DeliveredDocument> documents) {
		List<Part> parts = parts(words, ownQuestions);
		Outcome outcome = Objects.requireNonNull(opinion.getOutcome());
		String concluded = this.codes.word("fhir.outcome." + outcome);
		DiagnosticReport report = new DiagnosticReport().setStatus(DiagnosticReportStatus.FINAL)
			.setCode(new CodeableConcept().setText(this.codes.word("fhir.opinion")))
			.setIssued(Date.from(Objects.requireNonNull(opinion.getSignedAt())))
			.setConclusion(parts.stream()
				.map((part) -> part.title() + "\n" + part.text())
				.collect(Collectors.joining("\n\n", concluded + "\n\n", "")))
			.addConclusionCode(new CodeableConcept(new Coding(Codes.system(Outcome.class), outcome.name(), concluded)));
		documents.forEach((document) -> report.addPresentedForm()
			.setContentType("application/pdf")
			.setCreation(Date.from(document.madeAt()))
			.setSize(document.content().length)
			.setData(document.content()));
		report.setText(narrative(concluded, parts));
		return report;
	}

	private List<Part> parts(OpinionWords words, List<String> ownQuestions) {
		List<Part> parts = new ArrayList<>();
		add("firstConclusion", words.firstConclusion(), parts);
		for (Answer answer : words.answers()) {
			if (!answer.text().isBlank()) {
				parts.add(new Part(question(answer.question(), ownQuestions), Codes.clean(answer.text())));
			}
		}
		add("diagnosis", words.diagnosis(), parts);
		add("treatment", words.treatment(), parts);
		add("furtherTests", words.furtherTests(), parts);
		add("localTreatment", words.localTreatment(), parts);
		add("trial", words.trial(), parts);
		add("whatMatters", words.whatMatters(), parts);
		add("notConcluded", words.notConcluded(), parts);
		return parts;
	}

	private void add(String title, @Nullable String text, List<Part> parts) {
		if (text != null && !text.isBlank()) {
			parts.add(new Part(this.codes.word("fhir.opinion." + title), Codes.clean(text)));
		}
	}

	/** A question of the list, or one of the patient's own: {@code own1} and so on. */
	private String question(String code, List<String> ownQuestions) {
		if (!code.matches("own\\d")) {
			return this.codes.word("Question." + code);
		}
		int number = Integer.parseInt(code.substring(3));
		return (number <= ownQuestions.size()) ? Codes.clean(ownQuestions.get(number - 1)) : code;
	}

	private static Narrative narrative(String concluded, List<Part> parts) {
		Narrative narrative = new Narrative().setStatus(NarrativeStatus.GENERATED);
		narrative.setDivAsString(parts.stream()
			.map((part) -> "<h3>%s</h3><p>%s</p>".formatted(html(part.title()), html(part.text())))
			.collect(Collectors.joining("",
					"<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>" + html(concluded) + "</p>", "</div>")));
		return narrative;
	}

	private static String html(String text) {
		return HtmlUtils.htmlEscape(text, "UTF-8").replace("\n", "<br/>");
	}

	private record Part(String title, String text) {

		@Override
		public String toString() {
			return "Part[…]";
		}

	}

}
