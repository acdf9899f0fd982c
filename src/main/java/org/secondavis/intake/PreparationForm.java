package org.secondavis.intake;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.secondavis.document.Availability;
import org.secondavis.document.PaperType;
import org.secondavis.request.Expectations.Priority;
import org.secondavis.request.Expectations.Question;

/**
 * What a patient prepares before the request; nothing of it is kept until the form
 * begins.
 *
 * @param questions the questions ticked in the list
 * @param first what matters most; the others follow in their order
 * @param priorityDetail what matters, in the patient's words
 * @param documents which papers there are, by type
 */
record PreparationForm(List<String> questions, String ownQuestion1, String ownQuestion2, String ownQuestion3,
		String first, String second, String third, String fourth, String priorityDetail,
		Map<String, String> documents) {

	/** The places in the order of the priorities. */
	static final List<String> PLACES = List.of("first", "second", "third", "fourth");

	/** What can be put in order; not to know is no priority. */
	static final List<Priority> PRIORITIES = Stream.of(Priority.values())
		.filter((priority) -> priority != Priority.UNKNOWN)
		.toList();

	/** The order goes into the same answer of the form as these words. */
	static final int DETAIL = 500;

	PreparationForm {
		questions = Text.lines(questions);
		ownQuestion1 = Text.line(ownQuestion1);
		ownQuestion2 = Text.line(ownQuestion2);
		ownQuestion3 = Text.line(ownQuestion3);
		first = Text.line(first);
		second = Text.line(second);
		third = Text.line(third);
		fourth = Text.line(fourth);
		priorityDetail = Text.area(priorityDetail);
		Map<String, String> tidy = new TreeMap<>();
		documents.forEach((paper, code) -> tidy.put(paper, Text.line(code)));
		documents = Map.copyOf(tidy);
	}

	void check(Check check) {
		check.choices("questions", Question.class)
			.atMost(Check.LINE, "ownQuestion1", "ownQuestion2", "ownQuestion3")
			.atMost(DETAIL, "priorityDetail");
		List<String> ranked = ranked();
		for (int place = 0; place < PLACES.size(); place++) {
			check.choice(PLACES.get(place), Priority.class);
			if (!ranked.get(place).isEmpty() && ranked.indexOf(ranked.get(place)) < place) {
				check.wrong(PLACES.get(place), "twice");
			}
		}
		for (PaperType paper : PaperType.values()) {
			check.choice("documents[%s]".formatted(paper), Availability.class);
		}
	}

	private List<String> ranked() {
		return List.of(this.first, this.second, this.third, this.fourth);
	}

	/** What matters, in the order given. */
	public List<Priority> priorities() {
		return Codes.all(Priority.class, ranked());
	}

	/** The questions of the list and the patient's own. */
	public List<String> ownQuestions() {
		return Stream.of(this.ownQuestion1, this.ownQuestion2, this.ownQuestion3)
			.filter((question) -> !question.isEmpty())
			.toList();
	}

	/** The papers of which this was said. */
	public List<PaperType> papers(Availability availability) {
		return Stream.of(PaperType.values())
			.filter((paper) -> availability.name().equals(this.documents.get(paper.name())))
			.toList();
	}

	@Override
	public String toString() {
		return "PreparationForm[…]";
	}

}
