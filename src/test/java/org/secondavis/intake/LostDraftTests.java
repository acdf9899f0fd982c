package org.secondavis.intake;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.secondavis.HttpTest;
import org.secondavis.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A form that is gone while somebody still writes in it. */
class LostDraftTests extends HttpTest {

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void loseTheForm() {
		this.visitor.get("/demande");
		this.visitor.post("/demande");
		this.visitor.get("/demande/situation");
		this.jdbc.sql("truncate draft cascade").update();
	}

	@ParameterizedTest
	@CsvSource({ "situation,story", "attentes,ownQuestion1", "contact,accessNeeds" })
	void whatWasJustWrittenIsGivenBackAndNothingBegunInSilence(String step, String field) {
		Visitor.Page page = this.visitor.post("/demande/" + step, field, "Une grosseur <b>découverte</b> en août.",
				"action", "continue");
		assertThat(page.status()).isEqualTo(410);
		assertThat(page.body())
			.contains("Nous ne retrouvons pas vos réponses", "Une grosseur &lt;b&gt;découverte&lt;/b&gt; en août.",
					"Copiez ces textes", "7 jours", "href=\"/suivi\"", "tel:")
			.doesNotContain("??");
		assertThat(page.header("Cache-Control")).contains("no-store");
		assertThat(this.visitor.get("/demande").body()).contains("Commencer ma demande");
	}

	@Test
	void whoWroteNothingIsToldAtTheBeginningOfTheForm() {
		Visitor.Page page = this.visitor.post("/demande/qui", "firstName", "Zoë", "action", "continue");
		assertThat(page.location()).isEqualTo("/demande?avis=perdue");
		assertThat(this.visitor.follow(page).body()).contains("Que faire", "Commencer ma demande");
		assertThat(this.visitor.get("/demande/perdue").location()).isEqualTo("/demande?avis=perdue");
	}

}
