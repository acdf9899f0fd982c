package org.secondavis.web;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.secondavis.ApplicationTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class AccentControllerTests {

	@Test
	void withoutAColourOfItsOwnTheClinicHasOurs(@Autowired MockMvcTester mvc) {
		assertThat(mvc.get().uri("/css/accent.css")).hasStatus(404);
		assertThat(mvc.get().uri("/")).bodyText().doesNotContain("accent.css");
	}

	@Nested
	@TestPropertySource(properties = "secondavis.clinic.accent=#7a1f5c")
	class WithAColour {

		@Test
		void everyPageIsShownInIt(@Autowired MockMvcTester mvc) {
			assertThat(mvc.get().uri("/connexion")).bodyText().contains("href=\"/css/accent.css?c=7a1f5c\"");
			assertThat(mvc.get().uri("/css/accent.css?c=7a1f5c")).hasStatusOk()
				.hasContentType("text/css")
				.hasHeader("Cache-Control", "max-age=31536000, immutable")
				.bodyText()
				.contains("--accent: #7a1f5c");
		}

	}

}
