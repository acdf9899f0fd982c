package org.secondavis.followup;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondavis.HttpTest;
import org.secondavis.Visitor.Page;
import org.secondavis.encryption.Vault;
import org.secondavis.request.RequestMother;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.request.RequestMother.aRequest;

class LostLinkTests extends HttpTest {

	private static final String ADDRESS = "zoe@patiente.example";

	@Autowired
	private Requests requests;

	@Autowired
	private Vault vault;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void forget() {
		this.jdbc.sql("truncate throttle").update();
		this.visitor.get("/suivi");
	}

	@Test
	void referenceAndAddressBringALinkByMail() {
		SecondOpinionRequest request = receive(aRequest());
		Page answer = ask(" " + request.getReference().value().toLowerCase(Locale.ROOT).replace('-', ' '),
				"Zoe@Patiente.example ");
		assertThat(answer.location()).isEqualTo("/suivi?avis=envoye");
		assertThat(this.visitor.follow(answer).body()).contains("role=\"status\"", "un courriel est en route");
		assertThat(mails(request)).containsExactly("link to PATIENT");
	}

	@Test
	void nobodyLearnsWhetherTheyBelongTogether() {
		SecondOpinionRequest request = receive(aRequest());
		Page right = ask(request.getReference().value(), ADDRESS);
		Page otherAddress = ask(request.getReference().value(), "autre@patiente.example");
		Page unknown = ask("SA-0000-0000", ADDRESS);
		assertThat(List.of(otherAddress, unknown)).allSatisfy((page) -> {
			assertThat(page.status()).isEqualTo(right.status());
			assertThat(page.location()).isEqualTo(right.location());
			assertThat(page.response().headers().map().keySet()).isEqualTo(right.response().headers().map().keySet());
		});
		assertThat(mails(request)).hasSize(1);
	}

	@Test
	void noLinkLeavesForAnAddressInDoubtOrASuspectRequest() {
		SecondOpinionRequest revoked = receive(aRequest());
		this.jdbc.sql("update second_opinion_request set links_revoked_at = now() where id = :id")
			.param("id", revoked.getId())
			.update();
		SecondOpinionRequest suspect = this.requests.save(aRequest().suspect(this.vault));
		ask(revoked.getReference().value(), ADDRESS);
		ask(suspect.getReference().value(), ADDRESS);
		assertThat(mails(revoked)).isEmpty();
		assertThat(mails(suspect)).isEmpty();
	}

	@Test
	void whatIsMistypedIsExplainedAndKept() {
		Page page = ask("SA-7K2M-9QXU", "zoe@");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.body())
			.contains("un des signes ne convient pas", "Saisissez une adresse comme", "value=\"SA-7K2M-9QXU\"",
					"value=\"zoe@\"", "<title>Erreur")
			.doesNotContain("??");
		assertThat(ask("", "").body()).contains("Saisissez la référence", "Saisissez l’adresse");
	}

	@Test
	void askingAgainAndAgainForOneReferenceIsRefusedWhetherItExistsOrNot() {
		SecondOpinionRequest request = receive(aRequest());
		for (String reference : List.of(request.getReference().value(), "SA-0000-0000")) {
			for (int i = 0; i < 5; i++) {
				assertThat(ask(reference, ADDRESS).status()).isEqualTo(302);
			}
			assertThat(ask(reference, ADDRESS).status()).isEqualTo(429);
		}
		assertThat(mails(request)).hasSize(5);
	}

	@Test
	void oneNetworkCannotTryManyReferences() {
		for (int i = 0; i < 20; i++) {
			assertThat(ask(receive(aRequest()).getReference().value(), "x@y.example").status()).isEqualTo(302);
		}
		assertThat(ask(receive(aRequest()).getReference().value(), ADDRESS).status()).isEqualTo(429);
	}

	@Test
	void aLinkThatLeadsNowhereShowsTheWayHere() {
		assertThat(this.visitor.get("/suivi/unknown").body()).contains("href=\"/suivi\"", "nouveau lien de suivi");
		assertThat(this.visitor.get("/information/unknown").body()).doesNotContain("nouveau lien de suivi");
	}

	private Page ask(String reference, String email) {
		return this.visitor.post("/suivi", "reference", reference, "email", email, "action", "send");
	}

	/** A request whose first mails have been dealt with. */
	private SecondOpinionRequest receive(RequestMother mother) {
		SecondOpinionRequest request = this.requests.save(mother.submit(this.vault));
		this.jdbc.sql("delete from outgoing_mail").update();
		return request;
	}

	private List<String> mails(SecondOpinionRequest request) {
		return this.jdbc.sql("select template || ' to ' || recipient from outgoing_mail where request_id = :id")
			.param("id", request.getId())
			.query(String.class)
			.list();
	}

}
