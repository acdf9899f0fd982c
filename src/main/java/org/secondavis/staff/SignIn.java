package org.secondavis.staff;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

import org.secondavis.encryption.SecretToken;
import org.secondavis.throttle.Network;
import org.secondavis.throttle.Throttle;

/**
 * Checks e-mail address and password. Neither its answer nor the time it takes tells
 * which of the two was wrong, or that the account is locked.
 */
@Component
class SignIn implements AuthenticationProvider {

	private static final Duration WINDOW = Duration.ofMinutes(15);

	/** How long it is remembered from where an owner signed in. */
	private static final Duration KNOWN = Duration.ofDays(60);

	/** How many times more attempts all accounts, or all networks, have together. */
	private static final int MANY = 10;

	private final StaffAccounts accounts;

	private final PasswordEncoder passwords;

	private final Throttle throttle;

	private final Clock clock;

	private final int attempts;

	/** What a password is compared with where there is none: it fits nothing. */
	private final String nothing;

	SignIn(StaffAccounts accounts, PasswordEncoder passwords, Throttle throttle, StaffProperties properties,
			Clock clock) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.throttle = throttle;
		this.clock = clock;
		this.attempts = properties.signInAttempts();
		this.nothing = passwords.encode(SecretToken.random().value());
	}

	@Override
	public Authentication authenticate(Authentication attempt) {
		String email = Typed.line(attempt.getName());
		String password = String.valueOf(attempt.getCredentials());
		Optional<StaffAccount> account = this.accounts.findByEmail(email);
		// the account's own name: the database knows spellings that Java tells apart
		String who = account.map(StaffAccount::getEmail).orElse(email).toLowerCase(Locale.ROOT);
		String network = networkOf(attempt);
		throttle(who, network);
		String hash = account.map(StaffAccount::getPasswordHash).orElse(this.nothing);
		boolean right = this.passwords.matches(password, hash);
		StaffMember me = account.filter((found) -> right && found.getState() == AccountState.ACTIVE)
			.map(StaffMember::of)
			.orElseThrow(() -> new BadCredentialsException("Refused"));
		noteSuccess(who, network);
		return UsernamePasswordAuthenticationToken.authenticated(me, null, withFactor(me));
	}

	private Collection<GrantedAuthority> withFactor(StaffMember me) {
		List<GrantedAuthority> all = new ArrayList<>(me.getAuthorities());
		all.add(FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
			.issuedAt(this.clock.instant())
			.build());
		return all;
	}

	/**
	 * Who guesses soon has no attempts left from where they are. Many may guess together,
	 * so there is a limit for all of them too, but not for those who sign in from where
	 * the owner did before: nobody else can lock the owner out. A whole clinic may sit
	 * behind one address, so it gets more attempts.
	 */
	private void throttle(String who, String network) {
		String there = who + "\n" + network;
		if (!permits("from", network, this.attempts * MANY) || !permits("to and from", there, this.attempts)
				|| (!this.throttle.remembers("signed in", there) && !permits("to", who, this.attempts * MANY))) {
			throw new TooManyAttemptsException();
		}
	}

	/** What went right was no guess. */
	private void noteSuccess(String who, String network) {
		String there = who + "\n" + network;
		this.throttle.forget("sign-in to and from", there);
		this.throttle.remember("signed in", there, KNOWN);
	}

	private static String networkOf(Authentication attempt) {
		return (attempt.getDetails() instanceof WebAuthenticationDetails client) ? Network.of(client.getRemoteAddress())
				: "";
	}

	private boolean permits(String where, String who, int times) {
		return this.throttle.permits("sign-in " + where, who, times, WINDOW);
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

}
