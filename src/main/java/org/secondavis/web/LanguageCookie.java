package org.secondavis.web;

import java.time.Duration;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * The language of the pages: French, unless the reader chose English. What the browser
 * prefers does not count; much of what a patient will be told exists in French only.
 */
@Component("localeResolver")
class LanguageCookie extends CookieLocaleResolver {

	LanguageCookie() {
		super("langue");
		setDefaultLocale(Locale.FRENCH);
		setRejectInvalidCookies(false);
		setCookieMaxAge(Duration.ofDays(365));
		setCookieHttpOnly(true);
		setCookieSameSite("Lax");
	}

	@Override
	protected @Nullable Locale parseLocaleValue(String value) {
		return switch (value) {
			case "fr" -> Locale.FRENCH;
			case "en" -> Locale.ENGLISH;
			default -> null;
		};
	}

}
