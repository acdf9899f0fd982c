package org.secondavis.intake;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.secondavis.document.Availability;
import org.secondavis.document.Paper;
import org.secondavis.document.PaperType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class PapersFormTests {

	@Test
	void whatIsAnsweredBecomesThePapers() {
		assertThat(TypedForm.papers().as(PapersForm.class).toPapers(UUID.randomUUID()))
			.extracting(Paper::getType, Paper::getAvailability)
			.containsExactly(tuple(PaperType.PATHOLOGY, Availability.HAVE),
					tuple(PaperType.IMAGES, Availability.CAN_GET));
	}

	@Test
	void nothingIsNeeded() {
		assertThat(Problems.of(Step.PAPERS, TypedForm.empty())).isEmpty();
	}

	@Test
	void anUnknownAnswerIsExplained() {
		assertThat(Problems.of(Step.PAPERS, TypedForm.papers().with("documents[LETTERS]", "X")))
			.containsExactly("documents[LETTERS]:noChoice");
	}

	@Test
	void hostileNamesDoNothing() {
		TypedForm typed = TypedForm.papers()
			.with("documents", "HAVE")
			.with("documents[", "HAVE")
			.with("documents[]", "HAVE")
			.with("documents[X]", "HAVE")
			.with("documents[a.b[0]]", "HAVE")
			.with("documents[PATHOLOGY].class", "HAVE")
			.with("documents['PATHOLOGY']", "NO")
			.with("class.module.classLoader", "X");
		assertThat(typed.as(PapersForm.class)).isEqualTo(TypedForm.papers().as(PapersForm.class));
	}

}
