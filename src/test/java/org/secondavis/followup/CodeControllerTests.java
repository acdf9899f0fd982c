package org.secondavis.followup;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondavis.HttpTest;
import org.secondavis.Visitor;
import org.secondavis.Visitor.Page;
import org.secondavis.access.OneTimeCodes;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.request.RequestMother.aRequest;

class CodeControllerTests extends HttpTest {

	@Autowired
	private Patient patient;

	@Autowired
	private OneTimeCodes codes;

	@BeforeEach
	void send() {
		this.patient.sends(this.visitor, aRequest());
	}

	@Test
	void aNewDeviceIsAskedForACodeFirst() {
		Page page = this.patient.opens("/messages");
		assertThat(page.location()).isEqualTo(this.patient.address() + "/code?vers=messages");
		assertThat(this.patient.follows(page).body()).contains("value=\"send\"")
			.doesNotContain("name=\"code\"", "??", "zoe@");
	}

	@Test
	void theCodeComesByMailAndOpensTheDoorOnThisDevice() {
		this.patient.opens("/code?vers=messages");
		Page sent = this.patient.posts("/code", "action", "send", "vers", "messages");
		assertThat(this.patient.follows(sent).body()).contains("role=\"status\"", "valable 15 minutes", "name=\"code\"",
				"autocomplete=\"one-time-code\"", "inputmode=\"numeric\"");
		assertThat(this.patient.mails()).containsExactly("code to PATIENT");

		String code = this.codes.issueAtOnce(this.patient.request().getId());
		Page open = this.patient.typesCode(" " + code.substring(0, 3) + " " + code.substring(3));
		assertThat(open.location()).isEqualTo(this.patient.address() + "/messages");
		assertThat(open.header("Set-Cookie")).contains("Path=/suivi;", "HttpOnly", "SameSite=Lax", "Max-Age=2592000");
		assertThat(this.patient.follows(open).status()).isEqualTo(200);
	}

	@Test
	void anotherLinkToTheSameRequestNeedsNoOtherCode() {
		this.patient.showsACode().newLink();
		assertThat(this.patient.opens("/messages").status()).isEqualTo(200);
	}

	@Test
	void aDeviceOfOneRequestIsAStrangerToAnother() {
		this.patient.showsACode();
		this.patient.sends(this.visitor, aRequest());
		assertThat(this.patient.opens("/messages").status()).isEqualTo(302);
	}

	@Test
	void anotherDeviceIsAskedForItsOwnCode() {
		this.patient.showsACode().with(new Visitor(this.port));
		assertThat(this.patient.opens("/messages").status()).isEqualTo(302);
	}

	@Test
	void aWrongCodeIsExplained() {
		this.codes.issueAtOnce(this.patient.request().getId());
		Page wrong = this.patient.typesCode("abcdef");
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.body()).contains("<title>Erreur", "n’est pas le bon", "value=\"abcdef\"").doesNotContain("??");
		assertThat(this.patient.typesCode("").body()).contains("Saisissez les six chiffres");
		assertThat(this.patient.opens("/messages").status()).isEqualTo(302);
	}

	@Test
	void nobodyIsFloodedWithCodes() {
		this.patient.opens("/code");
		for (int i = 0; i < 5; i++) {
			assertThat(this.patient.posts("/code", "action", "send").status()).isEqualTo(302);
		}
		assertThat(this.patient.posts("/code", "action", "send").status()).isEqualTo(429);
		assertThat(this.patient.mails()).hasSize(5);
	}

	@Test
	void withoutAnAddressThePageSaysToCall() {
		this.patient.sends(this.visitor, aRequest().withoutEmail());
		assertThat(this.patient.opens("/code").body()).contains("Appelez le secrétariat")
			.doesNotContain("value=\"send\"");
		this.patient.posts("/code", "action", "send");
		assertThat(this.patient.mails()).isEmpty();
	}

	@Test
	void thePageSpeaksEnglishToo() {
		this.visitor.get("/?lang=en");
		assertThat(this.patient.opens("/code").body()).contains("<html lang=\"en\">", "Email me a code")
			.doesNotContain("??");
	}

}
