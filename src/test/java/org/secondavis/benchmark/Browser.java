package org.secondavis.benchmark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;

import org.secondavis.Multipart;

/**
 * What a browser does for one person who has not been here before: it has cookies of its
 * own and, told as a TLS proxy tells it, an address of its own. It loads pages only;
 * their style sheets stay in a browser's cache from the first page on.
 */
final class Browser {

	private static final HttpClient HTTP = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(10))
		.build();

	/** A large file takes its time where many send one. */
	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private static final AtomicInteger PEOPLE = new AtomicInteger();

	private final URI site;

	private final CookieManager cookies = new CookieManager();

	private final String address;

	Browser(URI site) {
		this.site = site;
		// 198.18.0.0/15 is set aside for measurements (RFC 2544)
		int person = PEOPLE.getAndIncrement();
		this.address = "198.%d.%d.%d".formatted(18 + (person >> 16 & 1), person >> 8 & 255, person & 255);
	}

	Page get(String path) throws IOException, InterruptedException {
		URI uri = this.site.resolve(path);
		HttpResponse<byte[]> response = send(HttpRequest.newBuilder(uri), 200);
		return new Page(uri.getPath(), text(response));
	}

	/** What is to be downloaded, while it comes. */
	InputStream download(String path) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(this.site.resolve(path)), BodyHandlers.ofInputStream(), 200).body();
	}

	/** Sends the page's form and opens the page that follows. */
	Page submit(Page page, String... typed) throws IOException, InterruptedException {
		return get(post(page, typed));
	}

	/** Sends the page's form and says where it leads. */
	String post(Page page, String... typed) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.site.resolve(page.action()))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(page.filledIn(typed)));
		return send(request, 302, 303).headers().firstValue("Location").orElseThrow();
	}

	/** Sends the page's form with files and says where it leads. */
	String post(Page page, Map<String, InputStream> files) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.site.resolve(page.action()))
			.header("Content-Type", Multipart.contentType())
			.POST(BodyPublishers.ofInputStream(() -> page.withFiles(files).stream()));
		return send(request, 302, 303).headers().firstValue("Location").orElseThrow();
	}

	private HttpResponse<byte[]> send(HttpRequest.Builder builder, Integer... expected)
			throws IOException, InterruptedException {
		return send(builder, BodyHandlers.ofByteArray(), expected);
	}

	private <T> HttpResponse<T> send(HttpRequest.Builder builder, BodyHandler<T> body, Integer... expected)
			throws IOException, InterruptedException {
		builder.timeout(PATIENCE);
		builder.header("Accept-Language", "fr").header("Accept-Encoding", "gzip");
		builder.header("X-Forwarded-For", this.address);
		URI uri = builder.build().uri();
		this.cookies.get(uri, Map.of())
			.getOrDefault("Cookie", List.of())
			.forEach((cookie) -> builder.header("Cookie", cookie));
		HttpRequest request = builder.build();
		HttpResponse<T> response = HTTP.send(request, body);
		this.cookies.put(uri, response.headers().map());
		if (!List.of(expected).contains(response.statusCode())) {
			throw new IllegalStateException(
					"%s %s was answered by %d".formatted(request.method(), uri.getPath(), response.statusCode()));
		}
		return response;
	}

	private static String text(HttpResponse<byte[]> response) throws IOException {
		byte[] body = response.body();
		if (response.headers().firstValue("Content-Encoding").filter("gzip"::equals).isPresent()) {
			body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
		}
		return new String(body, StandardCharsets.UTF_8);
	}

}
