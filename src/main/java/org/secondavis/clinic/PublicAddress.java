package org.secondavis.clinic;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where people reach the application. A mail is written without a request at hand, so it
 * cannot be guessed from one.
 *
 * @param baseUrl scheme, host and, if need be, port and path, without a slash at the end
 */
@ConfigurationProperties("secondavis")
@Validated
public record PublicAddress(@NotNull @Pattern(regexp = "https?://[^\\s/?#]+(/[^\\s/?#]+)*",
		message = "must be an address such as https://avis.example, without a slash at the end") String baseUrl) {

	/**
	 * The full address of a page.
	 * @param path its path, which starts with a slash
	 */
	public String link(String path) {
		return this.baseUrl + path;
	}

	/**
	 * The full address of a page in one of its languages. French, which readers get who
	 * never chose, has the plain one, so that the page is not found twice.
	 * @param path its path, which starts with a slash
	 * @param language the language, such as {@code en}
	 */
	public String link(String path, String language) {
		return link(path) + (language.equals("fr") ? "" : "?lang=" + language);
	}

}
