package org.secondavis.staff;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
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

	/** How many times more attempts all accounts, or all networks, have together. */
	private static final int MANY = 10;

	private final StaffAccounts accounts;

	private final PasswordEncoder passwords;

	private final Throttle throttle;

	private final int attempts;

	/** What a password is compared with where there is none: it fits nothing. */
	private final String nothing;

	SignIn(StaffAccounts accounts, PasswordEncoder passwords, Throttle throttle, StaffProperties properties) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.throttle = throttle;
		this.attempts = properties.signInAttempts();
		this.nothing = passwords.encode(SecretToken.random().value());
	}

	@Override
	public Authentication authenticate(Authentication attempt) {
		String email = Typed.line(attempt.getName());
		String password = String.valueOf(attempt.getCredentials());
		throttle(email.toLowerCase(Locale.ROOT), attempt);
		Optional<StaffAccount> account = this.accounts.findByEmail(email);
		String hash = account.map(StaffAccount::getPasswordHash).orElse(this.nothing);
		boolean right = this.passwords.matches(password, hash);
		StaffMember me = account.filter((found) -> right && found.getState() == AccountState.ACTIVE)
			.map(StaffMember::of)
			.orElseThrow(() -> new BadCredentialsException("Refused"));
		return UsernamePasswordAuthenticationToken.authenticated(me, null, me.getAuthorities());
	}

	/**
	 * Who guesses soon has no attempts left from where they are, while the owner of the
	 * account still signs in from elsewhere. A whole clinic may sit behind one address,
	 * and many may guess together, so both get more attempts, but not without end.
	 */
	private void throttle(String email, Authentication attempt) {
		String network = (attempt.getDetails() instanceof WebAuthenticationDetails client)
				? Network.of(client.getRemoteAddress()) : "";
		if (!permits("from", network, this.attempts * MANY)
				|| !permits("to and from", email + "\n" + network, this.attempts)
				|| !permits("to", email, this.attempts * MANY)) {
			throw new TooManyAttemptsException();
		}
	}

	private boolean permits(String where, String who, int times) {
		return this.throttle.permits("sign-in " + where, who, times, WINDOW);
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

}
