package org.secondavis.mail;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.secondavis.encryption.Vault;
import org.secondavis.request.Requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.request.RequestMother.aRequest;

@MailTest
class MailQueueHealthIndicatorTests {

	@Autowired
	private HealthIndicator mailQueueHealthIndicator;

	@Autowired
	private Requests requests;

	@Autowired
	private Vault vault;

	@Autowired
	private MutableClock clock;

	@Autowired
	private MailBench bench;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void reset() {
		this.bench.reset();
	}

	@Test
	void anEmptyQueueHasNoAge() {
		assertThat(details()).isEqualTo(Map.of("queued", 0L, "givenUp", 0L, "oldestAgeSeconds", 0L));
	}

	@Test
	void aQueueThatDoesNotMoveShowsItsAgeAndTheInstanceStaysUp() {
		this.requests.save(aRequest().byHelper().submit(this.vault));
		this.jdbc.sql("update outgoing_mail set status = 'GIVEN_UP' where recipient = 'HELPER'").update();
		this.clock.advance(Duration.ofMinutes(2));
		assertThat(details()).isEqualTo(Map.of("queued", 2L, "givenUp", 1L, "oldestAgeSeconds", 120L));
	}

	@Test
	void aMailThatWaitsForTheMorningHasNoAge() {
		this.requests.save(aRequest().suspect(this.vault));
		this.clock.advance(Duration.ofMinutes(2));
		assertThat(details()).isEqualTo(Map.of("queued", 1L, "givenUp", 0L, "oldestAgeSeconds", 0L));
	}

	private Map<String, Object> details() {
		Health health = this.mailQueueHealthIndicator.health();
		assertThat(health).isNotNull();
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		return health.getDetails();
	}

}
