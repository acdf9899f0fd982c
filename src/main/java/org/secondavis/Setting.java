package org.secondavis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * A setting as an operator is told of it. Its value is never said: some are secrets.
 *
 * @param name the name, such as {@code secondavis.clinic.phone}
 */
record Setting(String name) {

	private static final String PROVIDER = "(oauth2\\.client\\.(?:registration|provider))\\.[^.]+";

	private static final Properties HELP = load("settings.properties");

	String missing() {
		return "The setting %s is missing: set it to %s.".formatted(this.name, help());
	}

	String wrong() {
		return "The setting %s is not right: set it to %s.".formatted(this.name, help());
	}

	String wrong(String reason) {
		return "The setting %s is not right, %s: set it to %s.".formatted(this.name, reason, help());
	}

	/** What it must be; the items of a list, and all providers, share one entry. */
	private String help() {
		return HELP.getProperty(this.name.replaceAll("\\[.*", "").replaceAll(PROVIDER, "$1"),
				"a value of the kind that its documentation names");
	}

	private static Properties load(String file) {
		try {
			return PropertiesLoaderUtils.loadProperties(new ClassPathResource(file, Setting.class));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
