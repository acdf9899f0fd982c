package org.secondavis.signin;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authorization.AllRequiredFactorsAuthorizationManager;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.SingleResultAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

import org.secondavis.staff.Right;

/**
 * Decides who may exercise a right: whoever has given all factors and has a role that the
 * right names. Factors come first, so that nobody learns with a password alone what an
 * account may do.
 */
@Component
public class StaffAccess {

	/**
	 * The mark of those who have shown two factors to a provider of identities already.
	 */
	public static final String PROVIDER_FACTOR = "FACTOR_PROVIDER";

	private final AuthorizationManager<RequestAuthorizationContext> factors;

	StaffAccess(SignInProperties properties) {
		this.factors = properties.secondFactorRequired()
				? AllRequiredFactorsAuthorizationManager.anyOf(required(FactorGrantedAuthority.WEBAUTHN_AUTHORITY),
						required(FactorGrantedAuthority.OTT_AUTHORITY), required(PROVIDER_FACTOR))
				: SingleResultAuthorizationManager.permitAll();
	}

	private static AllRequiredFactorsAuthorizationManager<RequestAuthorizationContext> required(String factor) {
		return AllRequiredFactorsAuthorizationManager.<RequestAuthorizationContext>builder()
			.requireFactor((required) -> required.authority(factor))
			.build();
	}

	/** The rule for the addresses of a right. */
	public AuthorizationManager<RequestAuthorizationContext> to(Right right) {
		AuthorizationManager<RequestAuthorizationContext> roles = AuthorityAuthorizationManager
			.hasAnyRole(right.roles().stream().map(Enum::name).toArray(String[]::new));
		return (who, asked) -> {
			AuthorizationResult complete = this.factors.authorize(who, asked);
			return (complete != null && !complete.isGranted()) ? complete : roles.authorize(who, asked);
		};
	}

	/** Whether nothing more is asked of them. */
	@SuppressWarnings("NullAway") // the factors do not look at what is asked for
	public boolean isComplete(@Nullable Authentication who) {
		AuthorizationResult complete = this.factors.authorize(() -> who, null);
		return complete == null || complete.isGranted();
	}

}
