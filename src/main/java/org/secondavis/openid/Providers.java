package org.secondavis.openid;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.secondavis.clinic.PublicAddress;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties.Registration;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientPropertiesMapper;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.stereotype.Component;

/**
 * The providers in Spring Boot's own settings. Spring Boot would ask each for its
 * addresses at the start, and not start without; here one is asked when somebody first
 * signs in by it, so that nobody but them waits for a provider that is down.
 */
@Component
class Providers implements ClientRegistrationRepository {

	/** Where a provider sends people back to, followed by what the settings call it. */
	static final String BACK = "/connexion/retour/";

	private final OAuth2ClientProperties settings;

	private final PublicAddress address;

	private final Map<String, ClientRegistration> known = new ConcurrentHashMap<>();

	Providers(Environment environment, PublicAddress address) {
		this.address = address;
		this.settings = Binder.get(environment)
			.bindOrCreate("spring.security.oauth2.client", OAuth2ClientProperties.class);
		this.settings.getRegistration().forEach(this::complete);
		this.settings.getProvider().values().forEach(Providers::complete);
	}

	/** By name. */
	public List<Provider> all() {
		return this.settings.getRegistration()
			.entrySet()
			.stream()
			.map((one) -> new Provider(one.getKey(),
					Objects.requireNonNullElse(one.getValue().getClientName(), one.getKey())))
			.sorted((one, other) -> one.name().compareToIgnoreCase(other.name()))
			.toList();
	}

	boolean knows(@Nullable String id) {
		return id != null && this.settings.getRegistration().containsKey(id);
	}

	/** What people call a provider, also one that the settings know no more. */
	String nameOf(String id, String issuer) {
		return all().stream()
			.filter((provider) -> provider.id().equals(id))
			.map(Provider::name)
			.findFirst()
			.orElseGet(() -> Objects.requireNonNullElse(URI.create(issuer).getHost(), issuer));
	}

	@Override
	public @Nullable ClientRegistration findByRegistrationId(String id) {
		Registration registration = this.settings.getRegistration().get(id);
		if (registration == null) {
			return null;
		}
		// two who come first together may both ask; neither waits for the other
		ClientRegistration found = this.known.get(id);
		if (found == null) {
			found = ask(id, registration);
			this.known.put(id, found);
		}
		return found;
	}

	private ClientRegistration ask(String id, Registration registration) {
		OAuth2ClientProperties one = new OAuth2ClientProperties();
		one.getProvider().putAll(this.settings.getProvider());
		one.getRegistration().put(id, registration);
		try {
			ClientRegistration found = Objects
				.requireNonNull(new OAuth2ClientPropertiesMapper(one).asClientRegistrations().get(id));
			Objects.requireNonNull(found.getProviderDetails().getJwkSetUri());
			return found;
		}
		catch (RuntimeException ex) {
			throw new ProviderAbsentException(id, ex);
		}
	}

	/** What is the same for each of them need not stand in the settings. */
	private void complete(String id, Registration registration) {
		if (registration.getAuthorizationGrantType() == null) {
			registration.setAuthorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE.getValue());
		}
		if (registration.getRedirectUri() == null) {
			registration.setRedirectUri(this.address.link(BACK + id));
		}
	}

	private static void complete(OAuth2ClientProperties.Provider provider) {
		if (provider.getUserNameAttribute() == null) {
			provider.setUserNameAttribute(StandardClaimNames.SUB);
		}
	}

}
