package org.secondavis.mail;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.mail.SendFailedException;

import org.springframework.mail.MailSendException;

/**
 * Why a mail could not leave. Mail servers like to repeat addresses, so only the kind of
 * error and the server's number are kept.
 *
 * @param reason such as {@code SMTPAddressFailedException 550 5.1.1}
 * @param partial whether some of the addresses were reached nevertheless
 */
record Failure(String reason, boolean partial) {

	private static final Pattern CODE = Pattern.compile("[245]\\d\\d(?:[ -]\\d\\.\\d{1,3}\\.\\d{1,3})?(?![\\w.])");

	static Failure of(Exception failure) {
		boolean partial = false;
		Throwable deepest = first(failure);
		for (Throwable next = deepest; next != null; next = next.getCause()) {
			deepest = next;
			partial |= next instanceof SendFailedException sending && sending.getValidSentAddresses() != null
					&& sending.getValidSentAddresses().length > 0;
		}
		return new Failure(deepest.getClass().getSimpleName() + code(deepest).map(" "::concat).orElse(""), partial);
	}

	// Spring keeps what happened to each message beside the chain of causes
	private static Throwable first(Exception failure) {
		return (failure instanceof MailSendException sending)
				? Arrays.stream(sending.getMessageExceptions()).findFirst().orElse(failure) : failure;
	}

	private static Optional<String> code(Throwable failure) {
		return Optional.ofNullable(failure.getMessage())
			.map(CODE::matcher)
			.filter(Matcher::lookingAt)
			.map(Matcher::group);
	}

}
