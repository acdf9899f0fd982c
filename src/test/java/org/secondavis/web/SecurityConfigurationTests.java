package org.secondavis.web;

import java.util.UUID;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondavis.ApplicationTest;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffMember;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.PageToken.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

@ApplicationTest
class SecurityConfigurationTests {

	@Autowired
	private MockMvcTester mvc;

	@ParameterizedTest
	@CsvSource({ "GET,/", "GET,/information/pourquoi", "GET,/demande", "POST,/demande", "POST,/demande/oublier",
			"GET,/demande/qui", "POST,/demande/qui", "GET,/demande/envoyee", "GET,/suivi/abc", "GET,/connexion",
			"GET,/connexion/acces/abc", "POST,/connexion/acces/abc", "GET,/static/css/app.css",
			"GET,/webjars/bootstrap/5.3.8/css/bootstrap.min.css", "GET,/static/icons.svg", "GET,/static/favicon.svg",
			"GET,/robots.txt", "GET,/sitemap.xml", "GET,/error", "GET,/actuator/health",
			"GET,/actuator/health/readiness" })
	void anybodyReachesPublicPages(HttpMethod method, String path) {
		assertThat(isReached(send(method, path, null))).isTrue();
		for (Role role : Role.values()) {
			if (!path.equals("/connexion")) {
				assertThat(isReached(send(method, path, role))).as("as %s", role).isTrue();
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/inconnu", "/administration", "/actuator", "/actuator/env", "/actuator/heapdump",
			"/essai/courriers", "/connexion/refus", "/connexion/autre", "/deconnexion", "/h2-console", "/demandes",
			"/suivis/abc", "/.git/config" })
	void whatIsNotNamedLooksAsIfItDidNotExist(String path) {
		for (Role role : new Role[] { null, Role.SECRETARIAT, Role.DOCTOR, Role.ADMIN }) {
			MvcTestResult result = send(HttpMethod.GET, path, role);
			assertThat(result).as("as %s", role).hasStatus(404);
			assertThat(isReached(result)).as("as %s", role).isFalse();
		}
	}

	@ParameterizedTest
	@CsvSource({ "GET,/admin", "GET,/admin/demandes/SA-1234-5678", "GET,/admin/courriers", "GET,/admin/comptes",
			"GET,/admin/inconnu" })
	void staffPagesSendStrangersToSignIn(HttpMethod method, String path) {
		MvcTestResult result = send(method, path, null);
		assertThat(result).hasStatus(302)
			.headers()
			.hasHeaderSatisfying("Location",
					(location) -> assertThat(location).first(InstanceOfAssertFactories.STRING).endsWith("/connexion"));
		assertThat(isReached(result)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/admin/demandes/SA-1234-5678/note", "/admin/comptes/nouveau" })
	void whoSendsAFormAfterTheSessionEndedIsNotLetIn(String path) {
		MvcTestResult result = send(HttpMethod.POST, path, null);
		assertThat(result).hasStatus(403);
		assertThat(isReached(result)).isFalse();
	}

	@ParameterizedTest
	@EnumSource(Role.class)
	void everyRoleReachesTheRequests(Role role) {
		assertThat(isReached(send(HttpMethod.GET, "/admin", role))).isTrue();
		assertThat(isReached(send(HttpMethod.GET, "/admin/demandes/SA-1234-5678", role))).isTrue();
		assertThat(isReached(send(HttpMethod.POST, "/admin/demandes/SA-1234-5678/prendre-en-charge", role))).isTrue();
		assertThat(isReached(send(HttpMethod.GET, "/admin/courriers", role))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/admin/comptes", "/admin/comptes/nouveau", "/admin/comptes/x/bloquer" })
	void onlyAdministratorsReachTheAccounts(String path) {
		for (HttpMethod method : new HttpMethod[] { HttpMethod.GET, HttpMethod.POST }) {
			assertThat(send(method, path, Role.SECRETARIAT)).hasStatus(403);
			assertThat(send(method, path, Role.DOCTOR)).hasStatus(403);
			assertThat(isReached(send(method, path, Role.ADMIN))).isTrue();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/demande", "/demande/qui", "/demande/verification", "/demande/oublier", "/suivi/abc",
			"/connexion", "/connexion/acces/abc", "/deconnexion", "/admin/comptes/nouveau",
			"/admin/demandes/SA-1234-5678/prendre-en-charge", "/inconnu" })
	void nothingIsSentWithoutTheToken(String path) {
		assertThat(this.mvc.post().uri(path)).hasStatus(403);
		assertThat(this.mvc.post().uri(path).with(user(member(Role.ADMIN)))).hasStatus(403);
		assertThat(this.mvc.post().uri(path).param("_csrf", "made up")).hasStatus(403);
	}

	@Test
	void theTrialMailboxIsHiddenOtherwise() {
		assertThat(send(HttpMethod.GET, "/essai/courriers", null)).hasStatus(404);
	}

	private MvcTestResult send(HttpMethod method, String path, @Nullable Role role) {
		return send(this.mvc, method, path, role);
	}

	private static MvcTestResult send(MockMvcTester mvc, HttpMethod method, String path, @Nullable Role role) {
		return mvc.method(method)
			.uri(path)
			.with(csrf())
			.with((role != null) ? user(member(role)) : anonymous())
			.exchange();
	}

	/** Whether security let the request through, wherever it went from there. */
	private static boolean isReached(MvcTestResult result) {
		return result.getMvcResult().getHandler() != null || result.getMvcResult().getResolvedException() != null
				|| result.getResponse().getStatus() == 200;
	}

	private static StaffMember member(Role role) {
		return new StaffMember(UUID.randomUUID(), "Anne Martin", "anne@tilleuls.example", role, null, false);
	}

	@Nested
	@TestPropertySource(properties = { "secondavis.trial.enabled=true", "secondavis.trial.data=target/trial" })
	class InATrial {

		@Test
		void anybodyReachesTheMailbox(@Autowired MockMvcTester mvc) {
			assertThat(isReached(send(mvc, HttpMethod.GET, "/essai/courriers", null))).isTrue();
		}

	}

}
