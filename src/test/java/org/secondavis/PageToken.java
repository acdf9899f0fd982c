package org.secondavis;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.servlet.http.Cookie;

import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.util.ObjectUtils;

/**
 * The token that a form of ours carries, without asking for its page. Spring Security's
 * own {@code csrf()} for tests would put a repository of tokens with sessions into the
 * application, for all tests that follow.
 */
public final class PageToken {

	private PageToken() {
	}

	/** Has a request come from a page of ours. */
	public static RequestPostProcessor csrf() {
		return (request) -> {
			String token = UUID.randomUUID().toString();
			request.setCookies(ObjectUtils.addObjectToArray(request.getCookies(), new Cookie("XSRF-TOKEN", token)));
			request.addParameter("_csrf", masked(token.getBytes(StandardCharsets.UTF_8)));
			return request;
		};
	}

	/** Pages mask it, each time in another way. */
	private static String masked(byte[] token) {
		byte[] masked = new byte[2 * token.length];
		ThreadLocalRandom.current().nextBytes(masked);
		for (int i = 0; i < token.length; i++) {
			masked[token.length + i] = (byte) (masked[i] ^ token[i]);
		}
		return Base64.getUrlEncoder().encodeToString(masked);
	}

}
