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
import org.secondavis.throttle.Throttle;

/**
 * Checks e-mail address and password. Neither its answer nor the time it takes tells
 * which of the two was wrong, or that the account is locked.
 */
@Component
class SignIn implements AuthenticationProvider {

	private static final Duration WINDOW = Duration.ofMinutes(15);

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

	/** A whole clinic may sit behind one address, so it gets more attempts. */
	private void throttle(String email, Authentication attempt) {
		boolean permitted = !(attempt.getDetails() instanceof WebAuthenticationDetails client)
				|| this.throttle.permits("sign-in from", client.getRemoteAddress(), this.attempts * 10, WINDOW);
		if (!permitted || !this.throttle.permits("sign-in to", email, this.attempts, WINDOW)) {
			throw new TooManyAttemptsException();
		}
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

}
