package org.secondavis.openid;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.Filter;
import jakarta.servlet.GenericServlet;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/**
 * Spring Authorization Server behind its HTTP port. Whoever comes has shown it who they
 * are before: it says so at once.
 */
public final class IdentityProvider implements AutoCloseable {

	static final String CLIENT = "second-avis";

	static final String SECRET = "a secret of tests";

	private final AnnotationConfigServletWebServerApplicationContext server = new AnnotationConfigServletWebServerApplicationContext();

	private final AtomicReference<Person> present = new AtomicReference<>(new Person("nobody", Map.of()));

	private final AtomicReference<String> back = new AtomicReference<>("http://localhost/");

	IdentityProvider() {
		this.server.registerBean(IdentityProvider.class, () -> this, (bean) -> bean.setDestroyMethodName(""));
		this.server.register(Setup.class);
		this.server.refresh();
	}

	/**
	 * Another site than ours, as browsers see it: for cookies, ports are all the same.
	 */
	String address() {
		return "http://127.0.0.1:" + this.server.getWebServer().getPort();
	}

	void sendBackTo(String address) {
		this.back.set(address);
	}

	/** Has somebody sit at the provider, whose tokens say this of them. */
	public void seat(String subject, Map<String, Object> claims) {
		this.present.set(new Person(subject, claims));
	}

	/** Somebody whose address the provider has verified. */
	public void seat(String subject, String email) {
		seat(subject, Map.of("email", email, "email_verified", true));
	}

	/** The same, who has shown two factors. */
	public void seatWithTwoFactors(String subject, String email) {
		seat(subject, Map.of("email", email, "email_verified", true, "amr", List.of("pwd", "mfa")));
	}

	@Override
	public void close() {
		this.server.close();
	}

	private record Person(String subject, Map<String, Object> claims) {

	}

	@EnableWebSecurity
	static class Setup {

		@Bean
		TomcatServletWebServerFactory port() {
			return new TomcatServletWebServerFactory(0);
		}

		/** Tomcat asks no filter about an address that no servlet has. */
		@Bean
		ServletRegistrationBean<GenericServlet> allAddresses() {
			return new ServletRegistrationBean<>(new GenericServlet() {

				@Override
				public void service(ServletRequest request, ServletResponse response) throws IOException {
					((HttpServletResponse) response).sendError(HttpServletResponse.SC_NOT_FOUND);
				}

			}, "/");
		}

		@Bean
		SecurityFilterChain endpoints(HttpSecurity http, IdentityProvider provider) {
			Filter everybodyIsKnown = (request, response, chain) -> {
				SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken
					.authenticated(provider.present.get().subject(), null,
							List.of(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)))));
				chain.doFilter(request, response);
			};
			return http.oauth2AuthorizationServer((server) -> server.oidc(Customizer.withDefaults()))
				.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()))
				.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
				.csrf((csrf) -> csrf.disable())
				.authorizeHttpRequests((paths) -> paths.anyRequest().authenticated())
				.addFilterAfter(everybodyIsKnown, SecurityContextHolderFilter.class)
				.build();
		}

		@Bean
		RegisteredClientRepository clients(IdentityProvider provider) {
			return new RegisteredClientRepository() {

				@Override
				public void save(RegisteredClient client) {
					// it would only write the secret in another way
				}

				@Override
				public RegisteredClient findById(String id) {
					return findByClientId(id);
				}

				@Override
				public RegisteredClient findByClientId(String id) {
					return RegisteredClient.withId(CLIENT)
						.clientId(CLIENT)
						.clientSecret("{noop}" + SECRET)
						.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
						.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
						.redirectUri(provider.back.get() + "clinic")
						.redirectUri(provider.back.get() + "card")
						.scopes((scopes) -> scopes.addAll(List.of("openid", "email")))
						.clientSettings(ClientSettings.builder().requireProofKey(true).build())
						.build();
				}

			};
		}

		@Bean
		OAuth2TokenCustomizer<JwtEncodingContext> claims(IdentityProvider provider) {
			return (token) -> {
				if (OidcParameterNames.ID_TOKEN.equals(token.getTokenType().getValue())) {
					new HashMap<>(provider.present.get().claims()).forEach(token.getClaims()::claim);
				}
			};
		}

		@Bean
		JWKSource<SecurityContext> keys() throws JOSEException {
			return new ImmutableJWKSet<>(new JWKSet(new RSAKeyGenerator(2048).keyID("test").generate()));
		}

		@Bean
		JwtDecoder decoder(JWKSource<SecurityContext> keys) {
			return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
		}

		@Bean
		AuthorizationServerSettings settings() {
			return AuthorizationServerSettings.builder().build();
		}

	}

}
