package org.secondavis.web;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the language chosen with {@code ?lang=}, on any page, those that do not exist
 * included. It reads the query alone: asking for a parameter would read a form that may
 * be too large.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LanguageFilter extends OncePerRequestFilter {

	private static final Pattern CHOICE = Pattern.compile("(?:^|&)lang=([A-Za-z0-9-]{2,35})(?:&|$)");

	private final LanguageCookie language;

	LanguageFilter(LanguageCookie language) {
		this.language = language;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Locale chosen = chosenIn(request.getQueryString());
		if (chosen != null) {
			this.language.setLocale(request, response, chosen);
		}
		chain.doFilter(request, response);
	}

	private @Nullable Locale chosenIn(@Nullable String query) {
		Matcher choice = CHOICE.matcher((query != null) ? query : "");
		return choice.find() ? this.language.parseLocaleValue(choice.group(1)) : null;
	}

}
