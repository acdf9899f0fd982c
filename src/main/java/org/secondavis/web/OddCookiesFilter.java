package org.secondavis.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Passes over cookies that are none of ours and would make every page fail: ours hold no
 * percent sign, and the session's name is a UUID in Base64.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OddCookiesFilter extends OncePerRequestFilter {

	private static final String SESSION = "SESSION";

	private static final Pattern SESSION_NAME = Pattern.compile("[A-Za-z0-9+/]{48}");

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Cookie[] cookies = request.getCookies();
		boolean odd = cookies != null && Arrays.stream(cookies).anyMatch(OddCookiesFilter::isOdd);
		chain.doFilter(odd ? new WithoutOddCookies(request) : request, response);
	}

	private static boolean isOdd(Cookie cookie) {
		return cookie.getValue().indexOf('%') >= 0
				|| (cookie.getName().equals(SESSION) && !SESSION_NAME.matcher(cookie.getValue()).matches());
	}

	/** The same request without them. */
	private static class WithoutOddCookies extends HttpServletRequestWrapper {

		WithoutOddCookies(HttpServletRequest request) {
			super(request);
		}

		@Override
		public Cookie @Nullable [] getCookies() {
			Cookie[] cookies = super.getCookies();
			return (cookies == null) ? null
					: Arrays.stream(cookies).filter((cookie) -> !isOdd(cookie)).toArray(Cookie[]::new);
		}

	}

}
