package org.secondavis.staff;

import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.CookieSerializer;

@Configuration(proxyBeanMethods = false)
class StaffConfiguration {

	/** Each hash names its method, so that a better one can follow. */
	@Bean
	PasswordEncoder passwordEncoder() {
		return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(12)));
	}

	/** With the settings of the session's cookie that Spring Boot knows. */
	@Bean
	CookieHttpSessionIdResolver cookieHttpSessionIdResolver(CookieSerializer serializer) {
		CookieHttpSessionIdResolver cookie = new CookieHttpSessionIdResolver();
		cookie.setCookieSerializer(serializer);
		return cookie;
	}

	@Bean
	@Primary
	SessionCookie sessionCookie(CookieHttpSessionIdResolver cookie) {
		return new SessionCookie(cookie);
	}

}
