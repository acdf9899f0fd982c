package org.secondavis.intake;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

import org.secondavis.clinic.Retention;
import org.secondavis.encryption.SecretToken;

/**
 * The two secrets that this device keeps, out of reach of scripts, and a mark without any
 * secret that a form is under way, for pages which the secrets do not reach.
 */
@Component
public class Cookies {

	/** Says that a form is under way on this device; it holds nothing. */
	public static final String UNDER_WAY = "reprise";

	/** Finds the draft. */
	static final String DRAFT = "demande";

	/** Finds the request that was sent; only the confirmation page sees it. */
	static final String FOLLOW_UP = "suivi";

	private final Retention retention;

	Cookies(Retention retention) {
		this.retention = retention;
	}

	void keepDraft(SecretToken token, HttpServletRequest request, HttpServletResponse response) {
		keep(DRAFT, token.value(), "/demande", this.retention.draft(), request, response);
		keep(UNDER_WAY, "1", "/", this.retention.draft(), request, response);
	}

	/** The form was sent. */
	void keepFollowUp(SecretToken token, HttpServletRequest request, HttpServletResponse response) {
		forgetMark(request, response);
		keep(FOLLOW_UP, token.value(), ConfirmationController.URL, this.retention.draft(), request, response);
	}

	/** Neither the form nor that it was sent is to be found on this device. */
	void forgetDraft(HttpServletRequest request, HttpServletResponse response) {
		keep(DRAFT, "", "/demande", Duration.ZERO, request, response);
		forgetMark(request, response);
	}

	/** No form is under way on this device. */
	void forgetMark(HttpServletRequest request, HttpServletResponse response) {
		keep(UNDER_WAY, "", "/", Duration.ZERO, request, response);
	}

	/** Nothing of what was filled in or sent is to be found on this device. */
	public void forgetAll(HttpServletRequest request, HttpServletResponse response) {
		forgetDraft(request, response);
		forgetFollowUp(request, response);
	}

	/** The confirmation of what was sent is not to be found on this device. */
	void forgetFollowUp(HttpServletRequest request, HttpServletResponse response) {
		keep(FOLLOW_UP, "", ConfirmationController.URL, Duration.ZERO, request, response);
	}

	private static void keep(String name, String value, String path, Duration life, HttpServletRequest request,
			HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(name, value)
					.httpOnly(true)
					.sameSite("Lax")
					.secure(request.isSecure())
					.path(request.getContextPath() + path)
					.maxAge(life)
					.build()
					.toString());
	}

}
