package org.secondavis.openid;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

import org.secondavis.throttle.Network;
import org.secondavis.throttle.Throttle;

/**
 * Sends people to a provider. Each of them gets a session, which a stranger has nowhere
 * else, and may have us ask the provider; so nobody may do it without end.
 */
class Starts implements OAuth2AuthorizationRequestResolver {

	/** Followed by what the settings call the provider. */
	static final String ADDRESS = "/connexion/avec";

	/** A whole clinic may sit behind one address. */
	static final int TIMES = 300;

	private static final Duration PER = Duration.ofHours(1);

	private static final RequestMatcher HERE = PathPatternRequestMatcher.pathPattern(HttpMethod.GET,
			ADDRESS + "/{provider}");

	private final OAuth2AuthorizationRequestResolver spring;

	private final Providers providers;

	private final Throttle throttle;

	Starts(Providers providers, Throttle throttle) {
		this.spring = new DefaultOAuth2AuthorizationRequestResolver(providers, ADDRESS);
		this.providers = providers;
		this.throttle = throttle;
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
		if (!this.providers.knows(HERE.matcher(request).getVariables().get("provider"))) {
			return null;
		}
		if (!this.throttle.permits("start by provider", Network.of(request.getRemoteAddr()), TIMES, PER)) {
			throw new TooManyStartsException();
		}
		return this.spring.resolve(request);
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String provider) {
		return this.spring.resolve(request, provider);
	}

}
