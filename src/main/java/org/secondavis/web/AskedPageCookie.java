package org.secondavis.web;

import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.InvalidUrlException;

/**
 * Remembers the page that a link led to while its reader signs in. A cookie, so that
 * nobody gets a session before having signed in.
 */
class AskedPageCookie extends CookieRequestCache {

	private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]+");

	AskedPageCookie(RequestMatcher staffPages) {
		setRequestMatcher((request) -> HttpMethod.GET.matches(request.getMethod()) && staffPages.matches(request));
		setCookieCustomizer((cookie) -> cookie.setAttribute("SameSite", "Lax"));
	}

	/** A cookie can hold anything; what is no address counts as none. */
	@Override
	public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
		try {
			SavedRequest asked = super.getRequest(request, response);
			return (asked != null && PRINTABLE.matcher(asked.getRedirectUrl()).matches()) ? asked : null;
		}
		catch (InvalidUrlException ex) {
			return null;
		}
	}

}
