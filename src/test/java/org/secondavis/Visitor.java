package org.secondavis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Visits pages over HTTP as a browser without scripts does: keeps cookies and sends forms
 * with the token of the last page that had one. It follows no redirect.
 */
public final class Visitor {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final CookieManager cookies = new CookieManager();

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(this.cookies).build();

	private final URI site;

	private String token = "";

	public Visitor(int port) {
		this.site = URI.create("http://localhost:" + port);
	}

	public Page get(String path, String... headers) {
		return send(HttpRequest.newBuilder(this.site.resolve(path)), headers);
	}

	/** Sends a form: names and values in turn. */
	public Page post(String path, String... fields) {
		StringJoiner form = new StringJoiner("&");
		form.add("_csrf=" + encoded(this.token));
		for (int field = 0; field < fields.length; field += 2) {
			form.add(encoded(fields[field]) + "=" + encoded(fields[field + 1]));
		}
		return send(HttpRequest.newBuilder(this.site.resolve(path)).POST(BodyPublishers.ofString(form.toString())),
				"Content-Type", "application/x-www-form-urlencoded");
	}

	/** Sends a form with files, as long as it comes. */
	public Page post(String path, Multipart form) {
		Multipart complete = form.first("_csrf", this.token);
		return send(
				HttpRequest.newBuilder(this.site.resolve(path)).POST(BodyPublishers.ofInputStream(complete::stream)),
				"Content-Type", Multipart.contentType());
	}

	public String token() {
		return this.token;
	}

	/** What this visitor's browser sends as cookies to every page of the form. */
	public String cookies() {
		return this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.map((cookie) -> cookie.getName() + "=" + cookie.getValue())
			.collect(Collectors.joining("; "));
	}

	public Page signIn(String username, String password) {
		get("/connexion");
		return post("/connexion", "username", username, "password", password);
	}

	/** The page where the redirect leads. */
	public Page follow(Page page) {
		return get(page.location());
	}

	public Page send(HttpRequest.Builder request, String... headers) {
		try {
			HttpRequest complete = ((headers.length > 0) ? request.headers(headers) : request).build();
			Page page = new Page(this.client.send(complete, BodyHandlers.ofByteArray()));
			Matcher token = TOKEN.matcher(page.body());
			this.token = token.find() ? token.group(1) : this.token;
			return page;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public List<String> cookieNames() {
		return this.cookies.getCookieStore().getCookies().stream().map(HttpCookie::getName).toList();
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	/**
	 * A page that was answered.
	 *
	 * @param response the answer
	 */
	public record Page(HttpResponse<byte[]> response) {

		public int status() {
			return this.response.statusCode();
		}

		public String body() {
			return new String(bytes(), StandardCharsets.UTF_8);
		}

		public byte[] bytes() {
			return this.response.body();
		}

		public String header(String name) {
			return String.join(", ", this.response.headers().allValues(name));
		}

		/** Path and query to which the page redirects. */
		public String location() {
			URI target = this.response.uri().resolve(header("Location"));
			return target.getRawPath() + ((target.getRawQuery() != null) ? "?" + target.getRawQuery() : "");
		}

	}

}
