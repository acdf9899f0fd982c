package org.secondavis.web;

import java.time.Duration;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.secondavis.clinic.Language;
import org.secondavis.clinic.Languages;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * The language of the pages: French, unless the reader chose another. What the browser
 * prefers does not count; much of what a patient will be told exists in French only.
 */
@Component("localeResolver")
class LanguageCookie extends CookieLocaleResolver {

	private final Languages languages;

	LanguageCookie(Languages languages) {
		super("langue");
		this.languages = languages;
		setDefaultLocale(Locale.FRENCH);
		setRejectInvalidCookies(false);
		setCookieMaxAge(Duration.ofDays(365));
		setCookieHttpOnly(true);
		setCookieSameSite("Lax");
	}

	@Override
	protected @Nullable Locale parseLocaleValue(String value) {
		return this.languages.find(value).map(Language::locale).orElse(null);
	}

}
