package org.secondavis.web;

import jakarta.servlet.DispatcherType;

import org.secondavis.openid.OpenIdLogin;
import org.secondavis.signin.SignInDetails;
import org.secondavis.signin.StaffAccess;
import org.secondavis.staff.Right;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may open which path. A path that is named neither here nor, for staff pages, in the
 * table of {@link Right}s is open to nobody and looks as if it did not exist.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	/**
	 * No script at all; styles, pictures and forms of our own only. Connections of our
	 * own are open for tools that ask for {@code robots.txt} from within a page.
	 */
	static final String CONTENT_POLICY = "default-src 'none'; script-src 'none'; style-src 'self'; "
			+ "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
			+ "frame-ancestors 'none'";

	/** Scripts of our own, which talk to us only. */
	static final String SCRIPT_POLICY = CONTENT_POLICY.replace("script-src 'none'", "script-src 'self'");

	private static final String PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

	private static final RequestMatcher STAFF_PAGES = PathPatternRequestMatcher.pathPattern("/admin/**");

	private static final RequestMatcher SCRIPTED_PAGES = new OrRequestMatcher(STAFF_PAGES,
			PathPatternRequestMatcher.pathPattern(Gatekeeper.SECOND_FACTOR),
			PathPatternRequestMatcher.pathPattern("/demande/documents"),
			PathPatternRequestMatcher.pathPattern("/suivi/*/documents"));

	@Bean
	SecurityFilterChain pages(HttpSecurity http, TrialProperties trial, StaffAccess access, RequestCache asked,
			OpenIdLogin openId) {
		Gatekeeper gatekeeper = new Gatekeeper(STAFF_PAGES, asked);
		openId.addTo(http);
		return http.authorizeHttpRequests((paths) -> {
			paths.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll();
			paths.requestMatchers("/", "/information/**", "/demande/**", "/suivi/**").permitAll();
			paths.requestMatchers("/connexion", "/connexion/acces/**").permitAll();
			paths.requestMatchers(Gatekeeper.SECOND_FACTOR).authenticated();
			// calendar programs cannot sign in: the link is the secret
			paths.requestMatchers(HttpMethod.GET, "/agenda/*").permitAll();
			paths.requestMatchers("/static/**", "/css/**", "/webjars/**", "/robots.txt", "/sitemap.xml").permitAll();
			paths.requestMatchers("/error", "/actuator/health/**").permitAll();
			if (trial.enabled()) {
				paths.requestMatchers("/essai/**").permitAll();
			}
			for (Right right : Right.values()) {
				paths.requestMatchers(right.matcher()).access(access.to(right));
			}
			paths.anyRequest().denyAll();
		})
			.exceptionHandling(
					(refused) -> refused.authenticationEntryPoint(gatekeeper).accessDeniedHandler(gatekeeper))
			.requestCache((cache) -> cache.requestCache(asked))
			// whoever has to leave quickly must not meet an error page
			.csrf((csrf) -> csrf.csrfTokenRepository(csrfTokens()).ignoringRequestMatchers("/suivi/quitter"))
			.formLogin((form) -> form.loginPage("/connexion")
				.authenticationDetailsSource(SignInDetails::new)
				.defaultSuccessUrl("/admin")
				.failureForwardUrl("/connexion/refus"))
			.logout((logout) -> logout.logoutUrl("/deconnexion").logoutSuccessUrl("/connexion?deconnexion"))
			.headers(SecurityConfiguration::protect)
			.build();
	}

	@Bean
	RequestCache askedPage() {
		return new AskedPageCookie(STAFF_PAGES);
	}

	/** An address that no link of ours holds, such as a mangled token, is not found. */
	@Bean
	RequestRejectedHandler oddAddresses() {
		return new HttpStatusRequestRejectedHandler(HttpStatus.NOT_FOUND.value());
	}

	/** In a cookie too: patients have no session, and forms outlive a restart. */
	private static CookieCsrfTokenRepository csrfTokens() {
		CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
		tokens.setCookieCustomizer((cookie) -> cookie.sameSite("Lax"));
		return tokens;
	}

	private static void protect(HeadersConfigurer<HttpSecurity> headers) {
		headers
			.addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(SCRIPTED_PAGES,
					new ContentSecurityPolicyHeaderWriter(SCRIPT_POLICY)))
			.addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(new NegatedRequestMatcher(SCRIPTED_PAGES),
					new ContentSecurityPolicyHeaderWriter(CONTENT_POLICY)))
			.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.NO_REFERRER))
			.permissionsPolicyHeader((permissions) -> permissions.policy(PERMISSIONS))
			.crossOriginOpenerPolicy((opener) -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
			.crossOriginResourcePolicy((resource) -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
			.httpStrictTransportSecurity((transport) -> transport.includeSubDomains(false));
	}

}
