package org.secondavis.staff;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.HttpSessionIdResolver;

/**
 * The session's cookie, looked at once a request. Spring Session forgets the id when it
 * stores the session and would read the whole session again, only to compare the two.
 */
class SessionCookie implements HttpSessionIdResolver {

	private static final String LOOKED_AT = SessionCookie.class.getName();

	private final CookieHttpSessionIdResolver cookie;

	SessionCookie(CookieHttpSessionIdResolver cookie) {
		this.cookie = cookie;
	}

	@Override
	public List<String> resolveSessionIds(HttpServletRequest request) {
		// an error page is another request in one, and looks for itself
		if (request.getAttribute(LOOKED_AT) == request) {
			return List.of();
		}
		request.setAttribute(LOOKED_AT, request);
		return this.cookie.resolveSessionIds(request);
	}

	@Override
	public void setSessionId(HttpServletRequest request, HttpServletResponse response, String id) {
		if (!this.cookie.resolveSessionIds(request).contains(id)) {
			this.cookie.setSessionId(request, response, id);
		}
	}

	@Override
	public void expireSession(HttpServletRequest request, HttpServletResponse response) {
		this.cookie.expireSession(request, response);
	}

}
