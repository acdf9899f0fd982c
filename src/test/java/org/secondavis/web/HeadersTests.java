package org.secondavis.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondavis.HttpTest;
import org.secondavis.Visitor.Page;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class HeadersTests extends HttpTest {

	@Autowired
	private JdbcClient jdbc;

	@ParameterizedTest
	@ValueSource(
			strings = { "/", "/information/pourquoi", "/demande", "/suivi/abc", "/connexion", "/connexion/acces/abc",
					"/inconnu", "/static/css/app.css", "/robots.txt", "/sitemap.xml", "/actuator/health/liveness" })
	void everyPageIsProtected(String path) {
		Page page = this.visitor.get(path);
		assertThat(page.header("Content-Security-Policy")).isEqualTo(SecurityConfiguration.CONTENT_POLICY);
		assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
		assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
		assertThat(page.header("Permissions-Policy")).contains("camera=()");
		assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
		assertThat(page.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
		assertThat(page.header("Strict-Transport-Security")).isEmpty();
		assertThat(page.header("Server")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/demande/documents", "/demande/documents?retour=verification", "/admin" })
	void pagesForFilesAndOfStaffMayRunAScriptOfOurOwn(String path) {
		assertThat(this.visitor.get(path).header("Content-Security-Policy"))
			.isEqualTo(SecurityConfiguration.SCRIPT_POLICY)
			.contains("script-src 'self';", "connect-src 'self';")
			.doesNotContain("unsafe", "https:", "*");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/demande", "/demande/qui", "/suivi/abc", "/connexion", "/connexion/acces/abc", "/admin" })
	void personalPagesAreNotStored(String path) {
		assertThat(this.visitor.get(path).header("Cache-Control")).contains("no-store");
	}

	@Test
	void staticFilesAreKeptForLongUnderAddressesThatChangeWithThem() {
		String page = this.visitor.get("/connexion").body();
		String stylesheet = page.replaceAll("(?s).*href=\"(/static/css/app-[0-9a-f]+\\.css)\".*", "$1");
		assertThat(this.visitor.get(stylesheet).header("Cache-Control")).isEqualTo("max-age=31536000");
		assertThat(this.visitor.get("/robots.txt").header("Cache-Control")).isEqualTo("max-age=86400");
		assertThat(this.visitor.get("/sitemap.xml").header("Cache-Control")).isEqualTo("max-age=86400");
	}

	@Test
	void behindATlsProxyTheTransportIsStrictAndCookiesAreSecure() {
		Page page = this.visitor.get("/connexion", "X-Forwarded-Proto", "https");
		assertThat(page.header("Strict-Transport-Security")).startsWith("max-age=");
		assertThat(page.header("Set-Cookie")).contains("Secure", "HttpOnly", "SameSite=Lax");
	}

	@Test
	void strangersGetNoSession() {
		int before = sessions();
		for (String path : new String[] { "/", "/information/pourquoi", "/demande", "/suivi/abc", "/connexion",
				"/connexion/acces/abc", "/admin", "/admin/demandes/SA-1234-5678", "/inconnu?lang=en" }) {
			this.visitor.get(path);
		}
		this.visitor.post("/demande");
		this.visitor.post("/connexion", "username", "inconnue@tilleuls.example", "password", "x");
		assertThat(this.visitor.cookieNames()).doesNotContain("SESSION", "JSESSIONID");
		assertThat(sessions()).isEqualTo(before);
	}

	private int sessions() {
		return this.jdbc.sql("select count(*) from spring_session").query(Integer.class).single();
	}

	@ParameterizedTest
	@ValueSource(strings = { "demande=%%%", "demande=%zz", "suivi=%", "demande=\u00e9" })
	void oddCookiesOfPatientsCountAsNone(String cookie) {
		assertThat(this.visitor.get("/demande", "Cookie", cookie).status()).isEqualTo(200);
		assertThat(this.visitor.get("/demande/envoyee", "Cookie", cookie).location()).isEqualTo("/demande?avis=perdue");
	}

	@ParameterizedTest
	@ValueSource(strings = { "REDIRECT_URI=!!!", "REDIRECT_URI=aHR0cHM6Ly9ldmlsLmV4YW1wbGU=", "REDIRECT_URI=L3sleno=",
			"XSRF-TOKEN=", "XSRF-TOKEN=\u00e9", "SESSION=!!!", "SESSION=bm90aGluZw==", "langue=\u00e9", "a=\"",
			"=;=;;" })
	void oddCookiesBreakNothing(String cookie) {
		assertThat(this.visitor.get("/connexion", "Cookie", cookie).status()).isEqualTo(200);
	}

}
