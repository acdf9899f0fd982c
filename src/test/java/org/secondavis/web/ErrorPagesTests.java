package org.secondavis.web;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondavis.HttpTest;
import org.secondavis.Visitor;
import org.secondavis.Visitor.Page;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccount;
import org.secondavis.staff.StaffAccounts;
import org.secondavis.staff.StaffMother;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@TestPropertySource(properties = "server.tomcat.max-http-form-post-size=4KB")
@Import(FailingPages.class)
@ExtendWith(OutputCaptureExtension.class)
class ErrorPagesTests extends HttpTest {

	@Autowired
	private StaffAccounts accounts;

	@AfterEach
	void mendTheDatabase() {
		FailingPages.DATABASE_DOWN.set(false);
	}

	@ParameterizedTest
	@CsvSource({ "400,Nous n’avons pas pu lire cette demande,We could not read this",
			"403,Cette page ne vous est pas ouverte,This page is not open to you",
			"404,Page introuvable,Page not found", "405,Page introuvable,Page not found",
			"409,Quelqu’un vient de modifier ces informations,Somebody has just changed this",
			"413,L’envoi est trop volumineux,This is too large to send",
			"418,Nous n’avons pas pu lire cette demande,We could not read this",
			"429,Trop de tentatives en peu de temps,Too many attempts in a short time",
			"500,Une erreur s’est produite de notre côté,Something went wrong on our side",
			"502,Une erreur s’est produite de notre côté,Something went wrong on our side",
			"503,Le service est momentanément indisponible,The service is not available just now" })
	void everyStatusIsExplainedInBothLanguages(int status, String french, String english) {
		String path = "/information/test/status/" + status;
		assertExplained(this.visitor.get(path), status, french);
		assertExplained(this.visitor.get(path + "?lang=en"), status, english);
		assertExplained(this.visitor.get(path, "Accept", "application/json"), status, english);
	}

	@Test
	void staffWhoseSessionEndedGetTheirWordsBack() {
		this.visitor.get("/connexion");
		Page page = this.visitor.post("/admin/demandes/SA-1234-5678/note", "note", "à rappeler <b>");
		assertThat(page.status()).isEqualTo(403);
		assertThat(page.body()).contains("Votre session a pris fin", "à rappeler &lt;b&gt;",
				"href=\"/admin/demandes/SA-1234-5678\"");
	}

	@Test
	void whatAPageOfOursSentTooLateCanBeSentOnceMore() {
		this.visitor.get("/connexion");
		Page page = late("same-origin");
		assertThat(page.status()).isEqualTo(403);
		assertThat(page.body())
			.contains("Envoyer ce que j’avais saisi", "target=\"_blank\"",
					"action=\"/admin/demandes/SA-1234-5678/note\"", "name=\"note\" value=\"à rappeler\"",
					"name=\"version\" value=\"3\"")
			.doesNotContain("value=\"faux\"");
	}

	/** Nobody is led to send what another site made up. */
	@ParameterizedTest
	@ValueSource(strings = { "cross-site", "same-site", "none" })
	void whatAnotherSiteSentIsNotOfferedAgain(String from) {
		this.visitor.get("/connexion");
		assertThat(late(from).body()).contains("à rappeler").doesNotContain("Envoyer ce que j’avais saisi");
	}

	private Page late(String from) {
		return this.visitor.send(
				HttpRequest
					.newBuilder(URI.create("http://localhost:%d/admin/demandes/SA-1234-5678/note".formatted(this.port)))
					.POST(HttpRequest.BodyPublishers.ofString("_csrf=faux&note=%C3%A0+rappeler&version=3")),
				"Content-Type", "application/x-www-form-urlencoded", "Sec-Fetch-Site", from);
	}

	@Test
	void whoOpensADeadLinkIsToldWhatToDo() {
		assertThat(this.visitor.get("/suivi/abc").body()).contains("Ce lien n’ouvre plus rien", "01 23 45 67 89");
	}

	@Test
	void whatNobodyForesawIsLoggedWithoutWhatWasTyped(CapturedOutput output) {
		assertExplained(this.visitor.get("/information/test/unforeseen"), 500, "Une erreur");
		assertThat(output).contains("IllegalStateException")
			.contains("IllegalArgumentException")
			.contains("FailingPages")
			.doesNotContain(FailingPages.TYPED);
	}

	@Test
	void aBrokenConstraintIsLoggedWithoutWhatWasTyped(CapturedOutput output) {
		assertExplained(this.visitor.get("/information/test/broken-constraint"), 500, "Une erreur");
		assertThat(output).contains("DuplicateKeyException").doesNotContain(FailingPages.TYPED);
	}

	@Test
	void aMalformedParameterIsNotLogged(CapturedOutput output) {
		assertExplained(this.visitor.get("/information/test/number?n=secret"), 400, "Nous n’avons pas pu lire");
		assertExplained(this.visitor.get("/information/test/number"), 400, "Nous n’avons pas pu lire");
		assertThat(output).doesNotContain("secret");
	}

	/**
	 * A form whose fields nobody of us named so: it is no fault of ours, and no line of
	 * the log.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "username[0]", "username[2147483647]", "username[x]" })
	void anOddNameOfAFieldIsNotAFault(String field, CapturedOutput output) {
		this.visitor.get("/connexion");
		assertExplained(this.visitor.post("/connexion", field, "x"), 400, "Nous n’avons pas pu lire");
		assertThat(output).doesNotContain("A request failed");
	}

	@Test
	void aFieldOfAnotherObjectIsPassedOver(CapturedOutput output) {
		this.visitor.get("/connexion");
		assertThat(this.visitor.post("/connexion", "username.class.x", "x", "class.module", "x").status())
			.isEqualTo(401);
		assertThat(output).doesNotContain("A request failed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "AAAA", "AA==", "YQBi", "w6kA", "x", "" })
	void anOddNameOfASessionIsPassedOver(String name) {
		for (String path : List.of("/", "/connexion", "/suivi")) {
			HttpRequest.Builder asked = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
				.header("Cookie", "SESSION=" + name);
			assertThat(new Visitor(this.port).send(asked).status()).as(path).isEqualTo(200);
		}
	}

	@Test
	void whoWasOvertakenIsTold() {
		assertExplained(this.visitor.get("/information/test/overtaken"), 409, "Quelqu’un vient de modifier");
	}

	@Test
	void anExpiredFormIsExplained() {
		assertExplained(this.visitor.post("/demande"), 403, "La page a expiré");
		assertThat(this.visitor.post("/demande").body()).contains("Ce que vous aviez enregistré n’est pas perdu");
	}

	@Test
	void aFormThatIsTooLargeIsExplained() {
		this.visitor.get("/connexion");
		assertExplained(this.visitor.post("/information/test/form", "text", "x".repeat(5000)), 413,
				"L’envoi est trop volumineux");
	}

	@Test
	void withoutTheDatabasePagesSaySoAndRecover(CapturedOutput output) {
		FailingPages.DATABASE_DOWN.set(true);
		Page page = this.visitor.get("/information/test/database");
		assertExplained(page, 503, "Le service est momentanément indisponible");
		assertThat(page.body()).contains("Vos réponses déjà enregistrées ne sont pas perdues");
		assertThat(output).contains("The database does not answer");
		FailingPages.DATABASE_DOWN.set(false);
		assertThat(this.visitor.get("/information/test/database").body()).isEqualTo("fine");
	}

	@Test
	void withoutTheDatabaseNobodySignsIn() {
		this.visitor.get("/connexion");
		FailingPages.DATABASE_DOWN.set(true);
		assertExplained(this.visitor.post("/connexion", "username", "a@b.fr", "password", "x"), 503,
				"Le service est momentanément indisponible");
	}

	@Test
	void withoutTheDatabaseAStaffSessionIsNotLost() {
		StaffAccount account = this.accounts.save(StaffMother.aMember(Role.ADMIN));
		this.visitor.signIn(account.getEmail(), StaffMother.PASSWORD);
		FailingPages.DATABASE_DOWN.set(true);
		assertExplained(this.visitor.get("/admin/comptes"), 503, "Le service est momentanément indisponible");
		assertExplained(this.visitor.get("/connexion?lang=en"), 503, "The service is not available just now");
		FailingPages.DATABASE_DOWN.set(false);
		assertThat(this.visitor.get("/admin/comptes").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/admin;x=1", "/demande/%2e%2e/admin", "/demande//qui", "/demande/%00",
			"/information/test/number?n=%zz", "/suivi/%ff" })
	void whatTheFirewallRefusesGetsThePageTooInAnyCase(String path) throws IOException {
		String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
		assertThat(answer).startsWith("HTTP/1.1 40").contains("01 23 45 67 89", "default-src 'none'");
		assertNotTechnical(answer);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /a|b\"<> HTTP/1.1\r\nHost: localhost", "GET /%zz HTTP/1.1\r\nHost: localhost",
			"GET /demande?x=<script> HTTP/1.1\r\nHost: localhost", "GET / HTTP/1.1\r\nHost: a b",
			"GET / HTTP/1.1\r\nHost: localhost\r\nbad header", "FOO / HTTP/1.1\r\nHost: localhost",
			"TRACE / HTTP/1.1\r\nHost: localhost", "\u0001\u0002 / HTTP/1.1", "GET / HTTP/9.9\r\nHost: localhost",
			"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: x" })
	void whatTomcatRefusesGetsAPlainPage(String request) throws IOException {
		String answer = raw(request + "\r\nConnection: close\r\n\r\n");
		assertThat(answer).matches("(?s)HTTP/1.1 [45]0.*");
		assertNotTechnical(answer);
		if (answer.contains("<html")) {
			assertThat(answer).contains("01 23 45 67 89");
		}
	}

	@Test
	void aHeadOfAMissingPageHasNoBody() {
		HttpRequest.Builder head = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/inconnu"))
			.method("HEAD", BodyPublishers.noBody());
		Page page = this.visitor.send(head);
		assertThat(page.status()).isEqualTo(404);
		assertThat(page.body()).isEmpty();
	}

	private void assertExplained(Page page, int status, String title) {
		assertThat(page.status()).isEqualTo(status);
		assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
		assertThat(page.header("Content-Security-Policy")).isEqualTo(SecurityConfiguration.CONTENT_POLICY);
		assertThat(page.header("Cache-Control")).contains("no-store");
		assertThat(page.body()).contains(title, "01 23 45 67 89", "Clinique des Tilleuls");
		assertNotTechnical(page.body());
	}

	private static void assertNotTechnical(String text) {
		assertThat(text).doesNotContainIgnoringCase("Exception")
			.doesNotContainIgnoringCase("Tomcat")
			.doesNotContainIgnoringCase("Whitelabel")
			.doesNotContain("/information/test", "HTTP Status", FailingPages.TYPED);
	}

	private String raw(String request) throws IOException {
		try (Socket socket = new Socket("localhost", this.port)) {
			OutputStream out = socket.getOutputStream();
			out.write(request.getBytes(StandardCharsets.ISO_8859_1));
			out.flush();
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
