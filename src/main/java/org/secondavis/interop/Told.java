package org.secondavis.interop;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.secondavis.document.Availability;
import org.secondavis.document.Paper;
import org.secondavis.document.PaperType;
import org.secondavis.request.Contact;
import org.secondavis.request.Expectations;
import org.secondavis.request.Narrative;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.Situation;

/**
 * What a patient told.
 *
 * @param request the request
 * @param narrative what was told in words; none if it cannot be opened
 * @param papers which papers there are
 */
record Told(SecondOpinionRequest request, @Nullable Narrative narrative, List<Paper> papers) {

	Contact contact() {
		return this.request.getContact();
	}

	Situation situation() {
		return this.request.getSituation();
	}

	Expectations expectations() {
		return this.request.getExpectations();
	}

	Stream<String> words(Function<Narrative, @Nullable String> field) {
		return (this.narrative != null) ? Stream.ofNullable(field.apply(this.narrative)) : Stream.empty();
	}

	List<String> ownQuestions() {
		return (this.narrative != null) ? this.narrative.ownQuestions() : List.of();
	}

	Stream<Availability> availability(PaperType type) {
		return this.papers.stream().filter((paper) -> paper.getType() == type).map(Paper::getAvailability);
	}

	@Override
	public String toString() {
		return "Told[%s]".formatted(this.request.getReference());
	}

}
