package org.secondavis.staff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.secondavis.ApplicationTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.PageToken.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** Tries every address of the workspace in every role. */
@ApplicationTest
class RightTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mapping;

	@ParameterizedTest
	@EnumSource(Role.class)
	void everyRouteIsOpenToThoseWhomTheTableNamesAndToNobodyElse(Role role) {
		StaffMember me = new StaffMember(UUID.randomUUID(), "Anne Martin", "anne@tilleuls.example", role, null, false);
		SoftAssertions all = new SoftAssertions();
		routes().forEach((route) -> {
			Set<Right> rights = route.rights();
			all.assertThat(rights).as("rights that name %s", route).hasSize(1);
			boolean open = rights.stream().anyMatch((right) -> right.roles().contains(role));
			int status = this.mvc.method(HttpMethod.valueOf(route.method()))
				.uri(route.address(me.id()))
				.with(csrf())
				.with(user(me))
				.exchange()
				.getResponse()
				.getStatus();
			all.assertThat(status != 403).as("%s as %s: %d", route, role, status).isEqualTo(open);
		});
		all.assertAll();
	}

	@Test
	void noRightIsLeftOver() {
		Set<Right> used = routes().flatMap((route) -> route.rights().stream()).collect(Collectors.toSet());
		assertThat(used).containsExactlyInAnyOrder(Right.values());
	}

	@ParameterizedTest
	@CsvSource({ "GET, /admin/inconnu", "DELETE, /admin/comptes", "PUT, /admin/demandes/SA-1234-5678",
			"POST, /admin/demandes/SA-1234-5678/inconnu", "GET, /admin/lot", "GET, /admin/reglages/inconnu" })
	void whatTheTableDoesNotNameExistsForNobody(String method, String address) {
		for (Role role : Role.values()) {
			StaffMember me = new StaffMember(UUID.randomUUID(), "Anne", "anne@tilleuls.example", role, null, false);
			assertThat(this.mvc.method(HttpMethod.valueOf(method)).uri(address).with(csrf()).with(user(me)))
				.as("as %s", role)
				.hasStatus(404);
		}
	}

	@Test
	void whoMayReadAPageMayAskForItsHead() {
		assertThat(Right.neededFor(new MockHttpServletRequest("HEAD", "/admin"))).contains(Right.READ_REQUESTS);
	}

	@Test
	void theDocumentSaysWhatTheTableSays() throws IOException {
		List<String> rows = Files.readAllLines(Path.of("docs/roles.md"))
			.stream()
			.filter((line) -> line.startsWith("| `"))
			.toList();
		assertThat(rows).hasSameSizeAs(Right.values());
		for (Right right : Right.values()) {
			assertThat(rows.get(right.ordinal())).startsWith("| `" + right + "` | ").endsWith(told(right));
		}
	}

	private static String told(Right right) {
		String addresses = right.addresses()
			.stream()
			.map((address) -> "`" + address.replace("|", "\\|") + "`")
			.collect(Collectors.joining(" "));
		return Stream.of(Role.SECRETARIAT, Role.DOCTOR, Role.ADMIN)
			.map((role) -> right.roles().contains(role) ? "yes" : "–")
			.collect(Collectors.joining(" | ", " | " + addresses + " | ", " |"));
	}

	private Stream<Route> routes() {
		return this.mapping.getHandlerMethods()
			.keySet()
			.stream()
			.flatMap((info) -> info.getPatternValues()
				.stream()
				.filter((pattern) -> pattern.equals("/admin") || pattern.startsWith("/admin/"))
				.flatMap((pattern) -> methods(info.getMethodsCondition().getMethods())
					.map((method) -> new Route(method.name(), pattern))));
	}

	private static Stream<RequestMethod> methods(Set<RequestMethod> named) {
		return named.isEmpty() ? Arrays.stream(RequestMethod.values()) : named.stream();
	}

	/** A method and a pattern of a controller. */
	private record Route(String method, String pattern) {

		/** Doctors look after their own: whose page it is, is whoever asks. */
		String address(UUID me) {
			return this.pattern.replace("{reference}", "SA-1234-5678")
				.replace("{action}", "attribuer")
				.replace("{id}", me.toString())
				.replaceAll("\\{\\w+}", UUID.randomUUID().toString());
		}

		Set<Right> rights() {
			MockHttpServletRequest request = new MockHttpServletRequest(this.method, address(UUID.randomUUID()));
			return Arrays.stream(Right.values())
				.filter((right) -> right.matcher().matches(request))
				.collect(Collectors.toSet());
		}

	}

}
