package org.secondavis.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Tells how the queue stands. A mail server that is down makes no instance unready:
 * requests are still taken in, and their mails leave later.
 */
@Component
class MailQueueHealthIndicator extends AbstractHealthIndicator {

	private final MailQueue queue;

	private final Clock clock;

	MailQueueHealthIndicator(MailQueue queue, Clock clock) {
		super("The state of the mail queue is unknown");
		this.queue = queue;
		this.clock = clock;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		Instant now = this.clock.instant();
		QueueState state = this.queue.state(now);
		builder.up()
			.withDetail("queued", state.queued())
			.withDetail("givenUp", state.givenUp())
			.withDetail("oldestAgeSeconds",
					(state.oldest() != null) ? Duration.between(state.oldest(), now).toSeconds() : 0L);
	}

}
