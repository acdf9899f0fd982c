package org.secondavis;

import java.net.URI;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties.Provider;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties.Registration;
import org.springframework.security.config.oauth2.client.CommonOAuth2Provider;

/**
 * Looks at what the settings say of providers of identities, without asking any of them:
 * one that is down keeps nobody from starting.
 */
final class ProviderSettings {

	private static final String PREFIX = "spring.security.oauth2.client";

	private static final Set<String> METHODS = Set.of("client_secret_basic", "client_secret_post", "none");

	private final OAuth2ClientProperties settings;

	private ProviderSettings(OAuth2ClientProperties settings) {
		this.settings = settings;
	}

	static void check(Binder binder) {
		ProviderSettings all = new ProviderSettings(binder.bindOrCreate(PREFIX, OAuth2ClientProperties.class));
		all.settings.getRegistration().forEach(all::check);
	}

	private void check(String id, Registration registration) {
		String name = PREFIX + ".registration." + id;
		required(name + ".client-id", registration.getClientId());
		Set<String> scope = registration.getScope();
		required(name + ".scope", (scope != null) ? String.join(",", scope) : null);
		require(scope != null && scope.contains("openid"), name + ".scope");
		String method = registration.getClientAuthenticationMethod();
		require(method == null || METHODS.contains(method), name + ".client-authentication-method");
		String grant = registration.getAuthorizationGrantType();
		require(grant == null || grant.equals("authorization_code"), name + ".authorization-grant-type");
		String provider = Objects.requireNonNullElse(registration.getProvider(), id);
		Provider told = this.settings.getProvider().get(provider);
		boolean common = Arrays.stream(CommonOAuth2Provider.values())
			.anyMatch((one) -> one.name().equalsIgnoreCase(provider));
		if (told != null || !common) {
			check(PREFIX + ".provider." + provider, Objects.requireNonNullElseGet(told, Provider::new), common);
		}
	}

	/** Either it tells of itself where it can be reached, or the settings do. */
	private static void check(String name, Provider provider, boolean common) {
		address(name + ".issuer-uri", provider.getIssuerUri());
		address(name + ".authorization-uri", provider.getAuthorizationUri());
		address(name + ".token-uri", provider.getTokenUri());
		address(name + ".jwk-set-uri", provider.getJwkSetUri());
		address(name + ".user-info-uri", provider.getUserInfoUri());
		if (provider.getIssuerUri() == null && !common) {
			required(name + ((provider.getAuthorizationUri() != null) ? ".token-uri" : ".issuer-uri"),
					provider.getTokenUri());
			required(name + ".authorization-uri", provider.getAuthorizationUri());
			required(name + ".jwk-set-uri", provider.getJwkSetUri());
		}
	}

	private static void required(String name, @Nullable String value) {
		if (value == null || value.isBlank()) {
			throw new StartUpException(new Setting(name).missing());
		}
	}

	private static void require(boolean right, String name) {
		if (!right) {
			throw new StartUpException(new Setting(name).wrong());
		}
	}

	private static void address(String name, @Nullable String value) {
		require(value == null || isAddress(value), name);
	}

	private static boolean isAddress(String value) {
		try {
			URI address = URI.create(value);
			return address.getHost() != null && Set.of("http", "https").contains(address.getScheme());
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
