package org.secondavis.mail;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How mail is sent.
 *
 * @param from the sender's address
 * @param clinic the clinic's mailboxes
 * @param maxAttempts after how many failures a mail is given up
 * @param retryAfter the wait after the first failure; it doubles with each further one
 * @param digest when, on a working day, the clinic and the doctors are told what waits
 * @param pollInterval how often the outbox is looked at
 */
@ConfigurationProperties("secondavis.mail")
@Validated
record MailProperties(@NotBlank @Email String from, @NotEmpty List<@NotBlank @Email String> clinic,
		@DefaultValue("12") @Positive int maxAttempts,
		@DefaultValue("30s") @DurationMin(millis = 1) Duration retryAfter, @DefaultValue("07:30") LocalTime digest,
		@DefaultValue("5s") @DurationMin(millis = 1) Duration pollInterval) {

	private static final Duration LONGEST_WAIT = Duration.ofHours(6);

	private static final Pattern NO_REPLY = Pattern.compile("(no|do-?not)[._-]?reply|ne[._-]?pas[._-]?repondre",
			Pattern.CASE_INSENSITIVE);

	/**
	 * How long to wait after so many failures: twice as long each time, at most six
	 * hours, a quarter more or less at random, so that mails do not all come back at
	 * once.
	 */
	Duration waitAfter(int failures) {
		Duration wait = this.retryAfter.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), 30));
		Duration capped = (wait.compareTo(LONGEST_WAIT) < 0) ? wait : LONGEST_WAIT;
		return capped.multipliedBy(ThreadLocalRandom.current().nextLong(750, 1250)).dividedBy(1000);
	}

	/** Whether nobody reads what is answered to the sender's address. */
	boolean noReply() {
		return NO_REPLY.matcher(this.from).lookingAt();
	}

	String senderDomain() {
		return this.from.substring(this.from.lastIndexOf('@') + 1);
	}

}
