package org.secondavis.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;

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

	/** The field for files: nothing that could be typed, and nothing to be kept. */
	@JsonIgnore
	public Map<String, String> getFiles() {
		return Map.of();
	}

	/** The same, where one has the papers that one has sent. */
	PapersForm having(Set<PaperType> sent) {
		Map<String, String> more = new TreeMap<>(this.documents);
		sent.forEach((paper) -> more.put(paper.name(), Availability.HAVE.name()));
		return new PapersForm(more);
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
