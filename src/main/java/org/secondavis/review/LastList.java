package org.secondavis.review;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * Remembers on the device from which list a request was opened, so that one gets back to
 * it as it was.
 */
public final class LastList {

	/** The cookie in which it is remembered. */
	public static final String COOKIE = "liste";

	private static final String QUEUE = "/admin";

	private LastList() {
	}

	/** Remembers the list that is shown now. */
	public static void remember(HttpServletRequest request, HttpServletResponse response) {
		String query = (request.getQueryString() != null) ? request.getQueryString() : "";
		String value = Base64.getUrlEncoder().withoutPadding().encodeToString(query.getBytes(StandardCharsets.UTF_8));
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(COOKIE, value)
					.httpOnly(true)
					.sameSite("Lax")
					.secure(request.isSecure())
					.path(request.getContextPath() + QUEUE)
					.build()
					.toString());
	}

	/** Where the list is; the whole queue if nothing sensible is remembered. */
	public static String url(@Nullable String cookie) {
		try {
			String query = (cookie != null) ? new String(Base64.getUrlDecoder().decode(cookie), StandardCharsets.UTF_8)
					: "";
			return query.matches("[!-~]{1,500}") ? QUEUE + "?" + query : QUEUE;
		}
		catch (IllegalArgumentException ex) {
			return QUEUE;
		}
	}

}
