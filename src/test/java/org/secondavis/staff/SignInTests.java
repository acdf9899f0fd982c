package org.secondavis.staff;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondavis.HttpTest;
import org.secondavis.Visitor;
import org.secondavis.Visitor.Page;
import org.secondavis.throttle.Throttle;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.secondavis.staff.StaffMother.PASSWORD;
import static org.secondavis.staff.StaffMother.aMember;
import static org.secondavis.staff.StaffMother.anAddress;
import static org.secondavis.staff.StaffMother.anInvitedMember;
import static org.springframework.security.authentication.UsernamePasswordAuthenticationToken.unauthenticated;

class SignInTests extends HttpTest {

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private SignIn signIn;

	@Autowired
	private Throttle throttle;

	@Autowired
	private StaffProperties settings;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void withoutAProviderOfIdentitiesThereIsNothingOfIt() {
		assertThat(this.visitor.get("/connexion").body()).doesNotContain("/connexion/avec",
				"Autres façons de se connecter");
		assertThat(this.visitor.get("/connexion/avec/clinic").status()).isEqualTo(404);
		assertThat(this.visitor.get("/connexion/retour/clinic?code=x&state=x").status()).isEqualTo(404);
	}

	@Test
	void staffSignInAndOut() {
		StaffAccount account = this.accounts.save(aMember(Role.DOCTOR));
		assertThat(this.visitor.signIn(account.getEmail(), PASSWORD).location()).isEqualTo("/admin");
		assertThat(sessionsOf(account)).isEqualTo(1);
		assertThat(this.visitor.get("/connexion").location()).isEqualTo("/admin");
		assertThat(this.visitor.get("/admin").body()).contains("Anne O’Brien", "Médecin");
		Page goodbye = this.visitor.post("/deconnexion");
		assertThat(this.visitor.follow(goodbye).body()).contains("Vous avez quitté l’espace de la clinique.");
		assertThat(sessionsOf(account)).isZero();
		assertThat(this.visitor.get("/admin").location()).isEqualTo("/connexion");
	}

	@Test
	void upperAndLowerCaseAreTheSameInASignInName() {
		StaffAccount account = this.accounts.save(aMember(Role.SECRETARIAT));
		String typed = " " + account.getEmail().toUpperCase(Locale.ROOT) + " ";
		assertThat(this.visitor.signIn(typed, PASSWORD).location()).isEqualTo("/admin");
	}

	@Test
	void aLinkLeadsToItsPageAfterSignIn() {
		StaffAccount account = this.accounts.save(aMember(Role.SECRETARIAT));
		assertThat(this.visitor.get("/admin/demandes/SA-1234-5678?lang=en").location()).isEqualTo("/connexion");
		assertThat(this.visitor.signIn(account.getEmail(), PASSWORD).location())
			.isEqualTo("/admin/demandes/SA-1234-5678?lang=en");
		Visitor next = new Visitor(this.port);
		assertThat(next.signIn(account.getEmail(), PASSWORD).location()).isEqualTo("/admin");
	}

	@Test
	void theSessionIsANewOneAndHoldsNoPassword() {
		StaffAccount account = this.accounts.save(aMember(Role.SECRETARIAT));
		String first = this.visitor.signIn(account.getEmail(), PASSWORD).header("Set-Cookie");
		this.visitor.get("/admin");
		String second = this.visitor.post("/connexion", "username", account.getEmail(), "password", PASSWORD)
			.header("Set-Cookie");
		assertThat(first).contains("SESSION=", "HttpOnly", "SameSite=Lax");
		assertThat(second).contains("SESSION=").isNotEqualTo(first);
		List<byte[]> stored = this.jdbc.sql("select attribute_bytes from spring_session_attributes")
			.query((row, number) -> row.getBytes(1))
			.list();
		assertThat(stored).isNotEmpty()
			.allSatisfy((bytes) -> assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("bcrypt",
					"$2a$", PASSWORD));
	}

	@Test
	void theAnswerDoesNotTellWhatWasWrong() {
		StaffAccount right = this.accounts.save(aMember(Role.DOCTOR));
		StaffAccount locked = this.accounts.save(aMember(Role.DOCTOR));
		locked.lock();
		this.accounts.save(locked);
		String invited = this.accounts.save(anInvitedMember(Role.DOCTOR)).getEmail();
		String expected = refusal(right.getEmail(), "un autre mot de passe");
		assertThat(expected).contains("L’adresse ou le mot de passe ne convient pas", "<title>Erreur");
		assertThat(refusal(anAddress(), PASSWORD)).isEqualTo(expected);
		assertThat(refusal(locked.getEmail(), PASSWORD)).isEqualTo(expected);
		assertThat(refusal(invited, PASSWORD)).isEqualTo(expected);
		assertThat(refusal(right.getEmail(), "")).isEqualTo(expected);
		assertThat(refusal("", "")).isEqualTo(expected);
	}

	@Test
	void everyAttemptCostsOneComparison() {
		StaffAccount locked = this.accounts.save(aMember(Role.DOCTOR));
		locked.lock();
		this.accounts.save(locked);
		AtomicInteger comparisons = new AtomicInteger();
		PasswordEncoder counting = new PasswordEncoder() {

			@Override
			public @Nullable String encode(@Nullable CharSequence password) {
				return "a hash";
			}

			@Override
			public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
				comparisons.incrementAndGet();
				return false;
			}

		};
		SignIn signIn = new SignIn(this.accounts, counting, this.throttle, this.settings, Clock.systemUTC());
		for (String username : List.of(anAddress(), locked.getEmail(),
				this.accounts.save(aMember(Role.DOCTOR)).getEmail(),
				this.accounts.save(anInvitedMember(Role.DOCTOR)).getEmail())) {
			comparisons.set(0);
			assertThatExceptionOfType(BadCredentialsException.class)
				.isThrownBy(() -> signIn.authenticate(unauthenticated(username, PASSWORD)));
			assertThat(comparisons).hasValue(1);
		}
	}

	private String refusal(String username, String password) {
		Page page = this.visitor.signIn(username, password);
		assertThat(page.status()).isEqualTo(401);
		assertThat(page.body()).contains("value=\"" + username + "\"");
		String body = page.body().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
		return username.isEmpty() ? body : body.replace(username, "");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u0000", "a\u0000@b", "'; drop table staff_account; --", "<script>", "\uD83D\uDE00" })
	void oddSignInNamesAreRefusedLikeOthers(String username) {
		Page page = this.visitor.signIn(username, PASSWORD.repeat(10));
		assertThat(page.status()).isEqualTo(401);
		assertThat(page.body()).contains("L’adresse ou le mot de passe ne convient pas").doesNotContain("<script");
	}

	@Test
	void afterTooManyAttemptsEvenTheRightPasswordHasToWait() {
		StaffAccount account = this.accounts.save(aMember(Role.DOCTOR));
		for (int attempt = 0; attempt < 10; attempt++) {
			assertThat(this.visitor.signIn(account.getEmail(), "devine").status()).isEqualTo(401);
		}
		Page page = new Visitor(this.port).signIn(account.getEmail().toUpperCase(Locale.ROOT), PASSWORD);
		assertThat(page.status()).isEqualTo(429);
		assertThat(page.body()).contains("Il y a eu trop d’essais");
		StaffAccount colleague = this.accounts.save(aMember(Role.DOCTOR));
		assertThat(this.visitor.signIn(colleague.getEmail(), PASSWORD).location()).isEqualTo("/admin");
	}

	@Test
	void whoGuessesElsewhereDoesNotLockTheOwnerOut() {
		StaffAccount account = this.accounts.save(aMember(Role.DOCTOR));
		for (int attempt = 0; attempt < 10; attempt++) {
			assertThat(signInFrom("2001:db8:1:2::" + attempt, account, "devine"))
				.isInstanceOf(BadCredentialsException.class);
		}
		assertThat(signInFrom("2001:db8:1:2:ffff::1", account, PASSWORD)).isInstanceOf(TooManyAttemptsException.class);
		assertThat(signInFrom("2001:db8:1:3::1", account, PASSWORD)).isNull();
	}

	@Test
	void anotherSpellingOfTheSameAddressIsNoOtherAccount() {
		StaffAccount account = this.accounts.save(aMember(Role.DOCTOR));
		for (int attempt = 0; attempt < 10; attempt++) {
			assertThat(signInFrom("192.0.2.7", account, "devine")).isInstanceOf(BadCredentialsException.class);
		}
		UsernamePasswordAuthenticationToken spelled = unauthenticated(account.getEmail().replace('i', 'İ'), PASSWORD);
		spelled.setDetails(new WebAuthenticationDetails("192.0.2.7", null));
		assertThatExceptionOfType(TooManyAttemptsException.class).isThrownBy(() -> this.signIn.authenticate(spelled));
	}

	@Test
	void whatGoesRightIsNoGuess() {
		StaffAccount account = this.accounts.save(aMember(Role.DOCTOR));
		for (int attempt = 0; attempt < 15; attempt++) {
			assertThat(signInFrom("192.0.2.8", account, PASSWORD)).isNull();
		}
	}

	@Test
	void theOwnerIsNotLockedOutWhereTheySignedInBefore() {
		StaffAccount account = this.accounts.save(aMember(Role.DOCTOR));
		assertThat(signInFrom("192.0.2.9", account, PASSWORD)).isNull();
		for (int attempt = 0; attempt < 110; attempt++) {
			signInFrom("203.0.113." + attempt, account, "devine");
		}
		assertThat(signInFrom("192.0.2.9", account, PASSWORD)).isNull();
		assertThat(signInFrom("192.0.2.10", account, PASSWORD)).isInstanceOf(TooManyAttemptsException.class);
	}

	@Test
	void manyWhoGuessTogetherAreStoppedInTheEnd() {
		StaffAccount account = this.accounts.save(aMember(Role.DOCTOR));
		for (int attempt = 0; attempt < 100; attempt++) {
			assertThat(signInFrom("203.0.113." + attempt, account, "devine"))
				.isInstanceOf(BadCredentialsException.class);
		}
		assertThat(signInFrom("203.0.113.101", account, PASSWORD)).isInstanceOf(TooManyAttemptsException.class);
	}

	/** What it is refused with, or nothing. */
	private @Nullable Throwable signInFrom(String address, StaffAccount account, String password) {
		UsernamePasswordAuthenticationToken attempt = unauthenticated(account.getEmail(), password);
		attempt.setDetails(new WebAuthenticationDetails(address, null));
		return catchThrowable(() -> this.signIn.authenticate(attempt));
	}

	private int sessionsOf(StaffAccount account) {
		return this.jdbc.sql("select count(*) from spring_session where principal_name = ?")
			.param(account.getEmail())
			.query(Integer.class)
			.single();
	}

}
