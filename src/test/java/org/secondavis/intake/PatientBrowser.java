package org.secondavis.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.Cookie;

import org.secondavis.Multipart;

import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A patient's browser: keeps cookies, has an address of its own, follows no redirect. It
 * sends the token of the last page as any browser does, since Spring Security's
 * {@code csrf()} for tests would bring sessions in, which patients do not have.
 */
final class PatientBrowser {

	private static final Pattern CSRF_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private static final Pattern SUM = Pattern.compile("(\\d+) \\+ (\\d+) =");

	private static final Pattern SEALED_SUM = Pattern.compile("name=\"sum\" value=\"([^\"]+)\"");

	private static final Pattern REFERENCE = Pattern.compile("data-reference=\"([^\"]+)\"");

	private final MockMvcTester mvc;

	private final Map<String, Cookie> cookies = new LinkedHashMap<>();

	private boolean secure;

	private String csrfToken = "";

	private String address = "198.51.100." + ThreadLocalRandom.current().nextInt(256) + ":"
			+ ThreadLocalRandom.current().nextInt();

	PatientBrowser(MockMvcTester mvc) {
		this.mvc = mvc;
	}

	PatientBrowser at(String address) {
		this.address = address;
		return this;
	}

	PatientBrowser overHttps() {
		this.secure = true;
		return this;
	}

	/** Another tab: it knows the same cookies. */
	PatientBrowser anotherTab() {
		PatientBrowser tab = new PatientBrowser(this.mvc).at(this.address);
		tab.cookies.putAll(this.cookies);
		tab.csrfToken = this.csrfToken;
		return tab;
	}

	MvcTestResult get(String url) {
		return exchange(this.mvc.get().uri(url), url);
	}

	MvcTestResult post(String url, TypedForm typed) {
		return exchange(this.mvc.post().uri(url).params(typed.parameters()).param("_csrf", this.csrfToken), url);
	}

	/** Sends a form with files; the token comes first. */
	MvcTestResult send(String url, Multipart form) {
		return sendAsIs(url, form.first("_csrf", this.csrfToken));
	}

	/** Sends a form with files without adding a token. */
	MvcTestResult sendAsIs(String url, Multipart form) {
		return exchange(this.mvc.post().uri(url).contentType(Multipart.contentType()).content(form.bytes()), url);
	}

	String csrfToken() {
		return this.csrfToken;
	}

	private MvcTestResult exchange(MockMvcRequestBuilder request, String url) {
		String path = url.replaceFirst("\\?.*", "");
		Cookie[] sent = this.cookies.values()
			.stream()
			.filter((cookie) -> path.startsWith(cookie.getPath()))
			.toArray(Cookie[]::new);
		MvcTestResult result = ((sent.length > 0) ? request.cookie(sent) : request).with((servletRequest) -> {
			servletRequest.setRemoteAddr(this.address);
			servletRequest.setSecure(this.secure);
			return servletRequest;
		}).exchange();
		Arrays.stream(result.getResponse().getCookies()).forEach(this::keep);
		Matcher token = CSRF_TOKEN.matcher(body(result));
		if (token.find()) {
			this.csrfToken = token.group(1);
		}
		return result;
	}

	private void keep(Cookie cookie) {
		if (cookie.getMaxAge() == 0) {
			this.cookies.remove(cookie.getName());
		}
		else {
			this.cookies.put(cookie.getName(), cookie);
		}
	}

	Cookie cookie(String name) {
		return this.cookies.get(name);
	}

	void forget(String cookie) {
		this.cookies.remove(cookie);
	}

	PatientBrowser start() {
		get("/demande");
		assertThat(post("/demande", TypedForm.empty())).hasRedirectedUrl("/demande/qui");
		return this;
	}

	PatientBrowser fillIn(Step step, TypedForm typed) {
		assertThat(post(step.url(), typed.with("action", "continue"))).hasRedirectedUrl(step.nextUrl());
		return this;
	}

	/** Goes through all steps, up to the check page. */
	PatientBrowser fillInAll() {
		start();
		for (Step step : Step.values()) {
			fillIn(step, TypedForm.of(step));
		}
		return this;
	}

	/** What the check page sends when the sum is solved. */
	TypedForm solvedSum() {
		String page = body(get(Step.CHECK_URL));
		Matcher sum = SUM.matcher(page);
		assertThat(sum.find()).isTrue();
		int result = Integer.parseInt(sum.group(1)) + Integer.parseInt(sum.group(2));
		return TypedForm.empty()
			.with("action", "send")
			.with("answer", Integer.toString(result))
			.with("sum", first(SEALED_SUM, page))
			.with("website", "");
	}

	/** Sends the request and returns its reference. */
	String send() {
		assertThat(post(Step.CHECK_URL, solvedSum())).hasRedirectedUrl("/demande/envoyee");
		return reference();
	}

	String reference() {
		return first(REFERENCE, body(get("/demande/envoyee")));
	}

	static String body(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private static String first(Pattern pattern, String page) {
		Matcher matcher = pattern.matcher(page);
		assertThat(matcher.find()).as("%s in the page", pattern).isTrue();
		return matcher.group(1);
	}

}
