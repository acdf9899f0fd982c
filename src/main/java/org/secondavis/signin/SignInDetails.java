package org.secondavis.signin;

import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** From where somebody signed in, which their session keeps. */
public class SignInDetails extends WebAuthenticationDetails {

	private static final int LONGEST = 300;

	private final String userAgent;

	/** From what is known of the request. */
	public SignInDetails(HttpServletRequest request) {
		super(request);
		String sent = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
		this.userAgent = sent.substring(0, Math.min(sent.length(), LONGEST));
	}

	Device device() {
		return Device.of(this.userAgent);
	}

	@Override
	public boolean equals(Object other) {
		return super.equals(other) && other instanceof SignInDetails details
				&& details.userAgent.equals(this.userAgent);
	}

	@Override
	public int hashCode() {
		return Objects.hash(super.hashCode(), this.userAgent);
	}

	/** Addresses are personal data. */
	@Override
	public String toString() {
		return "SignInDetails[…]";
	}

}
