package org.secondavis.openid;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * A real provider of identities on a port of its own for the tests that use the whole
 * application, and one that nobody answers for.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestProvider {

	private static final String CLIENT = "spring.security.oauth2.client.";

	@Bean
	IdentityProvider identityProvider() {
		return new IdentityProvider();
	}

	@Bean
	DynamicPropertyRegistrar settingsOfTheProviders(IdentityProvider provider) {
		return (properties) -> {
			properties.add(CLIENT + "registration.clinic.client-id", () -> IdentityProvider.CLIENT);
			properties.add(CLIENT + "registration.clinic.client-secret", () -> IdentityProvider.SECRET);
			properties.add(CLIENT + "registration.clinic.client-name", () -> "Les Tilleuls");
			properties.add(CLIENT + "registration.clinic.scope", () -> "openid,email");
			// the port of a test is not known before
			properties.add(CLIENT + "registration.clinic.redirect-uri",
					() -> "{baseUrl}/connexion/retour/{registrationId}");
			properties.add(CLIENT + "provider.clinic.issuer-uri", provider::address);
			// as Pro Santé Connect wants it: a parameter of its own; ours are kept
			properties.add(CLIENT + "provider.clinic.authorization-uri",
					() -> provider.address() + "/oauth2/authorize?acr_values=eidas1");
			// one that does not tell of itself
			properties.add(CLIENT + "registration.card.client-id", () -> IdentityProvider.CLIENT);
			properties.add(CLIENT + "registration.card.client-secret", () -> IdentityProvider.SECRET);
			properties.add(CLIENT + "registration.card.client-name", () -> "Carte de soignant");
			properties.add(CLIENT + "registration.card.scope", () -> "openid");
			properties.add(CLIENT + "registration.card.redirect-uri",
					() -> "{baseUrl}/connexion/retour/{registrationId}");
			properties.add(CLIENT + "provider.card.authorization-uri", () -> provider.address() + "/oauth2/authorize");
			properties.add(CLIENT + "provider.card.token-uri", () -> provider.address() + "/oauth2/token");
			properties.add(CLIENT + "provider.card.jwk-set-uri", () -> provider.address() + "/oauth2/jwks");
			properties.add(CLIENT + "provider.card.user-info-uri", () -> provider.address() + "/userinfo");
			properties.add(CLIENT + "registration.away.client-id", () -> IdentityProvider.CLIENT);
			properties.add(CLIENT + "registration.away.client-name", () -> "Service absent");
			properties.add(CLIENT + "registration.away.scope", () -> "openid");
			properties.add(CLIENT + "provider.away.issuer-uri", () -> "http://localhost:1");
		};
	}

	/** Like all providers, it knows where it may send people back to. */
	@Bean
	ApplicationListener<ServletWebServerInitializedEvent> addressForTheProvider(IdentityProvider provider) {
		return (started) -> provider
			.sendBackTo("http://localhost:%d/connexion/retour/".formatted(started.getWebServer().getPort()));
	}

}
