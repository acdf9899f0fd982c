package org.secondavis.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.secondavis.staff.StaffMember;
import org.secondavis.throttle.Throttle;

/**
 * Takes the second factor of somebody whose password was right, and adds it to their
 * session. Each step is told to those who listen to sign-ins, as Spring Security tells of
 * passwords.
 */
@Component
class SecondFactor {

	/** How many codes an account is mailed, and may try, at once. */
	static final int TIMES = 5;

	private static final Duration CODES_PER = Duration.ofHours(1);

	private static final Duration TRIES_PER = Duration.ofMinutes(15);

	private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

	private final StaffAccess access;

	private final MailCodes codes;

	private final Passkeys passkeys;

	private final Throttle throttle;

	private final ApplicationEventPublisher events;

	private final AuthenticationEventPublisher signIns;

	private final Clock clock;

	SecondFactor(StaffAccess access, MailCodes codes, Passkeys passkeys, Throttle throttle,
			ApplicationEventPublisher events, AuthenticationEventPublisher signIns, Clock clock) {
		this.access = access;
		this.codes = codes;
		this.passkeys = passkeys;
		this.throttle = throttle;
		this.events = events;
		this.signIns = signIns;
		this.clock = clock;
	}

	/** Saves a click to those who need a code at each sign-in: they have no passkey. */
	@EventListener
	@Transactional
	void on(InteractiveAuthenticationSuccessEvent signIn) {
		if (signIn.getAuthentication().getPrincipal() instanceof StaffMember me
				&& !this.access.isComplete(signIn.getAuthentication()) && this.passkeys.of(me.id()).isEmpty()) {
			sendCode(me.id());
		}
	}

	/**
	 * Has a code mailed.
	 * @return whether there have not been too many
	 */
	@Transactional
	boolean sendCode(UUID accountId) {
		boolean permitted = this.throttle.permits("sign-in code", accountId.toString(), TIMES, CODES_PER);
		if (permitted) {
			this.events.publishEvent(new SignInCodeWanted(accountId));
		}
		return permitted;
	}

	/**
	 * Takes a code; whoever tries too many has to wait, even with the right one.
	 * @return whether it was right
	 */
	boolean takeCode(String code, Authentication who, HttpServletRequest request, HttpServletResponse response) {
		UUID accountId = memberOf(who).id();
		boolean right = this.throttle.permits("second factor", accountId.toString(), TIMES, TRIES_PER)
				&& this.codes.redeem(accountId, code);
		if (right) {
			this.throttle.forget("second factor", accountId.toString());
		}
		return settle(right, FactorGrantedAuthority.OTT_AUTHORITY, who, request, response);
	}

	/**
	 * Takes what a passkey answered.
	 * @return whether it was right
	 */
	boolean takePasskey(String answer, Authentication who, HttpServletRequest request, HttpServletResponse response) {
		boolean right = this.passkeys.confirm(memberOf(who).id(), answer, request.getSession());
		return settle(right, FactorGrantedAuthority.WEBAUTHN_AUTHORITY, who, request, response);
	}

	// The session gets a new id with the new right, like after a password. What was tried
	// in vain is told by the same mark, so that listeners know which factor it was.
	private boolean settle(boolean right, String factor, Authentication who, HttpServletRequest request,
			HttpServletResponse response) {
		Authentication both = who.toBuilder()
			.authorities((all) -> all
				.add(FactorGrantedAuthority.withAuthority(factor).issuedAt(this.clock.instant()).build()))
			.build();
		if (right) {
			request.changeSessionId();
			SecurityContext context = SecurityContextHolder.createEmptyContext();
			context.setAuthentication(both);
			this.sessions.saveContext(context, request, response);
			this.signIns.publishAuthenticationSuccess(both);
			this.events.publishEvent(new InteractiveAuthenticationSuccessEvent(both, SecondFactor.class));
		}
		else {
			this.signIns.publishAuthenticationFailure(new BadCredentialsException("Wrong second factor"), both);
		}
		return right;
	}

	static StaffMember memberOf(Authentication who) {
		return (StaffMember) Objects.requireNonNull(who.getPrincipal());
	}

}
