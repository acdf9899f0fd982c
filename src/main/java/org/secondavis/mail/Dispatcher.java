package org.secondavis.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends the mails that are due, one at a time. Each is taken in one transaction and
 * settled in another: while a server keeps us waiting no lock is held, and nobody who
 * erases a request waits for it. Any number of dispatchers may work side by side.
 */
@Component
class Dispatcher {

	/** Longer than any time-out of the mail server adds up to. */
	private static final Duration ATTEMPT = Duration.ofMinutes(5);

	private static final Logger logger = LoggerFactory.getLogger(Dispatcher.class);

	private final MailQueue queue;

	private final Letters letters;

	private final Envelopes envelopes;

	private final JavaMailSender sender;

	private final MailProperties properties;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Dispatcher(MailQueue queue, Letters letters, Envelopes envelopes, JavaMailSender sender, MailProperties properties,
			TransactionTemplate transaction, Clock clock) {
		this.queue = queue;
		this.letters = letters;
		this.envelopes = envelopes;
		this.sender = sender;
		this.properties = properties;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Tries every mail that is due. */
	void dispatch() {
		for (Optional<OutgoingMail> mail = take(); mail.isPresent(); mail = take()) {
			settle(mail.get(), attempt(mail.get()));
		}
	}

	private Optional<OutgoingMail> take() {
		return this.transaction.execute((status) -> {
			Optional<OutgoingMail> mail = this.queue.takeDue(this.clock.instant());
			mail.ifPresent((due) -> due.startAttempt(this.clock.instant().plus(ATTEMPT)));
			return mail;
		});
	}

	/** Sends the mail, and says what is to be noted of it. */
	private Consumer<OutgoingMail> attempt(OutgoingMail mail) {
		try {
			Optional<Letter> letter = this.letters.write(mail);
			letter.ifPresent((content) -> this.sender.send(this.envelopes.around(content, mail)));
			return letter.isPresent() ? (sent) -> sent.markSent(this.clock.instant(), null) : this.queue::delete;
		}
		catch (Exception ex) {
			Failure failure = Failure.of(ex);
			logger.warn("Attempt {} to send {} failed: {}", mail.getAttempts(), mail, failure.reason());
			return failure.partial() ? (sent) -> sent.markSent(this.clock.instant(), failure.reason())
					: (failed) -> failed.markFailed(failure.reason(), this.clock.instant(), this.properties);
		}
	}

	private void settle(OutgoingMail mail, Consumer<OutgoingMail> outcome) {
		this.transaction.executeWithoutResult((status) -> {
			Optional<OutgoingMail> unchanged = this.queue.findById(mail.getId()).filter((found) -> found.isStill(mail));
			unchanged.ifPresent(outcome);
			unchanged.filter(OutgoingMail::isForgotten).ifPresent(this.queue::delete);
		});
	}

}
