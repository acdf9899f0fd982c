package org.secondavis;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.secondavis.Together.Elsewhere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.secondavis.Together.atOnce;
import static org.secondavis.Together.meanwhile;

class TogetherTests {

	private final CountDownLatch never = new CountDownLatch(1);

	@Test
	void allRunAtTheSameTimeAndAnswerInTheirOrder() {
		CountDownLatch both = new CountDownLatch(2);
		assertThat(atOnce(meets(both, "one"), meets(both, "other"))).isEqualTo(List.of("one true", "other true"));
	}

	private static Callable<String> meets(CountDownLatch both, String name) {
		return () -> {
			both.countDown();
			return name + " " + both.await(20, TimeUnit.SECONDS);
		};
	}

	@Test
	void whatFailsElsewhereFailsHere() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> atOnce(2, () -> {
			throw new IllegalStateException("broken");
		})).withMessageContaining("broken").withCauseInstanceOf(IllegalStateException.class);
	}

	@Test
	void whatDoesNotEndFailsAndSaysWhereItStands() {
		Elsewhere<Integer> stuck = new Elsewhere<>(this::standStill, Duration.ofMillis(50));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(stuck::result)
			.withMessageContaining("Not ended after PT0.05S")
			.withStackTraceContaining("TogetherTests.standStill");
	}

	@Test
	void whatIsNotReachedFailsToo() {
		Elsewhere<Integer> stuck = new Elsewhere<>(this::standStill, Duration.ofMillis(50));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> stuck.awaitEndOr(() -> false));
	}

	private int standStill() throws InterruptedException {
		this.never.await();
		return 0;
	}

	@Test
	void nobodyWaitsForSomethingThatCanNoLongerCome() {
		Elsewhere<String> done = meanwhile(() -> "done");
		done.awaitEndOr(() -> false);
		assertThat(done.result()).isEqualTo("done");
	}

}
