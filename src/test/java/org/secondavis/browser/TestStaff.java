package org.secondavis.browser;

import java.util.Locale;

import com.microsoft.playwright.Page;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffMother;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatusCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Accounts of each role, and pages that fail on purpose. */
@TestConfiguration(proxyBeanMethods = false)
class TestStaff {

	/** Below this public path, a page for each status. */
	static final String ERRORS = "/information/essai/";

	static final String PASSWORD = StaffMother.PASSWORD;

	@Bean
	SignIn staffSignIn(JdbcClient jdbc) {
		return new SignIn(jdbc);
	}

	@Bean
	RouterFunction<ServerResponse> failingPages() {
		return RouterFunctions.route(RequestPredicates.GET(ERRORS + "{status}"), (request) -> {
			throw new ResponseStatusException(HttpStatusCode.valueOf(Integer.parseInt(request.pathVariable("status"))));
		});
	}

	/** Signs members of staff in through the page, with an account for each role. */
	record SignIn(JdbcClient jdbc) {

		void as(Role role, Page page) {
			as(role, new Mouse(page));
		}

		void as(Role role, Hands hands) {
			String email = role.name().toLowerCase(Locale.ROOT) + "@tilleuls.example";
			this.jdbc.sql("""
					insert into staff_account (id, version, email, name, role, password_hash, created_at)
					values (gen_random_uuid(), 0, :email, :name, :role, :hash, now()) on conflict do nothing""")
				.param("email", email)
				.param("name", "Dominique " + role.name())
				.param("role", role.name())
				.param("hash", StaffMother.HASH)
				.update();
			Page page = hands.page();
			hands.write(page.locator("[name=username]"), email);
			hands.write(page.locator("[name=password]"), PASSWORD);
			hands.press(page.locator("main form button[type=submit]"));
		}

	}

}
