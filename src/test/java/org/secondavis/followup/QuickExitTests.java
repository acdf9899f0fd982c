package org.secondavis.followup;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondavis.HttpTest;
import org.secondavis.Visitor;
import org.secondavis.Visitor.Page;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.request.RequestMother.aRequest;

class QuickExitTests extends HttpTest {

	@Autowired
	private Patient patient;

	@BeforeEach
	void fillIn() {
		this.patient.sends(this.visitor, aRequest()).showsACode();
		this.visitor.get("/demande");
		this.visitor.post("/demande");
	}

	@Test
	void theDeviceForgetsAllAndIsLedAway() {
		assertThat(this.visitor.cookieNames()).contains("demande", "reprise")
			.anyMatch((name) -> name.startsWith("appareil-"));
		Page page = this.visitor.post("/suivi/quitter");
		assertThat(page.status()).isEqualTo(303);
		assertThat(page.header("Clear-Site-Data")).isEqualTo("\"cache\", \"cookies\", \"storage\"");
		assertThat(this.visitor.cookieNames()).doesNotContain("demande", "reprise", "suivi")
			.noneMatch((name) -> name.startsWith("appareil-"));
		assertThat(this.visitor.get("/demande/qui").location()).isEqualTo("/demande?avis=perdue");
		assertThat(this.patient.opens("/messages").location()).contains("/code?vers=messages");

		Page away = this.visitor.follow(page);
		assertThat(away.header("Refresh")).isEqualTo("0; url=https://meteofrance.com/");
		assertThat(away.header("Cache-Control")).contains("no-store");
		assertThat(away.body()).contains("<title>meteofrance.com</title>", "href=\"https://meteofrance.com/\"")
			.doesNotContain("Tilleuls", "avis", "??");
	}

	@Test
	void itWorksOnAPageWhoseTokenIsForgotten() {
		assertThat(new Visitor(this.port).post("/suivi/quitter").status()).isEqualTo(303);
	}

	@ParameterizedTest
	@ValueSource(strings = { "cross-site", "same-site" })
	void anotherSiteCannotMakeTheDeviceForget(String site) {
		Page page = this.visitor
			.send(HttpRequest.newBuilder(URI.create("http://localhost:%d/suivi/quitter".formatted(this.port)))
				.POST(BodyPublishers.noBody()), "Sec-Fetch-Site", site);
		assertThat(page.status()).isEqualTo(303);
		assertThat(page.header("Clear-Site-Data")).isEmpty();
		assertThat(this.visitor.cookieNames()).contains("demande");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/demande", "/demande/qui", "/demande/plus-tard", "/demande/verification",
			"/demande/preparer", "/suivi", "/suivi/unknown" })
	void everyPageOfTheFormCanBeLeft(String path) {
		String page = this.visitor.get(path).body();
		if (!page.isEmpty()) {
			assertCanBeLeftEarly(page);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/messages", "/code", "/coordonnees", "/retrait", "/effacement", "/liens", "/copie" })
	void everyPageBehindALinkCanBeLeft(String part) {
		assertCanBeLeftEarly(this.patient.opens(part).body());
	}

	private static void assertCanBeLeftEarly(String page) {
		assertThat(page).contains("form=\"leave\"", "id=\"leave\"", "action=\"/suivi/quitter\"", "Quitter vite");
		String before = page.substring(page.indexOf("<body"), page.indexOf("<button type=\"submit\" form=\"leave\""));
		assertThat(before.split("<(a|button|input|select|textarea) ")).as("what Tab reaches before").hasSizeLessThan(4);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/information/pourquoi", "/connexion" })
	void pagesThatTellNothingNeedNoWayOut(String path) {
		assertThat(this.visitor.get(path).body()).doesNotContain("/suivi/quitter");
	}

}
