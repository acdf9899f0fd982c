package org.secondavis.throttle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.secondavis.ApplicationTest;
import org.secondavis.encryption.Fingerprints;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.Together.atOnce;

@ApplicationTest
class ThrottleTests {

	private static final Duration HOUR = Duration.ofHours(1);

	@Autowired
	private Throttle throttle;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Fingerprints fingerprints;

	@Autowired
	private TransactionTemplate transaction;

	@Test
	void whatIsDoneTooOftenIsRefused() {
		String who = UUID.randomUUID().toString();
		List<Boolean> answers = IntStream.range(0, 4).mapToObj((i) -> permits(who)).toList();
		assertThat(answers).containsExactly(true, true, true, false);
	}

	@Test
	void eachPersonAndEachThingIsCountedApart() {
		String who = UUID.randomUUID().toString();
		IntStream.range(0, 4).forEach((i) -> permits(who));
		assertThat(permits(UUID.randomUUID().toString())).isTrue();
		assertThat(this.throttle.permits("another thing", who, 3, HOUR)).isTrue();
	}

	@Test
	void allInstancesCountTogether() {
		String who = UUID.randomUUID().toString();
		assertThat(atOnce(12, () -> permits(who))).filteredOn(Boolean.TRUE::equals).hasSize(3);
	}

	@Test
	void theRightComesBackEvenly() {
		String who = UUID.randomUUID().toString();
		assertThat(IntStream.range(0, 3).mapToObj((i) -> at("10:00:00").permits("a thing", who, 3, HOUR)).toList())
			.containsOnly(true);
		assertThat(at("10:19:59").permits("a thing", who, 3, HOUR)).isFalse();
		assertThat(at("10:20:00").permits("a thing", who, 3, HOUR)).isTrue();
		assertThat(at("10:20:00").permits("a thing", who, 3, HOUR)).isFalse();
		assertThat(IntStream.range(0, 4).mapToObj((i) -> at("12:00:00").permits("a thing", who, 3, HOUR)).toList())
			.containsExactly(true, true, true, false);
	}

	@Test
	void whatIsWholeAgainIsForgotten() {
		at("10:00:00").permits("a thing", UUID.randomUUID().toString(), 3, HOUR);
		at("10:19:59").forgetWhatIsWholeAgain();
		assertThat(rowsUntil("10:20:00")).isPositive();
		at("10:20:00").forgetWhatIsWholeAgain();
		assertThat(rowsUntil("10:20:00")).isZero();
	}

	@Test
	void theCountStandsWhateverBecomesOfTheTransaction() {
		String who = UUID.randomUUID().toString();
		IntStream.range(0, 3).forEach((i) -> this.transaction.executeWithoutResult((status) -> {
			status.setRollbackOnly();
			permits(who);
		}));
		assertThat(permits(who)).isFalse();
	}

	private Throttle at(String hour) {
		return new Throttle(this.jdbc, this.fingerprints,
				Clock.fixed(Instant.parse("2020-01-01T" + hour + "Z"), ZoneOffset.UTC));
	}

	private long rowsUntil(String hour) {
		return this.jdbc.sql("select count(*) from throttle where full_at <= cast(:at as timestamptz)")
			.param("at", "2020-01-01T" + hour + "Z")
			.query(Long.class)
			.single();
	}

	private boolean permits(String who) {
		return this.throttle.permits("a thing", who, 3, HOUR);
	}

}
