package org.secondavis.followup;

import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.secondavis.access.KnownDevices;
import org.secondavis.encryption.SecretToken;
import org.secondavis.request.FollowUpLinks;
import org.secondavis.request.SecondOpinionRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.WebUtils;

/**
 * Lets those in who hold a link, and further on those whose device has shown a code. The
 * device keeps a secret for each request that it knows.
 */
@Component
class Visits {

	private static final String COOKIE = "appareil-";

	private final FollowUpLinks links;

	private final KnownDevices devices;

	Visits(FollowUpLinks links, KnownDevices devices) {
		this.links = links;
		this.devices = devices;
	}

	/** The request behind a link; a link that leads nowhere is not found. */
	SecondOpinionRequest enter(SecretToken link) {
		return this.links.find(link).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	/**
	 * The same on a device that is known.
	 * @throws CodeNeededException if it is not
	 */
	SecondOpinionRequest enter(SecretToken link, Door door, HttpServletRequest device) {
		SecondOpinionRequest request = enter(link);
		Cookie cookie = WebUtils.getCookie(device, name(request));
		if (cookie == null || !this.devices.contain(new SecretToken(cookie.getValue()), request.getId())) {
			throw new CodeNeededException(link, door);
		}
		return request;
	}

	/** Makes the device known for this request. */
	void remember(SecondOpinionRequest request, HttpServletRequest device, HttpServletResponse response) {
		keep(name(request), this.devices.add(request.getId()).value(), KnownDevices.LIFE, device, response);
	}

	/** Leaves nothing on the device by which it is known, for whichever request. */
	void forget(HttpServletRequest device, HttpServletResponse response) {
		Cookie[] cookies = Objects.requireNonNullElse(device.getCookies(), new Cookie[0]);
		Arrays.stream(cookies)
			.map(Cookie::getName)
			.filter((name) -> name.startsWith(COOKIE))
			.forEach((name) -> keep(name, "", Duration.ZERO, device, response));
	}

	private static void keep(String name, String secret, Duration life, HttpServletRequest device,
			HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(name, secret)
					.httpOnly(true)
					.sameSite("Lax")
					.secure(device.isSecure())
					.path(device.getContextPath() + "/suivi")
					.maxAge(life)
					.build()
					.toString());
	}

	private static String name(SecondOpinionRequest request) {
		return COOKIE + request.getReference();
	}

}
