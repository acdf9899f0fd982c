package org.secondavis.signin;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a browser roughly is, so that somebody knows their own again.
 *
 * @param browser its name, empty if it is not known
 * @param system the name of the system it runs on, empty if it is not known
 */
record Device(String browser, String system) {

	/** Each also calls itself like those that come after it. */
	private static final List<Sign> BROWSERS = List.of(new Sign("Edg(e|A|iOS)?/", "Edge"), new Sign("OPR/", "Opera"),
			new Sign("SamsungBrowser/", "Samsung Internet"), new Sign("Firefox/|FxiOS/", "Firefox"),
			new Sign("Chrom(e|ium)/|CriOS/", "Chrome"), new Sign("Safari/", "Safari"));

	private static final List<Sign> SYSTEMS = List.of(new Sign("iPhone", "iPhone"), new Sign("iPad", "iPad"),
			new Sign("Android", "Android"), new Sign("Windows", "Windows"), new Sign("Mac OS X", "Mac"),
			new Sign("CrOS", "ChromeOS"), new Sign("Linux", "Linux"));

	static Device of(@Nullable String userAgent) {
		return new Device(find(BROWSERS, userAgent), find(SYSTEMS, userAgent));
	}

	public boolean known() {
		return !this.browser.isEmpty() || !this.system.isEmpty();
	}

	/** Both names, which are the same in every language. */
	public String words() {
		return (this.browser + " – " + this.system).replaceAll("^ – | – $", "");
	}

	private static String find(List<Sign> signs, @Nullable String userAgent) {
		return signs.stream()
			.filter((sign) -> userAgent != null && sign.pattern().matcher(userAgent).find())
			.map(Sign::name)
			.findFirst()
			.orElse("");
	}

	private record Sign(Pattern pattern, String name) {

		Sign(String pattern, String name) {
			this(Pattern.compile(pattern), name);
		}

	}

}
