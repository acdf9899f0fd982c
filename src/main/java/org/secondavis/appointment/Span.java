package org.secondavis.appointment;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time.
 *
 * @param begins its first moment
 * @param ends the first moment that no longer belongs to it
 */
public record Span(Instant begins, Instant ends) {

	static Span of(Instant begins, int minutes) {
		return new Span(begins, begins.plus(Duration.ofMinutes(minutes)));
	}

	boolean overlaps(Span other) {
		return this.begins.isBefore(other.ends) && other.begins.isBefore(this.ends);
	}

	/** How long it lasts. */
	public int minutes() {
		return (int) Duration.between(this.begins, this.ends).toMinutes();
	}

}
