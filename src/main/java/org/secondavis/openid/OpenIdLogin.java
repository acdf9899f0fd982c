package org.secondavis.openid;

import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.stereotype.Component;

import org.secondavis.signin.SignInDetails;
import org.secondavis.throttle.Throttle;

/** Adds the sign-in by providers to the security of the pages. */
@Component
public class OpenIdLogin {

	private final Providers providers;

	private final ProviderSignIn signIn;

	private final ProviderFailures failures;

	private final Throttle throttle;

	OpenIdLogin(Providers providers, ProviderSignIn signIn, ProviderFailures failures, Throttle throttle) {
		this.providers = providers;
		this.signIn = signIn;
		this.failures = failures;
		this.throttle = throttle;
	}

	/** Adds it if there is a provider; otherwise its addresses do not exist. */
	public void addTo(HttpSecurity http) {
		if (this.providers.all().isEmpty()) {
			return;
		}
		http.oauth2Login((login) -> login.loginPage("/connexion")
			.authorizationEndpoint(
					(start) -> start.authorizationRequestResolver(new Starts(this.providers, this.throttle)))
			.redirectionEndpoint((back) -> back.baseUri(Providers.BACK + "*"))
			.authorizedClientRepository(new ForgottenTokens())
			.authenticationDetailsSource(SignInDetails::new)
			.defaultSuccessUrl("/admin")
			.failureHandler(this.failures)
			.withObjectPostProcessor(new ObjectPostProcessor<OAuth2LoginAuthenticationFilter>() {
				@Override
				public <O extends OAuth2LoginAuthenticationFilter> O postProcess(O back) {
					back.setAuthenticationManager(OpenIdLogin.this.signIn);
					return back;
				}
			})
			.withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
				@Override
				public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O start) {
					start.setAuthenticationFailureHandler(OpenIdLogin.this.failures::onStart);
					return start;
				}
			}));
	}

}
