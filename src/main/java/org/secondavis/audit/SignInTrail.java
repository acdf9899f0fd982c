package org.secondavis.audit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.persistence.EntityManager;
import jakarta.servlet.http.HttpServletRequest;

import org.secondavis.request.Reference;
import org.secondavis.staff.Role;
import org.secondavis.staff.SafetyChanged;
import org.secondavis.staff.StaffAccount;
import org.secondavis.staff.StaffAccounts;
import org.secondavis.staff.StaffMember;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.authorization.FactorAuthorizationDecision;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Notes who comes and goes, and who was not let in. */
@Component
class SignInTrail {

	private static final Pattern REQUEST = Pattern.compile("^/admin/demandes/([^/]+)");

	private final Trail trail;

	private final StaffAccounts accounts;

	private final EntityManager entities;

	SignInTrail(Trail trail, StaffAccounts accounts, EntityManager entities) {
		this.trail = trail;
		this.accounts = accounts;
		this.entities = entities;
	}

	/** Each factor that somebody shows is a line of its own. */
	@EventListener
	void on(AuthenticationSuccessEvent signIn) {
		Authentication by = signIn.getAuthentication();
		if (by.getPrincipal() instanceof StaffMember me) {
			this.trail.note(Entry.of(me.id(), me.role(), Deed.SIGN_IN, Thing.WORKSPACE, way(by)));
		}
	}

	/**
	 * Whoever is signed in already has shown a wrong code. A name that is nobody's is
	 * noted too, but not which: it may be a password typed into the wrong field, and what
	 * takes longer would tell which accounts there are.
	 */
	@EventListener
	void on(AbstractAuthenticationFailureEvent refusal) {
		Optional<StaffAccount> account = this.accounts.findBySignInName(refusal.getAuthentication().getName());
		this.trail.note(
				Entry.of(account.map(StaffAccount::getId).orElse(null), account.map(StaffAccount::getRole).orElse(null),
						Deed.SIGN_IN_REFUSED, Thing.WORKSPACE, way(refusal.getAuthentication())));
	}

	@EventListener
	void on(LogoutSuccessEvent signOut) {
		if (signOut.getAuthentication().getPrincipal() instanceof StaffMember me) {
			this.trail.note(Entry.of(me.id(), me.role(), Deed.SIGN_OUT, Thing.WORKSPACE, null));
		}
	}

	/**
	 * Passkeys that come and go, sign-ins that are ended: no trigger sees them. It is the
	 * last that its transaction writes, for until that ends nobody else can write into
	 * the trail; outside of one it fails rather than get lost.
	 */
	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT, fallbackExecution = true)
	void on(SafetyChanged change) {
		this.entities.flush();
		Role role = this.accounts.findById(change.by()).map(StaffAccount::getRole).orElse(null);
		this.trail.note(new Entry(change.by(), role, Deed.CHANGE, Thing.ACCOUNTS, change.what().name(), List.of(),
				change.accountId()));
	}

	/** Whoever is not signed in, or by half, was not refused anything yet. */
	@EventListener
	void on(AuthorizationDeniedEvent<?> refusal) {
		Authentication by = refusal.getAuthentication().get();
		if (by.getPrincipal() instanceof StaffMember me && refusal.getObject() instanceof HttpServletRequest request
				&& !(refusal.getAuthorizationResult() instanceof FactorAuthorizationDecision)) {
			String path = request.getRequestURI().substring(request.getContextPath().length());
			this.trail.note(new Entry(me.id(), me.role(), Deed.REFUSED, Thing.at(path).orElse(Thing.OTHER), null,
					requestsIn(path), null));
		}
	}

	private static List<Reference> requestsIn(String path) {
		Matcher request = REQUEST.matcher(path);
		return request.find() ? Reference.parse(request.group(1)).stream().toList() : List.of();
	}

	/**
	 * By which of their factors somebody signs in, the second if there is one, as a code.
	 */
	private static String way(Authentication by) {
		Set<String> factors = AuthorityUtils.authorityListToSet(by.getAuthorities());
		if (factors.contains(FactorGrantedAuthority.WEBAUTHN_AUTHORITY)) {
			return "PASSKEY";
		}
		if (factors.contains(FactorGrantedAuthority.OTT_AUTHORITY)) {
			return "CODE";
		}
		return switch (by.getClass().getSimpleName()) {
			case "UsernamePasswordAuthenticationToken" -> "PASSWORD";
			case "OneTimeTokenAuthentication", "OneTimeTokenAuthenticationToken" -> "CODE";
			case "WebAuthnAuthentication", "WebAuthnAuthenticationRequestToken" -> "PASSKEY";
			case "OAuth2AuthenticationToken", "OAuth2LoginAuthenticationToken" -> "PROVIDER";
			default -> "OTHER";
		};
	}

}
