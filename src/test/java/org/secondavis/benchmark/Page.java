package org.secondavis.benchmark;

import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.secondavis.Multipart;

import org.springframework.web.util.HtmlUtils;

/**
 * A page as the browser got it.
 *
 * @param path where it was found, redirects followed
 * @param html its source
 */
record Page(String path, String html) {

	private static final Pattern FORM = Pattern.compile("<form\\b([^>]*\\bmethod=\"post\"[^>]*)>(.*?)</form>",
			Pattern.DOTALL);

	private static final Pattern HIDDEN = Pattern.compile("<input\\b[^>]*\\btype=\"hidden\"[^>]*>");

	private static final Pattern SUM = Pattern.compile("(\\d+)[\\s\\u00A0]*\\+[\\s\\u00A0]*(\\d+)[\\s\\u00A0]*=");

	private static final Pattern REFERENCE = Pattern.compile("\\bdata-reference=\"([^\"]+)\"");

	/** The page, provided that it is the one that should come now. */
	Page at(String expected) {
		if (!this.path.equals(expected)) {
			throw new IllegalStateException("%s came in place of %s".formatted(this.path, expected));
		}
		return this;
	}

	/** Where the page's form goes. */
	String action() {
		return attribute(form().group(1), "action");
	}

	/**
	 * The page's form as a browser sends it together with files.
	 * @param files what is in them, by their names
	 */
	Multipart withFiles(Map<String, InputStream> files) {
		Multipart form = new Multipart();
		HIDDEN.matcher(form().group(2))
			.results()
			.forEach((input) -> form.field(attribute(input.group(), "name"), attribute(input.group(), "value")));
		files.forEach((name, content) -> form.file("files", name, content));
		return form.field("action", "continue");
	}

	/**
	 * The page's form as a browser sends it.
	 * @param typed names and values in turn
	 */
	String filledIn(String... typed) {
		StringJoiner body = new StringJoiner("&");
		HIDDEN.matcher(form().group(2))
			.results()
			.forEach((input) -> body.add(pair(attribute(input.group(), "name"), attribute(input.group(), "value"))));
		for (int i = 0; i < typed.length; i += 2) {
			body.add(pair(typed[i], typed[i + 1]));
		}
		return body.toString();
	}

	/** The answer to « 10 + 12 = ». */
	String sum() {
		Matcher sum = find(SUM, HtmlUtils.htmlUnescape(this.html));
		return String.valueOf(Integer.parseInt(sum.group(1)) + Integer.parseInt(sum.group(2)));
	}

	String reference() {
		return find(REFERENCE, this.html).group(1);
	}

	private Matcher form() {
		return find(FORM, this.html);
	}

	private String attribute(String tag, String name) {
		return HtmlUtils.htmlUnescape(find(Pattern.compile("\\b" + name + "=\"([^\"]*)\""), tag).group(1));
	}

	private Matcher find(Pattern pattern, String text) {
		Matcher matcher = pattern.matcher(text);
		if (!matcher.find()) {
			throw new IllegalStateException("%s has no %s".formatted(this.path, pattern));
		}
		return matcher;
	}

	private static String pair(String name, String value) {
		return encode(name) + "=" + encode(value);
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
