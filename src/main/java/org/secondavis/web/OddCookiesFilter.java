package org.secondavis.web;

import java.io.IOException;
import java.util.Arrays;

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
 * Passes over cookies that are none of ours: ours hold no percent sign, and one that
 * cannot be decoded would make every page fail.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OddCookiesFilter extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Cookie[] cookies = request.getCookies();
		boolean odd = cookies != null && Arrays.stream(cookies).anyMatch(OddCookiesFilter::isOdd);
		chain.doFilter(odd ? new WithoutOddCookies(request) : request, response);
	}

	private static boolean isOdd(Cookie cookie) {
		return cookie.getValue().indexOf('%') >= 0;
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
