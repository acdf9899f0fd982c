package org.secondavis.web;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.util.matcher.RequestMatcher;

import org.secondavis.staff.Right;

/**
 * Answers those who may not enter: on staff pages with the way to sign in or a refusal,
 * elsewhere as if the page did not exist. Who sent a form after the session ended is
 * shown what was typed.
 */
class Gatekeeper implements AuthenticationEntryPoint, AccessDeniedHandler {

	/** Marks a form that staff sent when their session had ended. */
	static final String SIGNED_OUT = Gatekeeper.class.getName() + ".signedOut";

	private final AuthenticationEntryPoint signIn = new LoginUrlAuthenticationEntryPoint("/connexion");

	private final RequestMatcher staffPages;

	Gatekeeper(RequestMatcher staffPages) {
		this.staffPages = staffPages;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
			throws IOException, ServletException {
		if (this.staffPages.matches(request) && HttpMethod.POST.matches(request.getMethod())) {
			request.setAttribute(SIGNED_OUT, true);
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
		}
		else if (this.staffPages.matches(request)) {
			this.signIn.commence(request, response, ex);
		}
		else {
			response.sendError(HttpServletResponse.SC_NOT_FOUND);
		}
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException ex)
			throws IOException {
		boolean exists = ex instanceof CsrfException || Right.neededFor(request).isPresent();
		request.setAttribute(WebAttributes.ACCESS_DENIED_403, ex);
		request.setAttribute(SIGNED_OUT, ex instanceof CsrfException && this.staffPages.matches(request));
		response.sendError(exists ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_NOT_FOUND);
	}

}
