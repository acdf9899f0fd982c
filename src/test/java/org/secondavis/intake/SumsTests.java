package org.secondavis.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.secondavis.encryption.TestVault;
import org.secondavis.encryption.Vault;

import static org.assertj.core.api.Assertions.assertThat;

class SumsTests {

	private static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");

	private static final Sum SUM = new Sum(UUID.randomUUID(), 10, 12, NOW);

	private final Vault vault = TestVault.withFreshKey();

	private final Sums sums = at(NOW);

	private final UUID draft = UUID.randomUUID();

	@ParameterizedTest
	@ValueSource(strings = { "22", " 22 ", "２２", "٢٢", "2 2", "022" })
	void theRightResultIsTakenInAnyDigits(String answer) {
		assertThat(SUM.isSolvedBy(answer)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "21", "-22", "22.0", "vingt-deux", "99999999999999", "😀" })
	void anythingElseIsWrong(String answer) {
		assertThat(SUM.isSolvedBy(answer)).isFalse();
	}

	@Test
	void aSumComesBackAsItWasAsked() {
		Sum sum = this.sums.ask();
		assertThat(this.sums.open(this.sums.seal(sum, this.draft), this.draft)).contains(sum);
	}

	@Test
	void aSumBelongsToOneDraft() {
		assertThat(this.sums.open(this.sums.seal(SUM, this.draft), UUID.randomUUID())).isEmpty();
	}

	@Test
	void aSumDoesNotLastForEver() {
		String sealed = this.sums.seal(SUM, this.draft);
		assertThat(at(NOW.plus(Duration.ofHours(11))).open(sealed, this.draft)).isPresent();
		assertThat(at(NOW.plus(Duration.ofHours(12))).open(sealed, this.draft)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "***", "AAAA", "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" })
	void nobodyMakesUpASum(String sealed) {
		assertThat(this.sums.open(sealed, this.draft)).isEmpty();
	}

	private Sums at(Instant now) {
		return new Sums(this.vault, Clock.fixed(now, ZoneOffset.UTC));
	}

}
