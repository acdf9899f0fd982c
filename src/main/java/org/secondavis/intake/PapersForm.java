package org.secondavis.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import org.secondavis.document.Availability;
import org.secondavis.document.Paper;
import org.secondavis.document.PaperType;

/** Step 5: which papers the patient has, by type of paper. */
record PapersForm(Map<String, String> documents) implements StepForm {

	PapersForm {
		Map<String, String> tidy = new TreeMap<>();
		documents.forEach((paper, code) -> tidy.put(paper, Text.line(code)));
		documents = Map.copyOf(tidy);
	}

	@Override
	public void check(Check check, TypedAnswers all, LocalDate today) {
		for (PaperType paper : PaperType.values()) {
			check.choice("documents[%s]".formatted(paper), Availability.class);
		}
	}

	/** A line for each question that was answered. */
	List<Paper> toPapers(UUID requestId) {
		return Stream.of(PaperType.values())
			.flatMap((paper) -> Codes.find(Availability.class, this.documents.getOrDefault(paper.name(), ""))
				.map((availability) -> new Paper(requestId, paper, availability))
				.stream())
			.toList();
	}

	@Override
	public String toString() {
		return "PapersForm[…]";
	}

}
