package org.secondavis.intake;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import org.secondavis.encryption.Place;
import org.secondavis.encryption.UnreadableException;
import org.secondavis.encryption.Vault;

/**
 * Asks sums. Each travels through the page sealed for its draft, so that nobody can make
 * one up, or answer another's.
 */
@Component
class Sums {

	private static final Duration LIFE = Duration.ofHours(12);

	private static final int SMALLEST = 2;

	private static final int LARGEST = 12;

	private final SecureRandom random = new SecureRandom();

	private final Vault vault;

	private final Clock clock;

	Sums(Vault vault, Clock clock) {
		this.vault = vault;
		this.clock = clock;
	}

	Sum ask() {
		return new Sum(UUID.randomUUID(), number(), number(), this.clock.instant());
	}

	private int number() {
		return this.random.nextInt(SMALLEST, LARGEST + 1);
	}

	String seal(Sum sum, UUID draft) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(this.vault.seal(sum, place(draft)));
	}

	/** The sum that was asked; empty if we never asked it, or too long ago. */
	Optional<Sum> open(String sealed, UUID draft) {
		try {
			return Optional.of(this.vault.open(Base64.getUrlDecoder().decode(sealed), Sum.class, place(draft)))
				.filter((sum) -> sum.askedAt().plus(LIFE).isAfter(this.clock.instant()));
		}
		catch (IllegalArgumentException | UnreadableException ex) {
			return Optional.empty();
		}
	}

	private static Place place(UUID draft) {
		return new Place("draft", "sum", draft);
	}

}
