package org.secondavis.request;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.request.RequestMother.aRequest;

class SearchTextTests {

	@Test
	void forgetsAccentsCapitalsAndApostrophes() {
		assertThat(SearchText.normalise("  O’Brien-N'Guyen d’ÉTÉ\n")).isEqualTo("o brien n guyen d ete");
		assertThat(SearchText.normalise("Jean‐Cœur Łukasz Strauß")).isEqualTo("jean coeur lukasz strauss");
	}

	@Test
	void holdsIdentityAndContactAndNoWordOfHealth() {
		Answers answers = aRequest().byHelper().answers();
		String text = SearchText.of(Reference.random(), answers.patient(), answers.helper(), answers.contact());
		assertThat(text).contains("zoe", "o brien", "obriennguyen", "33612345678", "0612345678", "zoe@patiente.example",
				"camille ng");
		assertThat(text).doesNotContain("histoire", "carcinome", "jardiner");
	}

}
