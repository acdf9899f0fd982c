package org.secondavis.staff;

import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondavis.HttpTest;
import org.secondavis.staff.StaffSessionsTests.SomethingHappens;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.event.AbstractAuthenticationEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.staff.StaffMother.PASSWORD;
import static org.secondavis.staff.StaffMother.aMember;

class StaffSessionsTests extends HttpTest {

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private AccountAdministration administration;

	@Autowired
	private SomethingHappens meanwhile;

	@Autowired
	private JdbcClient jdbc;

	@AfterEach
	void nothingMore() {
		this.meanwhile.when("", () -> {
		});
	}

	/** Before the session begins, and just after it. */
	@ParameterizedTest
	@ValueSource(strings = { "AuthenticationSuccessEvent", "InteractiveAuthenticationSuccessEvent" })
	void whoIsLockedWhileSigningInIsNotSignedIn(String moment) {
		StaffAccount administrator = this.accounts.save(aMember(Role.ADMIN));
		StaffAccount account = this.accounts.save(aMember(Role.DOCTOR));
		this.meanwhile.when(moment,
				() -> this.administration.lock(account.getId(), account.revision(), StaffMember.of(administrator)));
		this.visitor.signIn(account.getEmail(), PASSWORD);
		assertThat(this.visitor.get("/admin").location()).isEqualTo("/connexion");
		assertThat(sessionsOf(account)).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "AuthenticationSuccessEvent", "InteractiveAuthenticationSuccessEvent" })
	void whoseRoleChangesWhileSigningInHasNotTheFormerOne(String moment) {
		StaffAccount other = this.accounts.save(aMember(Role.ADMIN));
		StaffAccount account = this.accounts.save(aMember(Role.ADMIN));
		this.meanwhile.when(moment, () -> this.administration.changeRole(account.getId(), account.revision(),
				Role.SECRETARIAT, StaffMember.of(other)));
		this.visitor.signIn(account.getEmail(), PASSWORD);
		assertThat(this.visitor.get("/admin/comptes").status()).isNotEqualTo(200);
		assertThat(this.visitor.signIn(account.getEmail(), PASSWORD).location()).startsWith("/admin");
		assertThat(this.visitor.get("/admin/comptes").status()).isEqualTo(403);
	}

	private int sessionsOf(StaffAccount account) {
		return this.jdbc.sql("select count(*) from spring_session where principal_name = ?")
			.param(account.getEmail())
			.query(Integer.class)
			.single();
	}

	/** Lets something happen, once, in the middle of signing in. */
	@TestComponent
	static class SomethingHappens {

		private record Act(String moment, Runnable what) {
		}

		private final AtomicReference<Act> act = new AtomicReference<>(new Act("", () -> {
		}));

		void when(String moment, Runnable what) {
			this.act.set(new Act(moment, what));
		}

		@EventListener
		void on(AbstractAuthenticationEvent event) {
			Act next = this.act.get();
			if (event.getClass().getSimpleName().equals(next.moment())) {
				when("", () -> {
				});
				next.what().run();
			}
		}

	}

}
