package org.secondavis.openid;

import java.io.IOException;
import java.net.URL;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.client.HttpServerErrorException;

import org.secondavis.signin.StaffAccess;
import org.secondavis.staff.AccountState;
import org.secondavis.staff.StaffAccount;
import org.secondavis.staff.StaffAccounts;
import org.secondavis.staff.StaffMember;

/**
 * Finds the account of somebody whom a provider knows: the one that is linked to them, or
 * the first time the one whose address the provider has verified. Each step is told to
 * those who listen to sign-ins, and what the provider sent is not kept.
 */
@Component
class ProviderSignIn implements AuthenticationManager {

	private final AuthenticationManager provider = ProviderCalls.manager();

	private final ProviderLinks links;

	private final StaffAccounts accounts;

	private final StaffAccess access;

	private final OpenIdProperties properties;

	private final AuthenticationEventPublisher signIns;

	private final Clock clock;

	ProviderSignIn(ProviderLinks links, StaffAccounts accounts, StaffAccess access, OpenIdProperties properties,
			AuthenticationEventPublisher signIns, Clock clock) {
		this.links = links;
		this.accounts = accounts;
		this.access = access;
		this.properties = properties;
		this.signIns = signIns;
		this.clock = clock;
	}

	@Override
	public Authentication authenticate(Authentication attempt) {
		OAuth2LoginAuthenticationToken answer = ask(attempt);
		OidcUser person = (OidcUser) Objects.requireNonNull(answer.getPrincipal());
		ProviderIdentity identity = identityOf(person, registrationOf(answer));
		if (isSignedIn()) {
			throw new LinkWantedException(identity);
		}
		Optional<StaffAccount> account = this.links.accountOf(identity)
			.flatMap(this.accounts::findById)
			.or(() -> firstTime(identity, person));
		StaffMember me = account.map(StaffMember::of).orElse(null);
		if (me == null) {
			throw refused(attempt);
		}
		OAuth2LoginAuthenticationToken signedIn = as(me, person, answer);
		if (account.filter((found) -> found.getState() == AccountState.ACTIVE).isEmpty()) {
			throw refused(signedIn);
		}
		this.signIns.publishAuthenticationSuccess(signedIn);
		return signedIn;
	}

	private OAuth2LoginAuthenticationToken ask(Authentication attempt) {
		try {
			requireOwnWay((OAuth2LoginAuthenticationToken) attempt);
			return (OAuth2LoginAuthenticationToken) Objects.requireNonNull(this.provider.authenticate(attempt));
		}
		catch (AuthenticationException ex) {
			if (hasNotAnswered(ex)) {
				throw new ProviderAbsentException(registrationOf(attempt), ex);
			}
			this.signIns.publishAuthenticationFailure(new BadCredentialsException("Refused"), attempt);
			throw ex;
		}
	}

	/**
	 * Each provider sends people back by a way of its own. What comes by another one was
	 * made by another provider, whose code must not be shown to the one that was asked
	 * (RFC 9700, 4.4).
	 */
	private static void requireOwnWay(OAuth2LoginAuthenticationToken attempt) {
		OAuth2AuthorizationExchange exchange = attempt.getAuthorizationExchange();
		if (!Objects.equals(wayOf(exchange.getAuthorizationRequest().getRedirectUri()),
				wayOf(exchange.getAuthorizationResponse().getRedirectUri()))) {
			throw new OAuth2AuthenticationException(new OAuth2Error("mixed_up_provider"));
		}
	}

	// what stands before it may differ behind a proxy
	private static @Nullable String wayOf(@Nullable String address) {
		return (address != null) ? address.substring(address.lastIndexOf('/') + 1) : null;
	}

	private static String registrationOf(Authentication attempt) {
		return ((OAuth2LoginAuthenticationToken) attempt).getClientRegistration().getRegistrationId();
	}

	private static boolean hasNotAnswered(@Nullable Throwable ex) {
		return ex != null && (ex instanceof IOException || ex instanceof HttpServerErrorException
				|| hasNotAnswered(ex.getCause()));
	}

	private boolean isSignedIn() {
		Authentication now = SecurityContextHolder.getContext().getAuthentication();
		return now != null && now.getPrincipal() instanceof StaffMember && this.access.isComplete(now);
	}

	private static ProviderIdentity identityOf(OidcUser person, String provider) {
		String subject = Objects.requireNonNull(person.getSubject());
		String issuer = Optional.ofNullable(person.getIssuer()).map(URL::toString).orElse(provider);
		String name = Stream.of(person.getGivenName(), person.getFamilyName())
			.filter(StringUtils::hasText)
			.reduce("", (one, other) -> one + " " + other);
		String shownAs = Stream.of(person.getFullName(), name, person.getEmail(), person.getPreferredUsername())
			.filter(StringUtils::hasText)
			.findFirst()
			.orElse(subject);
		return new ProviderIdentity(provider, issuer, subject, shownAs.strip());
	}

	/**
	 * An account is linked to the first who comes with its address. Letters of other
	 * alphabets, which the database may take for one of ours, are nobody's.
	 */
	private Optional<StaffAccount> firstTime(ProviderIdentity identity, OidcUser person) {
		return Optional.ofNullable(person.getEmail())
			.filter((email) -> Boolean.TRUE.equals(person.getEmailVerified()) && email.chars().allMatch((c) -> c < 128))
			.flatMap(this.accounts::findByEmail)
			.filter((account) -> account.getState() == AccountState.ACTIVE)
			.filter((account) -> this.links.add(account.getId(), identity));
	}

	private OAuth2LoginAuthenticationToken as(StaffMember me, OidcUser person, OAuth2LoginAuthenticationToken answer) {
		List<GrantedAuthority> rights = new ArrayList<>(me.getAuthorities());
		rights.add(factor(FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY));
		if (hasShownTwo(person)) {
			rights.add(factor(StaffAccess.PROVIDER_FACTOR));
		}
		OAuth2LoginAuthenticationToken signedIn = new OAuth2LoginAuthenticationToken(answer.getClientRegistration(),
				answer.getAuthorizationExchange(), me, rights, Objects.requireNonNull(answer.getAccessToken()));
		signedIn.setDetails(answer.getDetails());
		return signedIn;
	}

	/** Only what is signed counts. */
	private boolean hasShownTwo(OidcUser person) {
		Collection<String> means = Objects.requireNonNullElse(person.getIdToken().getAuthenticationMethods(),
				List.of());
		String level = person.getIdToken().getAuthenticationContextClass();
		return means.stream().anyMatch(this.properties.amr()::contains)
				|| (level != null && this.properties.acr().contains(level));
	}

	private GrantedAuthority factor(String authority) {
		return FactorGrantedAuthority.withAuthority(authority).issuedAt(this.clock.instant()).build();
	}

	private UnknownIdentityException refused(Authentication who) {
		this.signIns.publishAuthenticationFailure(new BadCredentialsException("Refused"), who);
		return new UnknownIdentityException();
	}

}
