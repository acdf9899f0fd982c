package org.secondavis.request;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address to which a mail server can deliver.
 *
 * @param value the address, its domain in lower case and ASCII
 */
public record EmailAddress(String value) {

	private static final Pattern LOCAL = Pattern
		.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

	private static final Pattern DOMAIN = Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");

	/** Takes what a mail server would; the domain may hold accents. */
	public static Optional<EmailAddress> parse(String text) {
		int at = text.lastIndexOf('@');
		if (at < 1 || text.length() > 254 || at > 64) {
			return Optional.empty();
		}
		try {
			String local = text.substring(0, at);
			String domain = IDN.toASCII(text.substring(at + 1)).toLowerCase(java.util.Locale.ROOT);
			return (LOCAL.matcher(local).matches() && DOMAIN.matcher(domain).matches())
					? Optional.of(new EmailAddress(local + "@" + domain)) : Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	@Override
	public String toString() {
		return "EmailAddress[…]";
	}

}
