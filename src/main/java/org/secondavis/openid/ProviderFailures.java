package org.secondavis.openid;

import java.io.IOException;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Leads those whom a provider did not bring in back to the page they came from, which
 * says why as far as they may know. The log tells operators the kind of failure, and
 * nothing of what the provider sent.
 */
@Component
class ProviderFailures implements AuthenticationFailureHandler {

	/** Where the session keeps an identity until its owner says that it is theirs. */
	static final String SHOWN = "org.secondavis.openid.shown";

	private static final Log log = LogFactory.getLog(ProviderFailures.class);

	private static final Pattern CODE = Pattern.compile("[a-z_]{1,40}");

	private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

	/** What went wrong before anybody was sent to a provider comes wrapped. */
	void onStart(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
			throws IOException {
		onAuthenticationFailure(request, response,
				(failure.getCause() instanceof AuthenticationException cause) ? cause : failure);
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException why) throws IOException {
		if (why instanceof LinkWantedException wanted) {
			request.getSession().setAttribute(SHOWN, wanted.identity());
			response.sendRedirect(request.getContextPath() + OwnProvidersController.CONFIRM);
		}
		else {
			String page = this.sessions.containsContext(request) ? OwnProvidersController.PAGE : "/connexion";
			response.sendRedirect(request.getContextPath() + page + "?fournisseur=" + reason(why));
		}
	}

	private static String reason(AuthenticationException why) {
		if (why instanceof UnknownIdentityException) {
			return "inconnu";
		}
		if (why instanceof TooManyStartsException) {
			return "patience";
		}
		if (why instanceof ProviderAbsentException) {
			log.warn(why.getMessage());
			return "absent";
		}
		log.warn("A sign-in by a provider of identities failed: " + codeOf(why));
		return "echec";
	}

	private static String codeOf(AuthenticationException why) {
		String code = (why instanceof OAuth2AuthenticationException refused) ? refused.getError().getErrorCode() : "";
		return CODE.matcher(code).matches() ? code : why.getClass().getSimpleName();
	}

}
