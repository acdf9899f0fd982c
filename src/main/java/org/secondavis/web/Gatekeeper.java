package org.secondavis.web;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.FactorAuthorizationDecision;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
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

	/** Whether somebody has signed in since the page of that form was made. */
	static final String SIGNED_IN_AGAIN = Gatekeeper.class.getName() + ".signedInAgain";

	/** Where a second factor is asked for. */
	static final String SECOND_FACTOR = "/connexion/verification";

	private static final RequestMatcher SECOND_FACTOR_PAGE = PathPatternRequestMatcher.pathPattern(SECOND_FACTOR);

	private final AuthenticationEntryPoint signIn = new LoginUrlAuthenticationEntryPoint("/connexion");

	private final AuthenticationEntryPoint secondFactor = new LoginUrlAuthenticationEntryPoint(SECOND_FACTOR);

	private final RequestMatcher staffPages;

	private final RequestCache asked;

	Gatekeeper(RequestMatcher staffPages, RequestCache asked) {
		this.staffPages = staffPages;
		this.asked = asked;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
			throws IOException, ServletException {
		if (this.staffPages.matches(request)) {
			turnAway(request, response, this.signIn);
		}
		else if (SECOND_FACTOR_PAGE.matches(request)) {
			this.signIn.commence(request, response, ex);
		}
		else {
			response.sendError(HttpServletResponse.SC_NOT_FOUND);
		}
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException ex)
			throws IOException, ServletException {
		if (ex instanceof AuthorizationDeniedException denied
				&& denied.getAuthorizationResult() instanceof FactorAuthorizationDecision) {
			this.asked.saveRequest(request, response);
			turnAway(request, response, this.secondFactor);
			return;
		}
		boolean exists = ex instanceof CsrfException || Right.neededFor(request).isPresent();
		request.setAttribute(WebAttributes.ACCESS_DENIED_403, ex);
		request.setAttribute(SIGNED_OUT, ex instanceof CsrfException && this.staffPages.matches(request));
		// whoever is not signed in is nobody yet where tokens are looked at
		request.setAttribute(SIGNED_IN_AGAIN, SecurityContextHolder.getContext().getAuthentication() != null);
		response.sendError(exists ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_NOT_FOUND);
	}

	/** To where they can come in; a form that was sent is not lost. */
	private static void turnAway(HttpServletRequest request, HttpServletResponse response, AuthenticationEntryPoint way)
			throws IOException, ServletException {
		if (HttpMethod.POST.matches(request.getMethod())) {
			request.setAttribute(SIGNED_OUT, true);
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
		}
		else {
			way.commence(request, response, new InsufficientAuthenticationException("More is needed"));
		}
	}

}
